import { paint, type Theme, widthOf } from '../../markdown/index.ts';
import { cutTo } from '../cut.ts';

/** Keys, and what they do in words. */
export interface KeyHelp {
  readonly keys: string;
  readonly does: string;
}

/** Keys that mean something: each as it is called, and what it does in words. */
interface Bound {
  readonly keys: readonly string[];
  readonly does: string;
}

/** The keys as a help shows them: under one name where they do the same. */
export function helpOn(bindings: readonly Bound[]): KeyHelp[] {
  const all = new Map<string, string[]>();
  for (const { keys, does } of bindings) all.set(does, [...(all.get(does) ?? []), ...keys]);
  return [...all].map(([does, keys]) => ({ keys: keys.join(' '), does }));
}

/** The lines above the first key. */
const HEAD_ROWS = 2;

/** As many rows as there are of the keys valid here, from a line on. */
export function keyLines(
  help: readonly KeyHelp[],
  view: { columns: number; rows: number; top: number },
  theme: Theme,
): string[] {
  const width = Math.max(0, ...help.map(({ keys }) => widthOf(keys)));
  const lines = help.map(({ keys, does }) => {
    const gap = ' '.repeat(width - widthOf(keys));
    const room = view.columns - width - 5;
    const what = room > 0 ? cutTo(does, room) : '';
    return `  ${paint(keys, ['strong'], theme)}${gap}  ${what}`;
  });
  const all = [`  ${paint('Keys', ['heading1'], theme)}`, '', ...lines];
  return all.slice(Math.min(view.top, lastKeysTop(help.length, view.rows))).slice(0, view.rows);
}

/** The first line shown when the end is in view. */
export function lastKeysTop(keys: number, rows: number): number {
  return Math.max(0, HEAD_ROWS + keys - rows);
}

/** The most important keys in one line: as many as fit, the last of them always. */
export function keyHints(hints: readonly string[], columns: number): string {
  const last = hints.at(-1) ?? '';
  let line = '';
  for (const hint of hints.slice(0, -1)) {
    const longer = line === '' ? hint : `${line}  ${hint}`;
    if (widthOf(longer) + 2 + widthOf(last) > columns) break;
    line = longer;
  }
  return line === '' ? cutTo(last, columns) : `${line}  ${last}`;
}
