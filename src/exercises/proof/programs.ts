import type { CodeTask } from '../../domain/exercise.ts';
import type { Problem } from '../../domain/problem.ts';
import { judgeProgram, type ProgramVerdict } from '../code/judge-program.ts';
import { readProgram } from '../code/read-program.ts';
import type { Sandboxes } from '../code/sandbox.ts';
import type { Prepared } from '../prepared.ts';
import { problemIn } from '../problem-in.ts';
import { seedsOf } from '../simulate.ts';

/**
 * Judges the programs of a code exercise as a learner's would be: the starter must not pass, the solution must with every seed,
 * and each mistake must be caught by the check that it names, with a story.
 */
export async function proofOfPrograms(
  prepared: Prepared,
  task: CodeTask,
  sandboxes: Sandboxes,
  seeds: number,
): Promise<Problem[]> {
  const judged = (text: string) => judge(prepared, task, text, sandboxes, seeds);
  const problem = (what: string, fix: string) => problemIn(prepared.exercise, what, fix);
  const problems: Problem[] = [];
  if ((await judged(task.starter)).passed)
    problems.push(problem('the starter passes', 'leave something to do in it'));
  const solved = await judged(task.solution);
  if (!solved.passed)
    problems.push(problem(`the solution fails: ${reasons(solved)}`, 'mend it, or the scenario'));
  for (const { id, program, fails } of task.mistakes) {
    const verdict = await judged(program);
    const told = verdict.failure?.story;
    if (verdict.passed)
      problems.push(
        problem(`the mistake ${id} passes`, 'let the scenario do what brings it to light'),
      );
    else if (told?.check.metric !== fails)
      problems.push(
        problem(
          `the mistake ${id} is not caught by ${fails}: ${reasons(verdict)}`,
          'write the metric that catches it first after “Fails:”',
        ),
      );
    else if (told.lines.length === 0)
      problems.push(problem(`the mistake ${id} has no story`, 'let another check catch it'));
  }
  return problems;
}

async function judge(
  { scenario, ...prepared }: Prepared,
  { role, part }: CodeTask,
  text: string,
  sandboxes: Sandboxes,
  seeds: number,
): Promise<Pick<ProgramVerdict, 'passed' | 'troubles' | 'failure'>> {
  const { program, troubles } = readProgram(text, role, `${prepared.exercise.id}.js`);
  if (!program) return { passed: false, troubles, failure: undefined };
  return judgeProgram(
    { program, part, scenario, sandboxes },
    seedsOf({ scenario, ...prepared }, seeds),
  );
}

function reasons({ troubles, failure }: Pick<ProgramVerdict, 'troubles' | 'failure'>): string {
  const failed = failure?.run.checks.filter(({ passed }) => !passed) ?? [];
  return [
    ...troubles.map(({ what, line }) => (line === undefined ? what : `line ${line}: ${what}`)),
    ...failed.map(
      ({ metric, got, wanted }) =>
        `${metric} is ${got}, not ${wanted} (seed ${failure?.run.seed ?? 0})`,
    ),
  ].join('; ');
}
