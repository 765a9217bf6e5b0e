import type { Block, Inline } from '../ast.ts';

/** The blocks without the lists, boxes and folds around them, in reading order; by a loop, however deep they lie. */
export function flattened(blocks: readonly Block[]): Block[] {
  const flat: Block[] = [];
  const ahead = [...blocks].reverse();
  for (let block = ahead.pop(); block; block = ahead.pop()) {
    const parts = unwrapped(block);
    if (!parts) flat.push(block);
    else for (const part of [...parts].reverse()) ahead.push(part);
  }
  return flat;
}

/** What lies in a block one level down; undefined when it holds no other block. */
function unwrapped(block: Block): readonly Block[] | undefined {
  switch (block.type) {
    case 'list':
      return block.items.flatMap((item) => item.children);
    case 'columns':
      return block.columns.flat();
    case 'quote':
      return block.children;
    case 'box':
      return [...line(block.title), ...block.children];
    case 'details':
      return [...line(block.summary), ...block.children];
    case 'footnotes':
      return block.notes.flatMap(({ label, children }) => [
        ...line([{ type: 'footnoteReference', label }]),
        ...children,
      ]);
    default:
      return undefined;
  }
}

function line(children: readonly Inline[]): Block[] {
  return children.length > 0 ? [{ type: 'paragraph', children }] : [];
}
