import type { GlobalOptions } from '../host.ts';

/** What `swelearn try` understands. */
export interface TryOptions extends GlobalOptions {
  /** The first exercise that isn't done. */
  readonly next: boolean;
  /** Judge a program at each save, without a screen. */
  readonly watch: boolean;
  /** Begin a program again; the one that is there is kept beside it. */
  readonly reset: boolean;
  readonly yes: boolean;
  readonly json: boolean;
}
