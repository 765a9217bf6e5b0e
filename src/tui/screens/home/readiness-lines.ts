import type { Level } from '../../../domain/level.ts';
import { type Line, widthOf } from '../../../markdown/index.ts';
import { cutTo } from '../../cut.ts';
import type { HomeView, ReadyCount, TopicReadiness } from './view.ts';

type Role = Line['spans'][number]['roles'][number];

const LEVELS: readonly Level[] = [1, 2, 3];
const GAP = '  ';
/** A title that is cut to less says too little: then the counts get a line of their own. */
const TITLE_LEAST = 16;

/** How many questions of each topic and level stand: a row a topic, all of them first. */
export function readinessLines({ topics, interview }: HomeView, width: number): Line[] {
  if (topics.length === 0) return [];
  const when = interview === undefined ? 'today' : 'on the day, as of now';
  const heading = line([cutTo(`Known ${when}`, width), ['heading2']]);
  const rows = topics.length === 1 ? topics : [allOf(topics), ...topics];
  const bar = barColumns(width);
  const cells = rows.map(({ levels }) => LEVELS.map((level) => cell(levels[level], bar)));
  const header = LEVELS.map((level) => `level ${level}`);
  const widths = header.map((name, column) =>
    widest([name, ...cells.map((row) => row[column] ?? '')]),
  );
  const titles = widest(rows.map(({ title }) => title));
  const room = width - widths.reduce((sum, each) => sum + GAP.length + each, 0);
  if (room < Math.min(titles, TITLE_LEAST))
    return [heading, ...rows.flatMap((row) => stacked(row, width))];
  const aligned = (row: readonly string[]) =>
    row.map((text, column) => GAP + padded(text, widths[column] ?? 0)).join('');
  const name = (title: string) => padded(cutTo(title, room), Math.min(room, titles));
  return [
    heading,
    line([`${name('')}${aligned(header)}`.trimEnd(), ['muted']]),
    ...rows.map(({ title }, row) => line([`${name(title)}${aligned(cells[row] ?? [])}`.trimEnd()])),
  ];
}

function barColumns(width: number): number {
  if (width >= 96) return 10;
  return width >= 72 ? 5 : 0;
}

/** `5 of 8`, with a bar where there is room; a dash where there is no such question. */
function cell({ ready, of }: ReadyCount, bar: number): string {
  if (of === 0) return '-';
  const count = `${ready} of ${of}`;
  return bar === 0 ? count : `${meter(ready, of, bar)} ${count}`;
}

/** Full only when all of it is, empty only when nothing is. */
function meter(part: number, of: number, columns: number): string {
  const most = part < of ? columns - 1 : columns;
  const filled = part === 0 ? 0 : Math.max(1, Math.min(most, Math.round((part / of) * columns)));
  return '█'.repeat(filled) + '░'.repeat(columns - filled);
}

function stacked({ title, levels }: TopicReadiness, width: number): Line[] {
  const counts = LEVELS.filter((level) => levels[level].of > 0).map(
    (level) => `L${level} ${levels[level].ready} of ${levels[level].of}`,
  );
  return [line([cutTo(title, width)]), line([cutTo(`  ${counts.join(GAP)}`, width), ['muted']])];
}

function allOf(topics: readonly TopicReadiness[]): TopicReadiness {
  const sum = (level: Level): ReadyCount => ({
    ready: topics.reduce((total, { levels }) => total + levels[level].ready, 0),
    of: topics.reduce((total, { levels }) => total + levels[level].of, 0),
  });
  return { id: '', title: 'All topics', levels: { 1: sum(1), 2: sum(2), 3: sum(3) } };
}

function line([text, roles = []]: readonly [string, (readonly Role[])?]): Line {
  return { spans: [{ text, roles }] };
}

function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - widthOf(text)));
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => widthOf(text)));
}
