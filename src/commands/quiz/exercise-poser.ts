import type { Exercise } from '../../domain/exercise.ts';
import type { Draw } from '../../exercises/again/posed.ts';
import { contentRoots } from '../content-roots.ts';
import type { GlobalOptions, Host } from '../host.ts';
import { shippedScenario } from '../try/shipped-scenario.ts';
import type { PosedSheet } from './posed-sheet.ts';

type Pose = (exercise: Exercise, draw: Draw) => PosedSheet | undefined;

/** Puts exercises as questions. The simulator and the parser take time to load, and most quizzes need neither. */
export class ExercisePoser {
  readonly #load: () => Promise<Pose>;
  #pose: Pose | undefined;

  constructor(load: () => Promise<Pose>) {
    this.#load = load;
  }

  /** Makes `sheet` ready. */
  async prepare(): Promise<void> {
    this.#pose ??= await this.#load();
  }

  /** An exercise as a question, which takes as long as its run; undefined when it can't be run. Only after `prepare`. */
  sheet(exercise: Exercise, draw: Draw): PosedSheet | undefined {
    return this.#pose?.(exercise, draw);
  }
}

/** The poser of the content that a command is about. */
export function exercisePoser(host: Host, options: GlobalOptions): ExercisePoser {
  return new ExercisePoser(async () => {
    const { posedSheet } = await import('./posed-sheet.ts');
    const shipped = shippedScenario(host, await contentRoots(host, options));
    return (exercise, draw) => posedSheet(exercise, shipped, draw);
  });
}
