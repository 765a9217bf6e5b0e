import type { Exercise } from '../../src/domain/exercise.ts';
import { formatProblem } from '../../src/domain/problem.ts';
import { prepare, proofOf } from '../../src/exercises/index.ts';
import { Sandboxes } from '../../src/platform/sandbox.ts';
import { simulate } from './exercise.ts';
import { shippedScenario } from './guide.ts';

/** What `check` finds wrong with an exercise when it runs it. */
export async function proofOfShipped(exercise: Exercise): Promise<string[]> {
  const { prepared } = prepare(exercise, shippedScenario);
  if (!prepared) throw new Error('it can’t be prepared');
  const problems = await proofOf(prepared, simulate, new Sandboxes());
  return problems.map(formatProblem);
}
