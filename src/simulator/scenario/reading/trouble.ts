import type { Path } from './path.ts';

/** Something wrong at a path, before it is known where in the file that is. */
export interface Trouble {
  readonly path: Path;
  /** Whether it is the last key that is wrong, and not its value. */
  readonly ofKey: boolean;
  readonly what: string;
  readonly fix: string;
}
