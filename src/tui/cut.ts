import cliTruncate from 'cli-truncate';
import { widthOf } from '../markdown/index.ts';

/** The text, or as much of its start as fits with an ellipsis. */
export function cutTo(text: string, columns: number): string {
  return cut(text, columns, 'end');
}

/** The text, or as much of its end as fits with an ellipsis: where it is being typed. */
export function cutToEnd(text: string, columns: number): string {
  return cut(text, columns, 'start');
}

/** The library keeps a wide character of which only half fits; then it is asked for less. */
function cut(text: string, columns: number, position: 'start' | 'end'): string {
  for (let room = columns; room > 0; room -= 1) {
    const part = cliTruncate(text, room, { position });
    if (widthOf(part) <= columns) return part;
  }
  return '';
}
