import type { Exercise } from '../../domain/exercise.ts';
import type { Problem } from '../../domain/problem.ts';
import { prepare, proofOf } from '../../exercises/index.ts';
import { Sandboxes } from '../../platform/sandbox.ts';
import type { Host } from '../host.ts';
import { shippedScenario } from './shipped-scenario.ts';

/**
 * Runs every exercise as it ships and with its solution, and gives whatever doesn't come out as its file says. With no seeds they
 * are only made ready to run.
 */
export async function proveExercises(
  host: Host,
  exercises: readonly Exercise[],
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
  progress('');
  return found;
}
