import type { Exercise } from '../../domain/exercise.ts';
import { type ExitCode, UserError } from '../../domain/user-error.ts';
import { ask } from '../../platform/ask.ts';
import type { TryGround } from './ground.ts';
import { preparedOrThrow } from './prepared-or-throw.ts';
import { openWorkspace, resetWorkspace } from './workspace.ts';

/** Begins the program of an exercise anew, once the learner confirmed it; gives the exit code. */
export async function resetProgram(exercise: Exercise, ground: TryGround): Promise<ExitCode> {
  const { host, options } = ground;
  const { task, id } = exercise;
  if (task.kind !== 'code')
    throw new UserError(
      `${id} has no program to reset`,
      'only code exercises have one; all others begin anew each time',
    );
  const prepared = preparedOrThrow(exercise, ground);
  if (!options.yes && !(await isConfirmed(ground))) {
    host.stderr.write('nothing was changed\n');
    return 130;
  }
  const kept = resetWorkspace(host, prepared, task);
  const { program } = openWorkspace(host, prepared, task);
  if (kept !== undefined) host.stderr.write(`what you had written is kept as ${kept}\n`);
  host.stdout.write(`${program}\n`);
  return 0;
}

async function isConfirmed({ host }: TryGround): Promise<boolean> {
  if (!host.stdin.isTTY)
    throw new UserError(
      'there is no terminal to ask you on',
      'reset with --yes; nothing was changed',
    );
  const answer = await ask(
    'type reset to begin your program anew (the one that is there is kept beside it): ',
    host.stdin,
    host.stderr,
  );
  return answer?.trim().toLowerCase() === 'reset';
}
