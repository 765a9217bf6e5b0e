import { paint, type Theme, widthOf } from '../../../markdown/index.ts';
import { keyHints } from '../../components/key-list.ts';
import { oneLine } from '../../components/one-line.ts';
import { cutTo } from '../../cut.ts';
import { watch } from './clock.ts';
import { hintsFor } from './keys.ts';
import { isFast, speedWords } from './speed.ts';
import type { SimulationState } from './state.ts';

/** A title that is cut shorter says nothing. */
const SHORTEST_TITLE = 6;

/** What runs, and how time stands. Where it is narrow, first the title gives way, then all but the time. */
export function headerLine(state: SimulationState, theme: Theme): string {
  const room = state.size.columns - 2;
  const right = timeWords(state).find((words) => widthOf(words) <= room) ?? '';
  const seed = `seed ${state.seed}`;
  const titleRoom = room - widthOf(right) - 2;
  const full = `${oneLine(state.title)} · ${seed}`;
  const left =
    widthOf(full) <= titleRoom ? full : cutTo(oneLine(state.title), Math.max(0, titleRoom));
  const shown = titleRoom >= SHORTEST_TITLE ? left : '';
  const gap = ' '.repeat(Math.max(0, room - widthOf(shown) - widthOf(right)));
  return ` ${paint(shown, ['heading1'], theme)}${gap}${paint(right, ['strong'], theme)}`;
}

/** The time, and how fast it goes; the longest words first. */
function timeWords({ snapshot, pace, speed, isBehind, runsForMicros }: SimulationState): string[] {
  const digits = pace === 'paused' ? 3 : isFast(speed) || pace === 'hurrying' ? 0 : 1;
  const now = watch(snapshot.nowMicros, digits);
  if (snapshot.ended) return [`ended at ${now}`, `end ${now}`];
  const all = `${now} of ${watch(runsForMicros, 0)}`;
  const how = { paused: 'paused', hurrying: 'to the end', playing: playing() }[pace];
  return [`${all}  ${how}`, `${now}  ${how}`, now];

  function playing(): string {
    return isBehind ? `slower than ${speedWords(speed)}` : `playing ${speedWords(speed)}`;
  }
}

/** What was just done, or the keys; `hasMore`: there is more below. */
export function lastLine(state: SimulationState, hasMore: boolean, theme: Theme): string {
  const room = state.size.columns - 2;
  if (state.message !== undefined)
    return ` ${paint(cutTo(oneLine(state.message), room), ['strong'], theme)}`;
  const hints = hintsFor(state);
  if (hasMore) hints.unshift('↓ more');
  return ` ${paint(keyHints(hints, room), ['muted'], theme)}`;
}
