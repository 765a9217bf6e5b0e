import type { ExitCode } from '../../domain/user-error.ts';
import type { GlobalOptions, Host } from '../host.ts';
import { tryExercises } from './try.ts';

/** One exercise, opened from somewhere else, and whatever the learner goes on to from there; gives the exit code. */
export function openExercise(host: Host, id: string, options: GlobalOptions): Promise<ExitCode> {
  const asTyped = { next: false, watch: false, reset: false, yes: false, json: false };
  return tryExercises(host, id, { ...options, ...asTyped });
}
