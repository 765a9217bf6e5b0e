import { RATINGS, ratingNames } from '../../../domain/rating.ts';
import { paint, type Theme, widthOf } from '../../../markdown/index.ts';
import { keyHints } from '../../components/key-list.ts';
import { oneLine } from '../../components/one-line.ts';
import { cutTo } from '../../cut.ts';
import { timeLeft } from './clock.ts';
import { bindingsFor } from './keys.ts';
import { suggestedRating } from './review.ts';
import { answerIn, type MockState, questionIn } from './state.ts';

/** Rows from which on there are blank lines around the question. */
const AIRY = 16;
/** A title that is cut shorter says nothing. */
const SHORTEST_TITLE = 6;

/** What stands above and below the question. */
export interface Chrome {
  readonly header: readonly string[];
  readonly buttons: readonly string[];
  /** Rows for the question itself. */
  readonly bodyRows: number;
}

/** One row stays free for the last line, another for the terminal, which ink clears when its output fills it. */
export function chrome(state: MockState, theme: Theme): Chrome {
  const air = state.size.rows >= AIRY ? [''] : [];
  const header = [headerLine(state, theme), ...air];
  const buttons = [...air, ...buttonLines(state, theme)];
  const bodyRows = Math.max(1, state.size.rows - 2 - header.length - buttons.length);
  return { header, buttons, bodyRows };
}

/** Where it is narrow, first the title gives way, then all but the time. */
function headerLine(state: MockState, theme: Theme): string {
  const { about, right, isClose } = headerWords(state);
  const room = state.size.columns - 2;
  const titleRoom = room - widthOf(about) - widthOf(right) - 4;
  const title = oneLine(questionIn(state.scene)?.topicTitle ?? '');
  const left = titleRoom >= SHORTEST_TITLE ? `${cutTo(title, titleRoom)}  ${about}` : about;
  const space = room - widthOf(left) - widthOf(right);
  const end = paint(cutTo(right, room), [isClose ? 'mark' : 'muted'], theme);
  return space >= 2 ? ` ${paint(left, ['muted'], theme)}${' '.repeat(space)}${end}` : ` ${end}`;
}

function headerWords({ scene, endsAtMs, nowMs }: MockState) {
  const level = `L${questionIn(scene)?.sheet.question.level ?? ''}`;
  if (scene.kind === 'asking') {
    const { words, isClose } = timeLeft(endsAtMs, nowMs);
    return { about: `${level} · question ${scene.number}`, right: words, isClose };
  }
  const { answers, at } = scene;
  const unrated = answers.filter(({ rating }) => rating === undefined).length;
  const about = `${level} · review ${at + 1} of ${answers.length}`;
  return { about, right: `${unrated} to rate`, isClose: false };
}

/** The four ratings, the suggested one in brackets; or what the answer was rated. */
function buttonLines({ scene, overlay, size }: MockState, theme: Theme): string[] {
  if (scene.kind === 'asking' || overlay) return [];
  const rated = answerIn(scene)?.rating;
  if (rated !== undefined) return [` ${paint(`rated ${ratingNames[rated]}`, ['strong'], theme)}`];
  const suggested = suggestedRating(scene);
  const buttons = RATINGS.map((rating) => {
    const text = `${rating} ${ratingNames[rating]}`;
    return rating === suggested
      ? paint(`[${text}]`, ['selected'], theme)
      : paint(` ${text} `, ['strong'], theme);
  });
  return [cutTo(buttons.join(''), size.columns)];
}

/** What is asked or said, or the keys; `hasMore`: there is more below. */
export function lastLine(state: MockState, hasMore: boolean, theme: Theme): string {
  const { overlay, message, size } = state;
  const room = size.columns - 2;
  const hints = bindingsFor(state).flatMap(({ hint }) => hint ?? []);
  const loud = (text: string) => ` ${paint(cutTo(text, room), ['strong'], theme)}`;
  if (overlay?.kind === 'ending') return loud(`End the interview? ${hints.join('  ')}`);
  if (message) return loud(oneLine(message));
  if (hasMore && !overlay) hints.unshift('↓ more');
  return ` ${paint(keyHints(hints, room), ['muted'], theme)}`;
}
