import type { Exercise } from '../../domain/exercise.ts';
import type { Problem } from '../../domain/problem.ts';
import type { SimulatedQuestion } from '../../domain/question.ts';
import { prepare, proofOf, proofOfQuestion } from '../../exercises/index.ts';
import { Sandboxes } from '../../platform/sandbox.ts';
import type { Host } from '../host.ts';
import { shippedScenario } from './shipped-scenario.ts';

/** What a run can prove. */
interface Provable {
  readonly exercises: readonly Exercise[];
  readonly questions: readonly SimulatedQuestion[];
}

/**
 * Runs every exercise as it ships and with its solution, and every simulated question as it may be drawn, and gives whatever
 * doesn't come out as its file says. With no seeds they are only made ready to run.
 */
export async function prove(
  host: Host,
  { exercises, questions }: Provable,
  roots: readonly string[],
  seeds: number,
): Promise<readonly Problem[]> {
  const shipped = shippedScenario(host, roots);
  const sandboxes = new Sandboxes();
  const found: Problem[] = [];
  // It takes a while, and who sits before it wants to know how long.
  const progress = (words: string) => {
    if (host.stderr.isTTY && seeds > 0) host.stderr.write(`\r\u001b[K${words}`);
  };
  for (const [place, exercise] of exercises.entries()) {
    progress(`proving exercise ${place + 1} of ${exercises.length}`);
    const { prepared, problems } = prepare(exercise, shipped);
    found.push(...problems);
    if (prepared && seeds > 0)
      found.push(...(await proofOf(prepared, host.simulate, sandboxes, seeds)));
  }
  for (const [place, question] of questions.entries()) {
    progress(`proving simulated question ${place + 1} of ${questions.length}`);
    found.push(...(await proofOfQuestion(question, shipped, host.simulate, seeds)));
  }
  progress('');
  return found;
}
