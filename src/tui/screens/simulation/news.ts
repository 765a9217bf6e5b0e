import type { News } from './actions.ts';
import { virtualMicros } from './speed.ts';
import { paused, type Request, requesting, type SimulationState } from './state.ts';
import { choose } from './update.ts';
import type { Item, Snapshot } from './world.ts';

/** After a nap of the machine, or of the shell, time goes on from where it was. */
const LONGEST_TICK_MS = 250;
/** A run may take a little longer than was said. */
const LEAST_HURRY_MICROS = 60e6;

/** The state after something was heard from the world outside. */
export function hear(state: SimulationState, news: News): SimulationState {
  switch (news.type) {
    case 'resize':
      return { ...state, size: news.size };
    case 'tick':
      return tick(state, news.nowMs);
    case 'snapshot':
      return shown({ ...state, isBehind: news.isBehind ?? state.isBehind }, news.snapshot);
    case 'faults':
      return { ...state, view: { kind: 'faults', faults: news.faults, at: 0 } };
    case 'items':
      return withItems(state, news.search, news.items);
    case 'injected':
      return { ...state, message: news.words };
    case 'heard':
      return {
        ...state,
        requests: state.requests.filter((request) => !news.requests.includes(request)),
      };
  }
}

/** Virtual time passes as real time did since the last tick, times the speed. */
function tick(state: SimulationState, nowMs: number): SimulationState {
  const { pace, snapshot, runsForMicros, tickedAtMs, requests } = state;
  if (pace === 'paused' || requests.some(({ kind }) => kind === 'advance')) return state;
  const ticked = { ...state, tickedAtMs: nowMs };
  if (pace === 'hurrying') {
    const micros = Math.max(LEAST_HURRY_MICROS, runsForMicros - snapshot.nowMicros);
    return requesting(ticked, { kind: 'advance', micros });
  }
  const realMs = tickedAtMs === undefined ? 0 : Math.min(LONGEST_TICK_MS, nowMs - tickedAtMs);
  const micros = virtualMicros(state.speed, realMs);
  return micros > 0 ? requesting(ticked, { kind: 'advance', micros }) : ticked;
}

function shown(state: SimulationState, snapshot: Snapshot): SimulationState {
  const next = { ...state, snapshot };
  return snapshot.ended ? paused(next) : next;
}

const isAnswered = ({ kind }: Request) => kind === 'items';

function withItems(
  state: SimulationState,
  search: string,
  items: readonly Item[],
): SimulationState {
  const { view } = state;
  // More may have been typed, or another view opened, since they were asked for.
  if (view.kind !== 'items' || (view.search ?? '') !== search) return state;
  const { choosesNext, ...rest } = view;
  const at = Math.max(0, Math.min(view.at, items.length - 1));
  const requests = state.requests.filter((each) => !isAnswered(each));
  const next = { ...state, requests, view: { ...rest, items, at } };
  if (!choosesNext) return next;
  return choose(next);
}
