import type { Exercise } from '../../domain/exercise.ts';
import type { QuestionOutline, SimulatedQuestion } from '../../domain/question.ts';
import type { Draw } from '../../exercises/again/posed.ts';
import type { QuestionSheet } from '../../tui/index.tsx';
import { knownRoots } from '../content-roots.ts';
import type { GlobalOptions, Host } from '../host.ts';
import { shippedScenario } from '../try/shipped-scenario.ts';
import type { PosedSheet } from './posed-sheet.ts';

/** Makes questions of runs; undefined where something can't be run. */
interface Poses {
  readonly exercise: (exercise: Exercise, draw: Draw) => PosedSheet | undefined;
  readonly question: (question: SimulatedQuestion, seed: number) => QuestionSheet | undefined;
}

/** Puts exercises and simulated questions. The simulator and the parser take time to load, and many quizzes need neither. */
export class Poser {
  readonly #load: () => Promise<Poses>;
  #poses: Poses | undefined;
  #loading: Promise<Poses> | undefined;

  constructor(load: () => Promise<Poses>) {
    this.#load = load;
  }

  /** Makes the others ready. */
  async prepare(): Promise<void> {
    this.#loading ??= this.#load();
    try {
      this.#poses = await this.#loading;
    } catch (error) {
      // Whoever needs it next tries again.
      this.#loading = undefined;
      throw error;
    }
  }

  get isReady(): boolean {
    return this.#poses !== undefined;
  }

  /** An exercise as a question, which takes as long as its run; undefined when it can't be run. Only after `prepare`. */
  sheet(exercise: Exercise, draw: Draw): PosedSheet | undefined {
    return this.#poses?.exercise(exercise, draw);
  }

  /** A question about the run that a seed draws, which takes as long as that; undefined when it can't be run. Only after `prepare`. */
  question(question: SimulatedQuestion, seed: number): QuestionSheet | undefined {
    return this.#poses?.question(question, seed);
  }
}

/** Whether nothing but a run can tell what is asked. */
export function needsRun({ kind }: Pick<QuestionOutline, 'kind'>): boolean {
  return kind === 'exercise' || kind === 'simulated';
}

/** The poser of the content that a command is about. */
export function poserFor(host: Host, options: GlobalOptions): Poser {
  return new Poser(async () => {
    const { posedSheet, drawnSheet } = await import('./posed-sheet.ts');
    const { roots } = await knownRoots(host, options);
    const shipped = shippedScenario(host, roots);
    return {
      exercise: (exercise, draw) => posedSheet(exercise, shipped, draw),
      question: (question, seed) => drawnSheet(question, shipped, seed),
    };
  });
}
