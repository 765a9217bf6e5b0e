import { type Line, widthOf } from '../../../../markdown/index.ts';
import { oneLine } from '../../../components/one-line.ts';
import { cutTo } from '../../../cut.ts';
import { gauge, numbersOf, standing } from '../gauge.ts';
import { fitted, line, lineWidth, span } from '../spans.ts';
import type { Pipeline, PipelineNode, Snapshot } from '../world.ts';

const INDENT = '  ';
const GAP = 2;
/** Narrower, and the bar has to go. */
const BAR_FROM = 30;
/** Narrower, and the bar is short; and wide enough to say which part of it is which. */
const LONG_BAR_FROM = 48;
const SIGNED_FROM = 60;
const SHORT_BAR = 6;

/** The pipeline as a list, in order of flow: airy where there are rows for it, else a line a node. */
export function list(
  pipeline: Pipeline,
  snapshot: Snapshot,
  { columns, rows }: { columns: number; rows: number },
): Line[] {
  const airy = pipeline.nodes.flatMap((node) => twoLines(node, pipeline, snapshot, columns));
  if (airy.length <= rows) return airy;
  return oneLineEach(pipeline, snapshot, columns);
}

/** Name, what it is and where it leads to; below it, the numbers. */
function twoLines(
  node: PipelineNode,
  { nodes, links }: Pipeline,
  { readings }: Snapshot,
  columns: number,
): Line[] {
  const reading = readings.get(node.id);
  const { words, roles } = standing(node, reading);
  const targets = nodes.filter(({ id }) =>
    links.some(([from, to]) => from === node.id && to === id),
  );
  const name = cutTo(oneLine(node.name), columns - widthOf(words) - GAP);
  const head = line(span(name, 'strong'), span(' '.repeat(GAP)), span(words, ...roles));
  const room = columns - lineWidth(head) - GAP;
  const arrow = cutTo(`→ ${targets.map((target) => oneLine(target.name)).join(', ')}`, room);
  const leads = targets.length > 0 && room >= 8;
  return [
    leads ? line(...head.spans, span(' '.repeat(GAP)), span(arrow, 'muted')) : head,
    line(span(INDENT + numbersLine(node, { readings }, columns - INDENT.length))),
  ];
}

function oneLineEach({ nodes }: Pipeline, snapshot: Snapshot, columns: number): Line[] {
  const widest = Math.max(0, ...nodes.map(({ name }) => widthOf(oneLine(name))));
  const names = Math.min(widest, Math.floor(columns * 0.4));
  const words = nodes.map((node) => standing(node, snapshot.readings.get(node.id)));
  const kinds = Math.max(0, ...words.map((each) => widthOf(each.words)));
  return nodes.map((node, at) => {
    const { words: said, roles } = words[at] ?? { words: '', roles: [] };
    const isLoud = roles.includes('mark');
    const room = columns - names - GAP;
    const hasKind = isLoud || room - kinds - GAP >= BAR_FROM;
    const kind = hasKind ? `${fitted(said, isLoud ? widthOf(said) : kinds)}${' '.repeat(GAP)}` : '';
    return line(
      span(fitted(oneLine(node.name), names), 'strong'),
      span(' '.repeat(GAP)),
      span(kind, ...roles),
      span(numbersLine(node, snapshot, Math.max(0, room - widthOf(kind)))),
    );
  });
}

/** The bar and as many of the numbers as fit. */
function numbersLine(
  { id }: PipelineNode,
  { readings }: Pick<Snapshot, 'readings'>,
  columns: number,
): string {
  const reading = readings.get(id);
  if (!reading) return '';
  const hasBar = columns >= BAR_FROM && reading.parts.length > 0;
  const wide = columns < LONG_BAR_FROM ? SHORT_BAR : Math.floor(columns / 4);
  const bar = hasBar ? `${gauge(reading, wide)}  ` : '';
  let text = bar;
  for (const number of numbersOf(reading, hasBar && columns >= SIGNED_FROM)) {
    const longer = text === bar ? `${bar}${number}` : `${text}  ${number}`;
    if (widthOf(longer) > columns) break;
    text = longer;
  }
  return cutTo(text, columns);
}
