import type { Level } from '../../domain/level.ts';
import type { GlobalOptions } from '../host.ts';

/** What `swelearn quiz` understands. */
export interface QuizOptions extends GlobalOptions {
  readonly level?: Level;
  readonly new?: number;
  readonly limit?: number;
  readonly minutes?: number;
  readonly cram: boolean;
  readonly mock: boolean;
  readonly seed?: number;
}
