import type { ExitCode } from '../../domain/user-error.ts';
import type { Host } from '../host.ts';
import { mentionProblems } from '../open-library.ts';
import { screenKeys } from '../screen-keys.ts';
import { doneOf, nextRung } from './course.ts';
import { courseNow, exerciseNamed, type TryGround, withGround } from './ground.ts';
import { printLadder, tryInLines } from './in-lines.ts';
import type { TryOptions } from './options.ts';

/** The ladder, or one exercise; gives the exit code. */
export function tryExercises(
  host: Host,
  wanted: string | undefined,
  options: TryOptions,
): Promise<ExitCode> {
  return withGround(host, options, async (ground) => {
    mentionProblems(ground.library, host, options);
    const id = wanted ?? (options.next ? nextRung(courseNow(ground))?.id : undefined);
    if (id !== undefined) exerciseNamed(id, ground);
    if (options.json) return printJson(ground);
    const keys = options.watch ? undefined : screenKeys(host, options);
    if (keys) return (await import('./on-screen.ts')).tryOnScreen(ground, keys, id);
    if (id !== undefined) return tryInLines(ground, id);
    printLadder(ground);
    return 0;
  });
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
