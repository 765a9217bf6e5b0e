import fnv1a from '@sindresorhus/fnv1a';
import type { Library } from '../../content/library.ts';
import type { Exercise } from '../../domain/exercise.ts';
import { isSimulated } from '../../domain/question.ts';
import type { Draw } from '../../exercises/again/posed.ts';
import type { QuestionSheet, QuizCard } from '../../tui/index.tsx';
import type { Poser } from './poser.ts';

/** Seeds that can be read at a glance. */
const SEEDS = 9999;

interface Shown {
  readonly sheet: QuestionSheet;
  /** Where it was made of an exercise, or of a run. */
  readonly origin?: Pick<QuizCard, 'exercise' | 'simulated'>;
}

/** What is asked, with its texts. What was got once is at hand, even when another process reads changed content meanwhile. */
export class Sheets {
  readonly #library: Library;
  readonly #poser: Poser | undefined;
  readonly #isPassed: (exercise: string) => boolean;
  readonly #kept = new Map<string, Shown>();

  constructor(library: Library, poser: Poser | undefined, isPassed: (exercise: string) => boolean) {
    this.#library = library;
    this.#poser = poser;
    this.#isPassed = isPassed;
  }

  /** A question, or an exercise as one. `day` and `reps` decide which run is asked about: it is another one each time. */
  get(id: string, day: number, reps: number): Shown | undefined {
    const shown = this.question(id);
    if (shown?.sheet.question.task.kind === 'simulated')
      return this.#drawn(id, `${id} ${day} ${reps}`);
    return shown ?? this.#exercise(id, day, reps);
  }

  question(id: string): Shown | undefined {
    return this.#keep(id, () => {
      const sheet = this.#library.sheet(id);
      return sheet && { sheet };
    });
  }

  #drawn(id: string, draw: string): Shown | undefined {
    return this.#keep(draw, () => {
      const question = this.#library.question(id);
      const seed = seedOf(draw);
      const sheet = question && isSimulated(question) && this.#poser?.question(question, seed);
      return sheet ? { sheet, origin: { simulated: seed } } : undefined;
    });
  }

  #exercise(id: string, day: number, reps: number): Shown | undefined {
    const draw = `${id} ${day} ${reps}`;
    return this.#keep(draw, () => {
      const exercise = this.#library.exercise(id);
      if (!exercise) return undefined;
      return this.#posed(exercise, {
        seed: seedOf(draw),
        turn: reps,
        isPassed: this.#isPassed(id),
      });
    });
  }

  #posed(exercise: Exercise, draw: Draw): Shown | undefined {
    const posed = this.#poser?.sheet(exercise, draw);
    if (!posed) return undefined;
    const { id, title, minutes } = exercise;
    const origin = {
      exercise: { id, title, minutes },
      ...(posed.seed === undefined ? {} : { simulated: posed.seed }),
    };
    return { sheet: posed.sheet, origin };
  }

  #keep(name: string, get: () => Shown | undefined): Shown | undefined {
    const shown = this.#kept.get(name) ?? get();
    if (shown) this.#kept.set(name, shown);
    return shown;
  }
}

function seedOf(draw: string): number {
  return 1 + (Number(fnv1a(draw, { size: 32 })) % SEEDS);
}
