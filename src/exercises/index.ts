export { type Typed, typedAmount } from './amounts/typed-amount.ts';
export { changed, type SettingTrouble, settingNow } from './changed.ts';
export { type Cited, type CitedRuns, claimTroubles, renderClaims } from './claims/claims.ts';
export { claimTexts } from './claims/texts.ts';
export {
  chooseAction,
  type Incident,
  isFound,
  isOver,
  lastNamed,
  look,
  minutesUsed,
  NEW_INCIDENT,
  nameCause,
} from './diagnose/incident.ts';
export { looksOf } from './diagnose/looks.ts';
export { type Score, scoreOf } from './diagnose/score.ts';
export type { Shown, ShownAlarm } from './diagnose/shown.ts';
export { codeDialogue } from './dialogue/code.ts';
export { dialogueFor } from './dialogue/dialogue-for.ts';
export { asAgain } from './predict/again.ts';
export type { Grade } from './predict/grade.ts';
export { type Truth, truthsOf, unitOf } from './predict/truth.ts';
export { type Said, type Verdict, verdictOf } from './predict/verdict.ts';
export type { Prepared } from './prepared.ts';
export { type Preparation, prepare } from './preparing/prepare.ts';
export type { ShippedScenario } from './preparing/scenario-text.ts';
export { proofOf } from './proof/proof.ts';
export { provenSeed } from './proof/seeds.ts';
export { type Simulate, seedsOf } from './simulate.ts';
export { solutionOf } from './solution.ts';
export { type Failure, failureOf } from './tune/failure.ts';
export { turned } from './tune/knob.ts';
export { type Trial, type TriedCheck, type TriedMetric, tried } from './tune/trial.ts';
