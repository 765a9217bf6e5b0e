import type { Exercise } from '../../domain/exercise.ts';
import { type ExitCode, UserError } from '../../domain/user-error.ts';
import type { Host } from '../host.ts';
import { mentionProblems } from '../open-library.ts';
import { screenKeys } from '../screen-keys.ts';
import { doneOf, nextRung } from './course.ts';
import { courseNow, exerciseNamed, type TryGround, withGround } from './ground.ts';
import type { TryOptions } from './options.ts';
import { printLadder } from './print-ladder.ts';

/** The ladder, or one exercise; gives the exit code. */
export function tryExercises(
  host: Host,
  wanted: string | undefined,
  options: TryOptions,
): Promise<ExitCode> {
  return withGround(host, options, async (ground) => {
    mentionProblems(ground.library, host, options);
    const id = wanted ?? (options.next ? nextRung(courseNow(ground))?.id : undefined);
    const exercise = id === undefined ? undefined : exerciseNamed(id, ground);
    if (options.json) return printJson(ground);
    if (options.reset)
      return (await import('./reset.ts')).resetProgram(named(exercise, 'reset'), ground);
    if (options.watch) mustBeProgram(named(exercise, 'watch'));
    const keys = options.watch ? undefined : screenKeys(host, options);
    if (keys) return (await import('./on-screen.ts')).tryOnScreen(ground, keys, id);
    if (id !== undefined) return (await import('./in-lines.ts')).tryInLines(ground, id);
    printLadder(ground);
    return 0;
  });
}

function named(exercise: Exercise | undefined, what: 'reset' | 'watch'): Exercise {
  if (exercise) return exercise;
  throw new UserError(
    `say which exercise to ${what}`,
    `e.g. swelearn try charge-the-card-once --${what}`,
  );
}

function mustBeProgram({ id, task }: Exercise): void {
  if (task.kind === 'code') return;
  throw new UserError(
    `${id} has no program to watch`,
    `only code exercises have one; try it with swelearn try ${id}`,
  );
}

function printJson(ground: TryGround): ExitCode {
  const course = courseNow(ground);
  const answer = {
    schema: 'swelearn.try/1',
    done: doneOf(course),
    next: nextRung(course)?.id ?? null,
    exercises: course.map(({ fingerprint: _, ...rung }) => rung),
  };
  ground.host.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
  return 0;
}
