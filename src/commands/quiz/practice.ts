import type { Library } from '../../content/library.ts';
import type { Day } from '../../domain/day.ts';
import type { Rating } from '../../domain/rating.ts';
import { retrievability } from '../../scheduling/fsrs.ts';
import type { Item } from '../../scheduling/item.ts';
import type { QuizCard, Turn } from '../../tui/index.tsx';
import { counted } from '../counted.ts';
import { quizCard } from './card.ts';
import type { Poser } from './poser.ts';
import { Sheets } from './sheets.ts';
import type { Sitting } from './sitting.ts';

/** After how many others a question that was not known comes again. */
const COMES_AGAIN_AFTER = 4;

interface Answered {
  readonly id: string;
  readonly rating: Rating;
  readonly queueBefore: readonly string[];
}

/** Practice beside the schedule: the weakest first, and nothing is kept. */
export class Practice implements Sitting {
  #library: Library;
  #sheets: Sheets;
  readonly #poser: Poser | undefined;
  readonly #seed: number;
  #queue: readonly string[];
  #answered: readonly Answered[] = [];

  /** Simulated questions among the ids need a poser that is ready. */
  constructor(library: Library, ids: readonly string[], seed: number, poser?: Poser) {
    this.#library = library;
    this.#poser = poser;
    this.#sheets = sheetsOf(library, poser);
    this.#queue = ids;
    this.#seed = seed;
  }

  turn(said: { notice?: string } = {}): Turn {
    // A run can't always be done: its scenario may be gone.
    const place = this.#queue.findIndex((each) => this.#card(each) !== undefined);
    this.#queue = place < 0 ? [] : this.#queue.slice(place);
    const [id] = this.#queue;
    const left = { fresh: 0, steps: 0, reviews: this.#queue.length };
    const card = id === undefined ? undefined : this.#card(id);
    return { card, left, answered: this.#answered.length, ...said };
  }

  async rest(): Promise<Turn> {
    return this.turn();
  }

  rate(rating: Rating): Turn {
    const [id, ...rest] = this.#queue;
    if (id === undefined) return this.turn();
    this.#answered = [...this.#answered, { id, rating, queueBefore: this.#queue }];
    this.#queue =
      rating === 1
        ? [...rest.slice(0, COMES_AGAIN_AFTER), id, ...rest.slice(COMES_AGAIN_AFTER)]
        : rest;
    return this.turn();
  }

  undo(): Turn {
    const last = this.#answered.at(-1);
    if (!last) return this.turn({ notice: 'there is nothing to undo in this practice' });
    this.#answered = this.#answered.slice(0, -1);
    this.#queue = last.queueBefore;
    return this.turn({ notice: 'undone' });
  }

  suspend(): Turn {
    return this.turn({ notice: 'practice changes nothing; suspend it in a quiz' });
  }

  decideWording(): Turn {
    return this.turn();
  }

  tried(): Turn {
    return this.turn();
  }

  reread(library: Library): Turn {
    this.#library = library;
    this.#sheets = sheetsOf(library, this.#poser);
    this.#queue = this.#queue.filter((id) => library.question(id) !== undefined);
    return this.turn();
  }

  summary(): string[] {
    const again = this.#answered.filter(({ rating }) => rating === 1).length;
    return [
      `${counted(this.#answered.length, 'question')} practised, ${again} again. The schedule is as it was.`,
    ];
  }

  #card(id: string): QuizCard | undefined {
    const times = this.#answered.filter((each) => each.id === id).length;
    const shown = this.#sheets.get(id, this.#seed, times);
    return (
      shown &&
      quizCard(shown.sheet, this.#library, {
        ...(shown.origin ? { origin: shown.origin } : {}),
        why: 'practice',
        isReworded: false,
        seed: `${this.#seed} ${times}`,
      })
    );
  }
}

/** Exercises are not practised here. */
function sheetsOf(library: Library, poser: Poser | undefined): Sheets {
  return new Sheets(library, poser, () => false);
}

/** The weakest first: by the probability of recall on a day, and what was never met last. Suspended ones are left out. */
export function weakestFirst(
  items: readonly Item[],
  day: Day,
  weights: readonly number[],
): string[] {
  return items
    .filter(({ progress }) => !progress?.suspended)
    .map(({ question, progress }) => ({
      id: question.id,
      recall: progress?.memory ? retrievability(progress.memory, day, weights) : 2,
    }))
    .sort((a, b) => a.recall - b.recall)
    .map(({ id }) => id);
}
