import { isMap, isScalar, isSeq, type Node } from 'yaml';

/** Keys and list places that lead to a value, from the top of the map. */
export type Path = readonly (string | number)[];

/** The offset of the key or the list item to which a path leads, or of its last part that is there; undefined when none is. */
export function offsetOf(root: unknown, path: Path): number | undefined {
  let node = root;
  let offset: number | undefined;
  for (const step of path) {
    const child = childOf(node, step);
    if (!child) break;
    node = child.value;
    offset = (child.at as Node | null)?.range?.[0] ?? offset;
  }
  return offset;
}

function childOf(
  node: unknown,
  step: string | number,
): { readonly at: unknown; readonly value: unknown } | undefined {
  if (isSeq(node)) {
    const item = node.items[Number(step)];
    return item === undefined ? undefined : { at: item, value: item };
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
  return pair && { at: pair.key, value: pair.value };
}
