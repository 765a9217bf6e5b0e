import type {
  Answer,
  Dialogue,
  Part,
  Prompt,
  Result,
  Row,
  Step,
} from '../../../src/domain/dialogue.ts';
import type { Exercise } from '../../../src/domain/exercise.ts';
import { dialogueFor } from '../../../src/exercises/index.ts';
import { ready, simulate } from '../exercise.ts';

export const amount = (text: string): Answer => ({ kind: 'amount', text });
export const words = (text: string): Answer => ({ kind: 'words', text });
export const choose = (place: number): Answer => ({ kind: 'choice', place });
export const form = (...values: string[]): Answer => ({ kind: 'form', values });
export const watched: Answer = { kind: 'watched' };

export function begun(exercise: Exercise): { dialogue: Dialogue; first: Step } {
  const dialogue = dialogueFor(ready(exercise), simulate);
  return { dialogue, first: dialogue.begin() };
}

/** The steps from the first on, one for each answer; none may be in trouble. */
export async function played(
  { dialogue, first }: { dialogue: Dialogue; first: Step },
  ...answers: Answer[]
): Promise<Step[]> {
  const steps = [first];
  for (const answer of answers) {
    const step = await dialogue.answer(answer);
    if (step.trouble !== undefined) throw new Error(step.trouble);
    steps.push(step);
  }
  return steps;
}

/** Every word that was said, without prompts. */
export function allSaid(steps: readonly Step[]): string {
  return steps.flatMap(({ said }) => said.map(wordsOf)).join('\n');
}

function wordsOf(part: Part): string {
  switch (part.kind) {
    case 'text':
    case 'verdict':
      return part.text;
    case 'curves':
      return [part.title, ...part.at, ...part.curves.flatMap((each) => each.words)].join('\n');
    case 'rows':
      return [part.title, `| ${part.heads.join(' | ')} |`, ...part.rows.map(rowWords)].join('\n');
    default:
      return [part.title, ...part.lines].join('\n');
  }
}

/** `wrong | lost | exactly 0 | 3` */
export function rowWords({ mark, name, cells }: Row): string {
  return [mark ?? 'none', name, ...cells].join(' | ');
}

export function resultOf(step: Step | undefined): Result {
  if (step?.prompt.kind !== 'end') throw new Error(`not over, but ${step?.prompt.kind}`);
  return step.prompt.result;
}

export function promptOf<Kind extends Prompt['kind']>(
  step: Step | undefined,
  kind: Kind,
): Extract<Prompt, { kind: Kind }> {
  if (step?.prompt.kind !== kind) throw new Error(`no ${kind}, but ${step?.prompt.kind}`);
  return step.prompt as Extract<Prompt, { kind: Kind }>;
}
