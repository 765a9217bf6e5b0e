import { lastKeysTop } from '../../components/key-list.ts';
import { KEYS } from './keys.ts';
import { bodyRows } from './rows.ts';
import { type LadderAction, type LadderState, listed, placeOf, SHOWN } from './state.ts';

export function updateLadder(state: LadderState, action: LadderAction): LadderState {
  switch (action.type) {
    case 'move':
      return move(state, action.by);
    case 'toNext':
      return { ...state, at: placeOf(state, state.view.next) };
    case 'find':
      return { ...state, isTyping: true };
    case 'stopFinding':
      return { ...state, isTyping: false };
    case 'type':
      return staying(state, { filter: state.filter + action.text });
    case 'erase':
      return staying(state, { filter: [...state.filter].slice(0, -1).join('') });
    case 'clear':
      return staying(state, { filter: '', isTyping: false });
    case 'cycle': {
      const next = SHOWN[(SHOWN.indexOf(state.shown) + 1) % SHOWN.length];
      return staying(state, { shown: next ?? 'all' });
    }
    case 'open': {
      const row = listed(state)[state.at];
      return row ? { ...state, done: { id: row.id } } : state;
    }
    case 'help':
      return { ...state, keysTop: 0 };
    case 'close':
      return { ...state, keysTop: undefined };
    case 'ask':
      return { ...state, request: action.request };
    case 'heard':
      return { ...state, request: undefined };
    case 'leave':
      return { ...state, done: { code: action.code } };
    case 'resize':
      return { ...state, size: action.size };
  }
}

function move(state: LadderState, by: number): LadderState {
  const { keysTop } = state;
  if (keysTop === undefined)
    return { ...state, at: Math.max(0, Math.min(listed(state).length - 1, state.at + by)) };
  // Where they are shown, which is not where they were put when the screen has grown since.
  const last = lastKeysTop(KEYS.length, bodyRows(state.size));
  return { ...state, keysTop: Math.min(last, Math.max(0, Math.min(last, keysTop) + by)) };
}

/** Lists other rows, and stays at the same one where it is among them; else at the one that comes next. */
function staying(state: LadderState, change: Partial<LadderState>): LadderState {
  const here = listed(state)[state.at]?.id;
  const next = { ...state, ...change };
  const isListed = listed(next).some(({ id }) => id === here);
  return { ...next, at: placeOf(next, isListed ? here : state.view.next) };
}
