import { number } from './format.ts';

/** A batch whose messages are handled one after another. */
function batch(one: string, seconds: number, size: number, label: string, lease: string): string {
  return `| ${one} | ${label} | ${number(seconds * size)} s | ${lease} |`;
}

export const lines: readonly string[] = [
  batch('200 ms', 0.2, 10, '10', '30 s, the default'),
  batch('8 s', 8, 1, '1', '30 s'),
  batch('8 s', 8, 10, '10, in a row', '2 min'),
];
