import type { List, ListItem } from '../ast.ts';
import {
  blankLine,
  type Context,
  type DraftLine,
  type DraftSpan,
  inside,
  prefixed,
  span,
} from './draft.ts';
import { widest } from './measure.ts';

const BULLETS = ['•', '◦', '▪'];

/** Items with hanging indents; numbers are aligned to the right, so that the texts begin in one column. */
export function layoutList(list: List, context: Context): DraftLine[] {
  const markers = list.items.map((item, index) => markerOf(list, item, index, context.lists));
  const columns = widest(markers.map((marker) => [marker])) + 1;
  const inner = { ...inside(context, columns), lists: context.lists + 1 };
  return list.items.flatMap((item, index) => {
    const marker = markers[index] ?? span('');
    const first = { ...marker, text: `${marker.text.padStart(columns - 1)} ` };
    const lines = context.stack(item.children, inner, list.loose ? 'loose' : 'tight');
    const body = lines.length > 0 ? lines : [{ spans: [] }];
    const gap = list.loose && index > 0 ? [blankLine] : [];
    return [...gap, ...prefixed(body, first, span(' '.repeat(columns)), context, inner)];
  });
}

function markerOf(list: List, item: ListItem, index: number, level: number): DraftSpan {
  if (item.checked !== undefined)
    return item.checked ? span('☑', 'taskDone') : span('☐', 'taskOpen');
  if (list.ordered) return span(`${list.start + index}.`, 'bullet');
  return span(BULLETS[level % BULLETS.length] ?? '•', 'bullet');
}
