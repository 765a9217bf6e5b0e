import { didYouMean } from '../../../wording/nearest.ts';
import { parseValue } from './document.ts';
import { type Data, isMap } from './format/map.ts';
import { sections } from './format/names.ts';
import { dotted, type Path } from './path.ts';

/** A knob turned from outside: `--set queues.orders.visibilityTimeout=10s`. */
export interface Change {
  /** Keys and list places joined by dots; names may hold dots themselves. */
  readonly path: string;
  /** As it would be written in the file; an empty one takes the key away. */
  readonly value: string;
}

/** A change with the place that it found. */
export interface Placed {
  readonly change: Change;
  readonly path: Path;
  /** The first part of the path that wasn't there before; the whole path when all was. */
  readonly made: Path;
  /** Why it was not made. */
  readonly refused: { readonly what: string; readonly fix: string } | undefined;
}

/** The data with the changes made in order. The data itself is left alone. */
export function withChanges(
  data: Data,
  changes: readonly Change[],
): { readonly data: Data; readonly placed: readonly Placed[] } {
  const copy = structuredClone(data);
  return { data: copy, placed: changes.map((change) => make(copy, change)) };
}

function make(data: Data, change: Change): Placed {
  const parsed = parseValue(change.value);
  if (!parsed)
    return refused(
      change,
      [],
      `${change.path} can’t be “${change.value}”`,
      'write it as in a file',
    );
  let node: unknown = data;
  let path: Path = [];
  let made: Path | undefined;
  let rest = change.path;
  for (;;) {
    const key = Array.isArray(node) ? placeIn(node, rest) : keyIn(node, path, rest);
    if (key === undefined) return nowhere(change, node, path, rest);
    path = [...path, key];
    if (!Object.hasOwn(node as object, key)) made ??= path;
    const isLast = rest.length === key.length;
    if (isLast) {
      put(node as object, key, parsed.value);
      return { change, path, made: made ?? path, refused: undefined };
    }
    rest = rest.slice(key.length + 1);
    node = inside(node as Record<string, unknown>, key);
  }
}

function placeIn(list: readonly unknown[], rest: string): string | undefined {
  const [place] = /^\d{1,6}(?=\.|$)/.exec(rest) ?? [];
  return place !== undefined && Number(place) < list.length ? place : undefined;
}

/** The longest key that the rest begins with; a new one where the author doesn't choose the names. */
function keyIn(node: unknown, path: Path, rest: string): string | undefined {
  if (!isMap(node)) return undefined;
  const [longest] = Object.keys(node)
    .filter((key) => rest === key || rest.startsWith(`${key}.`))
    .sort((a, b) => b.length - a.length);
  if (longest !== undefined || isNamed(path)) return longest;
  return rest.split('.', 1)[0];
}

function isNamed(path: Path): boolean {
  return path.length === 1 && sections.some((section) => section === path[0]);
}

function inside(node: Record<string, unknown>, key: string): unknown {
  if (!Object.hasOwn(node, key) || node[key] === null) put(node, key, {});
  return node[key];
}

function put(node: object, key: string, value: unknown): void {
  if (value === null && !Array.isArray(node)) Reflect.deleteProperty(node, key);
  else
    Object.defineProperty(node, key, {
      value,
      enumerable: true,
      writable: true,
      configurable: true,
    });
}

function nowhere(change: Change, node: unknown, path: Path, rest: string): Placed {
  const where = dotted(path);
  if (Array.isArray(node))
    return refused(
      change,
      path,
      `${where} has no “${rest}”`,
      node.length === 0
        ? `it is an empty list: set it as a whole, --set ${where}=[...]`
        : `count its entries from 0: ${where}.0 to ${where}.${node.length - 1}`,
    );
  if (!isMap(node))
    return refused(
      change,
      path,
      `${where} has nothing inside that could be set`,
      `set it as a whole: --set "${where}=..."`,
    );
  const known = Object.keys(node);
  const wanted = rest.split('.', 1)[0] ?? '';
  const hint = didYouMean(rest.replace(/\.[^.]*$/, ''), known) || didYouMean(wanted, known);
  const choice = known.length === 0 ? 'it has none in this scenario' : `it has ${known.join(', ')}`;
  return refused(change, path, `${where} has no “${wanted}”`, `${choice}.${hint}`);
}

function refused(change: Change, path: Path, what: string, fix: string): Placed {
  return { change, path, made: path, refused: { what, fix } };
}
