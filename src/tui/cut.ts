import cliTruncate from 'cli-truncate';

/** The text, or as much of its start as fits with an ellipsis. */
export function cutTo(text: string, columns: number): string {
  return columns < 1 ? '' : cliTruncate(text, columns);
}

/** The text, or as much of its end as fits with an ellipsis: where it is being typed. */
export function cutToEnd(text: string, columns: number): string {
  return columns < 1 ? '' : cliTruncate(text, columns, { position: 'start' });
}
