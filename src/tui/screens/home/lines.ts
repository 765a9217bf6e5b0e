import { daysFromNow, longDate } from '../../../domain/date-words.ts';
import { type Line, widthOf } from '../../../markdown/index.ts';
import { textLines } from '../../components/field-lines.ts';
import { hanging } from '../../components/hanging.ts';
import { readinessLines } from './readiness-lines.ts';
import type { HomeView, NextQuestion, Size } from './view.ts';
import { waitingParts } from './waiting.ts';

type Role = Line['spans'][number]['roles'][number];

const INDENT = '  ';
const SEPARATOR = ' · ';

/** A screen with fewer rows has none to spare between the blocks. */
const AIRY_ROWS = 16;

/** Today in lines that fit the columns of a screen; it is scrolled when they are more than its rows. */
export function homeLines(view: HomeView, { columns, rows }: Size): Line[] {
  const width = columns - INDENT.length;
  const blocks = [
    view.notice === undefined ? [] : wrapped(view.notice, width, ['mark']),
    dateLines(view, width),
    waitingLines(view, width),
    view.next ? nextLines(view.next, width) : [],
    readinessLines(view, width),
  ].filter((block) => block.length > 0);
  const air = rows < AIRY_ROWS ? [] : [{ spans: [] }];
  return blocks.flatMap((block) => [...air, ...hanging(indent, block)]);
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
  const mark = [{ text: 'Next  ', roles: ['muted' as const] }];
  const room = width - widthOf('Next  ');
  return hanging(mark, [
    ...wrapped(`“${prompt}”`, room),
    ...wrapped(`${topicTitle}, level ${level}: ${why}`, room, ['muted']),
  ]);
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
