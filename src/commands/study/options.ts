import type { GlobalOptions } from '../host.ts';

/** What `swelearn study` understands. */
export interface StudyOptions extends GlobalOptions {
  readonly theme?: 'auto' | 'dark' | 'light';
  readonly width?: number;
}
