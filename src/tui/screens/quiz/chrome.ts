import { RATINGS, type Rating, ratingNames } from '../../../domain/rating.ts';
import { paint, type Theme, widthOf } from '../../../markdown/index.ts';
import { keyHints } from '../../components/key-list.ts';
import { oneLine } from '../../components/one-line.ts';
import { cutTo, cutToEnd } from '../../cut.ts';
import { bindingsFor } from './keys.ts';
import type { Asking, QuizState } from './state.ts';
import { suggestedRating } from './suggestion.ts';

/** Rows from which on there are blank lines around the question. */
const AIRY = 16;

/** What stands above and below the question. */
export interface Chrome {
  readonly header: readonly string[];
  readonly buttons: readonly string[];
  readonly hasLastLine: boolean;
  /** Rows for the question itself. */
  readonly bodyRows: number;
}

/** Where there are few rows, what is needed least gives way: first the header, then the keys. */
export function chrome(state: QuizState, theme: Theme): Chrome {
  const air = state.size.rows >= AIRY ? [''] : [];
  const buttons = [...air, ...buttonLines(state, theme)];
  const header = [headerLine(state, theme), ...air];
  const rows = state.size.rows - 1;
  const withAll = rows - header.length - buttons.length - 1;
  if (withAll >= 1) return { header, buttons, hasLastLine: true, bodyRows: withAll };
  const hasLastLine = rows - buttons.length >= 2;
  const bodyRows = Math.max(1, rows - buttons.length - (hasLastLine ? 1 : 0));
  return { header: [], buttons, hasLastLine, bodyRows };
}

function headerLine({ asking, left, size }: QuizState, theme: Theme): string {
  if (!asking) return '';
  const { card } = asking;
  const about = `L${card.sheet.question.level} · ${card.why}`;
  const counts = card.why === 'practice' ? `${left.reviews} left` : countsOf(left);
  const room = size.columns - 2;
  const title = cutTo(oneLine(card.topicTitle), Math.max(0, room - widthOf(about) - 2));
  const start = `${title}  ${about}`;
  const space = room - widthOf(start) - widthOf(counts);
  const text =
    space >= 2 ? `${start}${' '.repeat(space)}${counts}` : shortened(title, about, counts, room);
  return paint(` ${cutTo(text, room)}`, ['muted'], theme);
}

/** The counts matter more than the end of a long title, as long as its start can be told. */
function shortened(title: string, about: string, counts: string, room: number): string {
  const forTitle = room - widthOf(about) - widthOf(counts) - 4;
  return forTitle >= 6 ? `${cutTo(title, forTitle)}  ${about}  ${counts}` : `${about}  ${counts}`;
}

function countsOf({ fresh, steps, reviews }: QuizState['left']): string {
  const counts = [
    [fresh, 'new'],
    [steps, steps === 1 ? 'step' : 'steps'],
    [reviews, 'due'],
  ] as const;
  const some = counts.filter(([count]) => count > 0);
  return some.map(([count, name]) => `${count} ${name}`).join(' · ');
}

/** The four ratings with what each leads to; the suggested one stands in brackets. */
function buttonLines({ asking, overlay, size }: QuizState, theme: Theme): string[] {
  if (asking?.phase !== 'revealed' || overlay) return [];
  const room = size.columns - 1;
  const full = packed(
    RATINGS.map((rating) => buttonText(rating, asking, true)),
    room,
  );
  const rows =
    full.length <= 2
      ? full
      : packed(
          RATINGS.map((rating) => buttonText(rating, asking, false)),
          room,
        );
  return rows.map((row) =>
    cutTo(row.map((text) => paintButton(text, theme)).join(''), size.columns),
  );
}

function buttonText(rating: Rating, asking: Asking, withInterval: boolean): string {
  const interval = withInterval ? asking.card.intervals?.[rating] : undefined;
  const text = [rating, ratingNames[rating], interval]
    .filter((part) => part !== undefined)
    .join(' ');
  return rating === suggestedRating(asking) ? `[${text}]` : ` ${text} `;
}

function paintButton(text: string, theme: Theme): string {
  return text.startsWith('[') ? paint(text, ['selected'], theme) : paint(text, ['strong'], theme);
}

/** As many in a row as fit. */
function packed(texts: readonly string[], room: number): string[][] {
  const rows: string[][] = [];
  for (const text of texts) {
    const row = rows.at(-1);
    if (row && widthOf([...row, text].join('')) <= room) row.push(text);
    else rows.push([text]);
  }
  return rows;
}

/** What is being typed, what is to be said, or the keys; `more` says where there is more: ↑, ↓ or both. */
export function lastLine(state: QuizState, more: string, theme: Theme): string {
  const { overlay, message, size } = state;
  if (overlay?.kind === 'prompt') return `/${cutToEnd(overlay.draft, size.columns - 3)}█`;
  if (message) return paint(cutTo(` ${oneLine(message)}`, size.columns - 1), ['strong'], theme);
  const hints = bindingsFor(state).flatMap(({ hint }) => hint ?? []);
  if (more !== '') hints.unshift(`${more} more`);
  return paint(` ${keyHints(hints, size.columns - 2)}`, ['muted'], theme);
}
