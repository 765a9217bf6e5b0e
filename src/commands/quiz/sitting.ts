import type { Library } from '../../content/library.ts';
import type { Rating } from '../../domain/rating.ts';
import type { Turn } from '../../tui/index.tsx';

/** One sitting: with the schedule, or in practice beside it. The screen and plain text drive it alike. */
export interface Sitting {
  /** The next question, or the same one while it is not answered. */
  turn(): Turn;
  /** When no question is left: those that only a run can ask, for which the simulator is loaded. */
  rest(): Promise<Turn>;
  rate(rating: Rating, durationMs: number): Turn;
  undo(): Turn;
  suspend(): Turn;
  decideWording(decision: 'keep' | 'reset'): Turn;
  /** Goes on after an exercise was open since a moment, in milliseconds since 1970-01-01T00:00Z. */
  tried(id: string, sinceMs: number): Turn;
  /** Goes on with content that was read again. */
  reread(library: Library): Turn;
  /** What to tell when it is over, line by line. */
  summary(): readonly string[];
}
