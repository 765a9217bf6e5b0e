import { paint, type Theme, widthOf } from '../../../markdown/index.ts';
import { keyHints } from '../../components/key-list.ts';
import { oneLine } from '../../components/one-line.ts';
import { cutTo } from '../../cut.ts';
import { bindingsFor } from './keys.ts';
import type { ExerciseState } from './state.ts';

/** What is being done, the place on the ladder at the right; the title's end gives way first, then what is said about it. */
export function headerLine({ view, size }: ExerciseState, theme: Theme): string {
  const room = size.columns - 2;
  const title = oneLine(view.title);
  const about = `${view.kind} · L${view.level} · ${view.minutes} min`;
  const rests = [`${oneLine(view.topicTitle)} · ${about}`, about, view.kind, ''];
  const rightRoom = widthOf(view.place) + 2;
  const rest = rests.find((each) => widthOf(title) + 2 + widthOf(each) + rightRoom <= room) ?? '';
  const start = cutTo(title, Math.max(0, room - rightRoom - (rest === '' ? 0 : widthOf(rest) + 2)));
  const left = rest === '' ? start : `${start}  ${rest}`;
  const gap = ' '.repeat(Math.max(0, room - widthOf(left) - widthOf(view.place)));
  const painted = `${paint(start, ['heading1'], theme)}${paint(`${left.slice(start.length)}${gap}${view.place}`, ['muted'], theme)}`;
  return cutTo(` ${painted}`, size.columns - 1);
}

/** What is to be said, what is waited for, or the keys; `more`: the key to what is below. */
export function lastLine(state: ExerciseState, more: boolean, theme: Theme): string {
  const { message, overlay, waiting, size } = state;
  const said = overlay?.kind === 'restart' ? restartWords(state) : message;
  if (said !== undefined)
    return paint(cutTo(` ${oneLine(said)}`, size.columns - 1), ['strong'], theme);
  if (waiting !== undefined)
    return paint(cutTo(` ${WAITING[waiting]}`, size.columns - 1), ['muted'], theme);
  const hints = bindingsFor(state).flatMap(({ hint }) => hint ?? []);
  if (more) hints.unshift('PgDn more');
  return paint(` ${keyHints(hints, size.columns - 2)}`, ['muted'], theme);
}

function restartWords({ view }: ExerciseState): string {
  const asks = view.kind === 'code' ? 'New program, old one kept?' : 'Begin anew?';
  return `${asks} y yes, n no`;
}

const WAITING: Readonly<Record<NonNullable<ExerciseState['waiting']>, string>> = {
  answer: 'running …',
  watch: 'running …',
  restart: 'beginning anew …',
  hint: 'looking for a hint …',
  card: 'opening the card …',
  edit: 'your editor has the file …',
};
