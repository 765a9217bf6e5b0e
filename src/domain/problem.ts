/** One thing wrong with a content file: where it is, what is wrong, and what its author can do about it. */
export interface Problem {
  /** Path as the user would type it. */
  readonly file: string;
  /** 1-based; 1 when the whole file is meant, 0 when it stands in no file. */
  readonly line: number;
  /** 1-based, counted in UTF-16 code units; 1 when the whole line is meant. */
  readonly column: number;
  readonly what: string;
  readonly fix: string;
}

/** `file:line:column: what. fix.`: the shape that editors and terminals turn into a link. */
export function formatProblem({ file, line, column, what, fix }: Problem): string {
  const place = line === 0 ? file : `${file}:${line}:${column}`;
  return `${place}: ${what}\n    ${fix}`;
}

/** Orders problems as a reader meets them: by file, then line, then column. */
export function compareProblems(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
