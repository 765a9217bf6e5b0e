import type { CodeTask, Setting } from '../../domain/exercise.ts';
import { readScenario } from '../../simulator/scenario/index.ts';
import type { Prepared } from '../prepared.ts';
import { PROOF_SEEDS } from '../proof/seeds.ts';
import { seedsOf } from '../simulate.ts';
import { judgeProgram } from './judge-program.ts';
import { type Judgement, judgementOf, unreadable } from './judgement.ts';
import { readProgram } from './read-program.ts';
import type { Staging } from './run-program.ts';
import type { Sandboxes } from './sandbox.ts';

/** A program to be judged elsewhere, as plain data: on another thread, for instance. */
export interface JudgingJob {
  readonly text: string;
  readonly role: CodeTask['role'];
  readonly part: string;
  /** What the program's file is called in messages. */
  readonly file: string;
  readonly scenario: {
    readonly file: string;
    readonly text: string;
    readonly changes: readonly Setting[];
  };
  readonly seeds: readonly number[];
}

/** The job of judging what a learner wrote for an exercise, over as many seeds as its solution was proven with. */
export function judgingJob(
  prepared: Prepared,
  { role, part }: Pick<CodeTask, 'role' | 'part'>,
  text: string,
): JudgingJob {
  const { exercise, file, text: yaml, changes } = prepared;
  return {
    text,
    role,
    part,
    file: `${exercise.id}.js`,
    scenario: { file, text: yaml, changes },
    seeds: seedsOf(prepared, PROOF_SEEDS),
  };
}

/** Does a job whose scenario is known to be readable. */
export async function judgeJob(
  job: JudgingJob,
  sandboxes: Sandboxes,
  beforeEntering?: Staging['beforeEntering'],
): Promise<Judgement> {
  const { program, troubles } = readProgram(job.text, job.role, job.file);
  if (!program) return unreadable(troubles);
  const { file, text, changes } = job.scenario;
  const { scenario, problems } = readScenario(file, text, changes);
  if (!scenario) throw new Error(problems.map(({ what }) => what).join('; '));
  const staging = { program, part: job.part, scenario, sandboxes, beforeEntering };
  return judgementOf(await judgeProgram(staging, job.seeds));
}
