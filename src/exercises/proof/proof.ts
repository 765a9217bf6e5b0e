import type { PredictTask, Setting } from '../../domain/exercise.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Sandboxes } from '../code/sandbox.ts';
import { curveJobs } from '../predict/truth.ts';
import type { Prepared } from '../prepared.ts';
import { jobFor, type Simulate, seedsOf } from '../simulate.ts';
import { solutionOf } from '../solution.ts';
import { askedMetrics, mustAnswer, mustBeDrawn } from './asks.ts';
import { proveClaims } from './claims.ts';
import { mustShow } from './looks.ts';
import { proofOfPrograms } from './programs.ts';
import { mustBeShort, mustFail, mustPass } from './runs.ts';
import { PROOF_SEEDS } from './seeds.ts';
import { mustBeInReach } from './solution.ts';

/**
 * Runs an exercise as `check` does: it must do as shipped, and with its solution, what it says, with many seeds, and each claim
 * must be of a number that the run has.
 */
export async function proofOf(
  prepared: Prepared,
  simulate: Simulate,
  sandboxes: Sandboxes,
  seeds = PROOF_SEEDS,
): Promise<Problem[]> {
  const { task } = prepared.exercise;
  switch (task.kind) {
    case 'predict':
      return [
        ...(await provePredictions(prepared, task, simulate, seeds)),
        ...proveClaims(prepared),
      ];
    case 'tune':
      return [
        ...mustBeInReach(prepared, task),
        ...(await proveSolution(prepared, simulate, seeds)),
        ...proveClaims(prepared),
      ];
    case 'diagnose':
      return [
        ...mustShow(prepared, task),
        ...(await proveSolution(prepared, simulate, seeds)),
        ...proveClaims(prepared),
      ];
    case 'code':
      return [
        ...(await proofOfPrograms(prepared, task, sandboxes, seeds)),
        ...proveClaims(prepared),
      ];
  }
}

async function provePredictions(
  prepared: Prepared,
  { asks, solution }: PredictTask,
  simulate: Simulate,
  seeds: number,
): Promise<Problem[]> {
  const { exercise, scenario } = prepared;
  const metrics = askedMetrics(asks, scenario);
  const results = await runsWith(prepared, [], simulate, seeds, metrics);
  const drawn: Problem[] = [];
  for (const ask of asks) {
    if (ask.kind !== 'curve') continue;
    const points = await simulate(curveJobs(prepared, ask, scenario.seed));
    drawn.push(...mustBeDrawn(exercise, ask, points), ...mustBeShort(exercise, points));
  }
  return [
    ...mustBeShort(exercise, results),
    ...asks.flatMap((ask) => mustAnswer(exercise, ask, scenario, metrics, results)),
    ...drawn,
    ...(solution ? mustPass(exercise, await runsWith(prepared, solution, simulate, seeds)) : []),
  ];
}

async function proveSolution(
  prepared: Prepared,
  simulate: Simulate,
  seeds: number,
): Promise<Problem[]> {
  const { exercise } = prepared;
  const shipped = await runsWith(prepared, [], simulate, seeds);
  const solved = await runsWith(prepared, solutionOf(prepared) ?? [], simulate, seeds);
  return [
    ...mustFail(exercise, shipped),
    ...mustPass(exercise, solved),
    ...mustBeShort(exercise, [...shipped, ...solved]),
  ];
}

/** A run for each seed, with knobs turned, and these metrics of it. */
function runsWith(
  prepared: Prepared,
  settings: readonly Setting[],
  simulate: Simulate,
  seeds: number,
  metrics: readonly string[] = [],
): ReturnType<Simulate> {
  return simulate(
    seedsOf(prepared, seeds).map((seed) => jobFor(prepared, settings, seed, metrics)),
  );
}
