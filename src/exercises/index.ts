export { codeDialogue } from './dialogue/code.ts';
export { dialogueFor } from './dialogue/dialogue-for.ts';
export { asAgain } from './predict/again.ts';
export type { Prepared } from './prepared.ts';
export { prepare } from './preparing/prepare.ts';
export type { ShippedScenario } from './preparing/scenario-text.ts';
export { proofOf } from './proof/proof.ts';
export { proofOfQuestion } from './proof/question.ts';
export { provenSeed } from './proof/seeds.ts';
