import { daysFromNow, longDate } from '../../../domain/date-words.ts';
import { type Line, widthOf } from '../../../markdown/index.ts';
import { textLines } from '../../components/field-lines.ts';
import { hanging } from '../../components/hanging.ts';
import { readinessLines } from './readiness-lines.ts';
import { bodyRows } from './state.ts';
import type { Exercises, HomeView, NextQuestion, Size } from './view.ts';
import { waitingParts } from './waiting.ts';

type Role = Line['spans'][number]['roles'][number];

const INDENT = '  ';
const SEPARATOR = ' · ';
/** What stands before a block, in columns of the same width. */
const NEXT = 'Next  ';
const TRY = 'Try   ';

/** A screen with fewer rows has none to spare between the blocks. */
const AIRY_ROWS = 16;

/** Today in lines that fit the columns of a screen; it is scrolled when they are more than its rows. */
export function homeLines(view: HomeView, size: Size): Line[] {
  const { columns, rows } = size;
  const width = columns - INDENT.length;
  const blocks = [
    view.notice === undefined ? [] : wrapped(view.notice, width, ['mark']),
    dateLines(view, width),
    waitingLines(view, width),
    [...(view.next ? nextLines(view.next, width) : []), ...exerciseLines(view.exercises, width)],
    readinessLines(view, width),
  ].filter((block) => block.length > 0);
  const air = rows < AIRY_ROWS ? [] : [{ spans: [] }];
  const lines = blocks.flatMap((block) => [...air, ...hanging(indent, block)]);
  // The margin at the top is the first to go where something would be out of view.
  return lines.length > bodyRows(size) ? lines.slice(air.length) : lines;
}

const indent = [{ text: INDENT, roles: [] }];

function dateLines({ today, interview }: HomeView, width: number): Line[] {
  const date = longDate(today);
  if (interview === undefined) return wrapped(date, width, ['heading1']);
  const far =
    interview === today
      ? 'the interview is today'
      : `the interview is ${daysFromNow(interview - today)}`;
  return together(
    [
      [date, ['heading1']],
      [far, ['strong']],
    ],
    width,
  );
}

function waitingLines(view: HomeView, width: number): Line[] {
  const { waiting, minutes } = view;
  const parts = waitingParts(waiting);
  if (parts.length > 0)
    return together(
      [
        [parts.join(SEPARATOR), ['strong']],
        [`about ${minutes} min`, ['muted']],
      ],
      width,
    );
  if (view.topics.length === 0) return wrapped('There are no questions in your topics yet.', width);
  const later =
    view.laterOn === undefined
      ? 'Nothing comes back by itself; c practises what you know.'
      : `More comes ${laterWords(view.laterOn, view.today)}. Until then, c practises the weakest.`;
  return [...wrapped('Nothing is left for today.', width, ['strong']), ...wrapped(later, width)];
}

function laterWords(day: number, today: number): string {
  const far = daysFromNow(day - today);
  return day - today > 1 ? `${far}, on ${longDate(day)}` : far;
}

function nextLines({ prompt, topicTitle, level, why }: NextQuestion, width: number): Line[] {
  const room = width - widthOf(NEXT);
  return marked(NEXT, [
    ...wrapped(`“${prompt}”`, room),
    ...wrapped(`${topicTitle}, level ${level}: ${why}`, room, ['muted']),
  ]);
}

/** The count, and what is next in the same line where it fits: the ladder tells it anyway. */
function exerciseLines({ done, all, next }: Exercises, width: number): Line[] {
  if (all === 0) return [];
  const room = width - widthOf(TRY);
  const count = `${done} of ${all} ${all === 1 ? 'exercise' : 'exercises'} done`;
  const title = next ? `${SEPARATOR}next “${next.title}”` : '';
  if (widthOf(count + title) > room) return marked(TRY, wrapped(count, room));
  const spans = [
    { text: count, roles: [] },
    { text: title, roles: ['muted' as const] },
  ];
  return marked(TRY, [{ spans }]);
}

function marked(mark: string, lines: readonly Line[]): Line[] {
  return hanging([{ text: mark, roles: ['muted'] }], lines);
}

/** The parts in one line, or each in its own where they don't fit side by side. */
function together(parts: readonly (readonly [string, readonly Role[]])[], width: number): Line[] {
  const whole = parts.map(([text]) => text).join(SEPARATOR);
  if (widthOf(whole) > width) return parts.flatMap(([text, roles]) => wrapped(text, width, roles));
  const spans = parts.flatMap(([text, roles], index) => [
    ...(index === 0 ? [] : [{ text: SEPARATOR, roles: [] }]),
    { text, roles },
  ]);
  return [{ spans }];
}

function wrapped(text: string, width: number, roles: readonly Role[] = []): Line[] {
  return textLines(text, Math.max(1, width)).map(({ spans }) => ({
    spans: spans.map((span) => ({ ...span, text: span.text.trimEnd(), roles })),
  }));
}
