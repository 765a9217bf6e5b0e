import { lastKeysTop } from '../../components/key-list.ts';
import { helpOf } from './keys.ts';
import { rowsOf } from './scroll.ts';
import { type QuizState, requesting, type TopicRequest } from './state.ts';

/** Moves through the help or what was found. */
export function choose(state: QuizState, by: number): QuizState {
  const { overlay } = state;
  if (overlay?.kind === 'help') {
    // Where it is shown, which is not where it was put when the screen has grown since.
    const last = lastKeysTop(helpOf(state).length, rowsOf(state));
    const top = Math.min(last, Math.max(0, Math.min(last, overlay.top) + by));
    return { ...state, overlay: { ...overlay, top } };
  }
  if (overlay?.kind !== 'hits') return state;
  const at = Math.min(overlay.hits.length - 1, Math.max(0, overlay.at + by));
  return { ...state, overlay: { ...overlay, at } };
}

/** Searches for what was typed, or opens what was chosen. */
export function accept(state: QuizState): QuizState {
  const { overlay } = state;
  if (overlay?.kind === 'prompt') {
    const words = overlay.draft.trim();
    const closed = { ...state, overlay: undefined };
    return words === '' ? closed : requesting(closed, { kind: 'search', words });
  }
  const hit = overlay?.kind === 'hits' ? overlay.hits[overlay.at] : undefined;
  return hit ? openTopic(state, hit.topic) : state;
}

export function openTopic(state: QuizState, id: string): QuizState {
  const opening: TopicRequest = { kind: 'openTopic', id };
  return requesting({ ...state, opening }, opening);
}

export function editDraft(state: QuizState, change: (draft: string) => string): QuizState {
  const { overlay } = state;
  if (overlay?.kind !== 'prompt') return state;
  return { ...state, overlay: { ...overlay, draft: change(overlay.draft) } };
}
