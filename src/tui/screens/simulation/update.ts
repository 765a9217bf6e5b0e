import type { Press } from './actions.ts';
import { bodyLineCount, rowsOf } from './scroll.ts';
import { changedSpeed } from './speed.ts';
import { paused, requesting, type SimulationState } from './state.ts';

/** The state after a key. What it asks of the world outside stands in `requests`. */
export function act(before: SimulationState, press: Press): SimulationState {
  const state = { ...before, message: undefined };
  switch (press.type) {
    case 'playOrPause':
      return state.pace === 'paused' ? { ...state, pace: 'playing' } : paused(state);
    case 'step':
      return requesting(paused(state), { kind: 'step' });
    case 'hurry':
      return { ...state, pace: 'hurrying' };
    case 'restart':
      return restart(state);
    case 'speed':
      return { ...state, speed: changedSpeed(state.speed, press.by), isBehind: false };
    case 'show':
      return { ...state, view: { kind: press.view, top: 0 } };
    case 'faults':
      return state.snapshot.ended ? over(state) : requesting(state, { kind: 'faults' });
    case 'items':
      return searching(state, press.search);
    case 'inject':
      return inject(state, press.at);
    case 'choose':
      return choose(state);
    case 'unfollow':
      return requesting(state, { kind: 'follow', trace: undefined });
    case 'move':
      return move(state, press.by);
    case 'suspendProcess':
    case 'redraw':
      return requesting(state, { kind: press.type });
    case 'leave':
      return requesting(state, { kind: 'leave', code: press.code });
  }
}

/** What was still to be done to the old run is not for the new one. */
function restart(state: SimulationState): SimulationState {
  const requests = state.requests.filter(({ kind }) => kind !== 'advance' && kind !== 'step');
  const pace = state.pace === 'paused' && !state.snapshot.ended ? 'paused' : 'playing';
  return requesting(
    { ...state, requests, pace, tickedAtMs: undefined, isBehind: false },
    { kind: 'restart' },
  );
}

function searching(state: SimulationState, search: string | undefined): SimulationState {
  const items = state.view.kind === 'items' ? state.view.items : [];
  return requesting(
    { ...state, view: { kind: 'items', items, at: 0, search } },
    { kind: 'items', search: search ?? '' },
  );
}

/** Chooses what the list marks, once it shows what was typed. */
export function choose(state: SimulationState): SimulationState {
  const { view } = state;
  if (view.kind === 'faults') return inject(state, view.at);
  // A pasted name and its Enter come before the list can have followed.
  if (view.kind === 'items' && isAwaited(state, view.search ?? ''))
    return { ...state, view: { ...view, choosesNext: true } };
  const item = view.kind === 'items' ? view.items[view.at] : undefined;
  if (!item) return state;
  return requesting(
    { ...state, view: { kind: 'pipeline', top: 0 } },
    { kind: 'follow', trace: item.trace },
  );
}

function isAwaited({ requests }: SimulationState, search: string): boolean {
  return requests.some((request) => request.kind === 'items' && request.search === search);
}

function over(state: SimulationState): SimulationState {
  return {
    ...state,
    view: { kind: 'pipeline', top: 0 },
    message: 'The run is over: r starts it again.',
  };
}

/** Back to the pipeline, to see what comes of it. */
function inject(state: SimulationState, at: number): SimulationState {
  const { view } = state;
  const fault = view.kind === 'faults' ? view.faults[at] : undefined;
  if (!fault) return state;
  if (state.snapshot.ended) return over(state);
  return requesting(
    { ...state, view: { kind: 'pipeline', top: 0 } },
    { kind: 'inject', key: fault.key },
  );
}

function move(state: SimulationState, by: number): SimulationState {
  const { view } = state;
  if (view.kind === 'faults') {
    return { ...state, view: { ...view, at: within(view.at + by, view.faults.length) } };
  }
  if (view.kind === 'items')
    return { ...state, view: { ...view, at: within(view.at + by, view.items.length) } };
  const last = Math.max(0, bodyLineCount(state) - rowsOf(state));
  const top = Math.min(last, Math.max(0, Math.min(last, view.top) + by));
  return { ...state, view: { ...view, top } };
}

function within(at: number, length: number): number {
  return Math.max(0, Math.min(length - 1, at));
}
