import type { Dialogue, Step } from '../../domain/dialogue.ts';
import type { Exercise } from '../../domain/exercise.ts';
import { UserError } from '../../domain/user-error.ts';
import { asAgain, dialogueFor, type Prepared, provenSeed } from '../../exercises/index.ts';
import { readPreferences } from '../../platform/preferences.ts';
import { ExerciseRun } from './exercise-run.ts';
import type { TryGround } from './ground.ts';
import { preparedOrThrow } from './prepared-or-throw.ts';
import { programAgain, programDialogue } from './program.ts';
import { recordResult } from './record.ts';

/** An exercise that is being tried, and the system that it is about now. */
export interface Started {
  readonly run: ExerciseRun;
  prepared(): Prepared;
  /** The exercise from its beginning; a program is begun anew as well, and what was written is kept. */
  restart(): Step;
  /** Why the last result could not be kept; undefined when it was. */
  notKept(): string | undefined;
}

/** An exercise ready to be tried. Throws a UserError when its file has mistakes. */
export function startExercise(exercise: Exercise, ground: TryGround): Started {
  const { host, store, library } = ground;
  const { preferences: settings } = readPreferences(host.paths);
  const outline = library.exercises().find(({ id }) => id === exercise.id);
  if (!outline) throw new Error(`the library has no outline of ${exercise.id}`);
  const triedBefore = store.attempts().filter(({ question }) => question === exercise.id).length;
  let seen = triedBefore;
  let notKept: string | undefined;
  let prepared = preparedFor(exercise, seen, ground);
  const run = new ExerciseRun(exercise, {
    nowMs: host.calendar.nowMs,
    dialogue: (again) => {
      if (again) seen += 1;
      prepared = preparedFor(exercise, seen, ground);
      return dialogueAbout(prepared, ground);
    },
    record: (result, durationMs) => {
      try {
        notKept = undefined;
        return recordResult({ host, store, settings }, outline, result, durationMs);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        notKept = `NOT KEPT: ${error.message.replace(/\n\s*/g, ': ')}`;
        return notKept;
      }
    },
  });
  const restart = (): Step => {
    const said = programAgain(prepared, ground);
    const step = run.restart();
    return { ...step, said: [...said, ...step.said] };
  };
  return { run, prepared: () => prepared, restart, notKept: () => notKept };
}

/** Who saw the outcome of a prediction before predicts another run of the same system. */
function preparedFor(exercise: Exercise, seen: number, ground: TryGround): Prepared {
  const first = preparedOrThrow(exercise, ground);
  if (exercise.task.kind !== 'predict' || seen === 0) return first;
  return preparedOrThrow(asAgain(exercise, provenSeed(first, seen)), ground);
}

function dialogueAbout(prepared: Prepared, ground: TryGround): Dialogue {
  const { task } = prepared.exercise;
  return task.kind === 'code'
    ? programDialogue(prepared, task, ground)
    : dialogueFor(prepared, ground.host.simulate);
}
