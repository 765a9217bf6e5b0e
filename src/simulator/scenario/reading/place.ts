import { isMap, isScalar, isSeq, type LineCounter, type Node, type Pair } from 'yaml';
import type { Path } from './path.ts';

export interface Place {
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
}

/** Where a path leads: to its value, or its key when that is wanted or the value has no line of its own. */
export function placeOf(root: unknown, lines: LineCounter, path: Path, ofKey: boolean): Place {
  let node = root;
  let offset = 0;
  for (const [index, step] of path.entries()) {
    const child = childOf(node, step);
    if (!child) break;
    node = child.value;
    const isLast = index === path.length - 1;
    offset = startOf(isLast && !ofKey && isText(node) ? node : child.at) ?? offset;
  }
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

function childOf(
  node: unknown,
  step: string | number,
): { at: unknown; value: unknown } | undefined {
  if (isSeq(node)) {
    const item = node.items[Number(step)];
    return item === undefined ? undefined : { at: item, value: item };
  }
  if (!isMap(node)) return undefined;
  const pair: Pair | undefined = node.items.find(
    ({ key }) => isScalar(key) && String(key.value) === String(step),
  );
  return pair && { at: pair.key, value: pair.value };
}

function isText(node: unknown): boolean {
  return isScalar(node) && node.value !== null;
}

function startOf(node: unknown): number | undefined {
  return (node as Node).range?.[0];
}
