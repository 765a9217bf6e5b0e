/**
 * The effects that the pure rooms ask for. `platform` implements them for the real machine,
 * tests implement them in memory.
 */

/** What `readText` gives: the text, or why there is none in words for the user. */
export type TextResult =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly why: string };

export interface FileStat {
  readonly kind: 'file' | 'directory' | 'other';
  /** When its content or its permissions changed last. */
  readonly changedMs: number;
  readonly bytes: number;
}

export interface DirectoryEntry {
  readonly name: string;
  readonly kind: FileStat['kind'];
}

export interface FileSystem {
  /** Follows symbolic links; undefined when there is nothing, or it can't be looked at. */
  stat(path: string): FileStat | undefined;
  /** What is in a directory, sorted by name in code units; empty when it can't be read. Follows symbolic links. */
  list(directory: string): readonly DirectoryEntry[];
  /** The path with every symbolic link resolved, or undefined when there is a loop or nothing. */
  realPath(path: string): string | undefined;
  /** Reads a regular file as UTF-8 (bad bytes become U+FFFD). Never hangs on a pipe or a device. */
  readText(path: string): TextResult;
}

/** The part of a SQLite connection that we use; every value is text, a number or null. */
export interface Database {
  exec(sql: string): void;
  run(sql: string, ...values: readonly SqlValue[]): void;
  all<Row>(sql: string, ...values: readonly SqlValue[]): Row[];
  /** Runs the work in one transaction; rolls back and rethrows when it throws. */
  transaction<Result>(work: () => Result): Result;
  close(): void;
}
export type SqlValue = string | number | null;
