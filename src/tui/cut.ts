import cliTruncate from 'cli-truncate';

/** The text, or as much of it as fits with an ellipsis. */
export function cutTo(text: string, columns: number): string {
  return columns < 1 ? '' : cliTruncate(text, columns);
}
