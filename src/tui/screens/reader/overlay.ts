import type { OutlineEntry } from '../../../markdown/index.ts';
import { find } from './find.ts';
import { lastHelpTop } from './help.ts';
import { visitOf } from './history.ts';
import { reveal, scrollTo } from './scroll.ts';
import type { ReaderState } from './state.ts';

/** What the outline shows while a filter is typed. */
export function outlineEntries({ page }: ReaderState, filter: string): readonly OutlineEntry[] {
  const words = filter.toLowerCase();
  return page.outline.filter(({ title }) => title.toLowerCase().includes(words));
}

/** Index of the section that the top of the screen is in. */
export function sectionAt({ page, top }: ReaderState): number {
  return Math.max(
    0,
    page.outline.findLastIndex(({ line }) => line <= top),
  );
}

/** Closes what is open over the page; else forgets the search and the selection. */
export function close(state: ReaderState): ReaderState {
  const { overlay, search: _, ...rest } = state;
  if (!overlay) return { ...rest, selected: undefined };
  return state.search ? { ...rest, search: state.search } : rest;
}

/** Changes the text that is being typed. */
export function edit(state: ReaderState, change: (text: string) => string): ReaderState {
  const { overlay } = state;
  if (overlay?.kind === 'prompt')
    return { ...state, overlay: { ...overlay, draft: change(overlay.draft) } };
  if (overlay?.kind === 'outline')
    return { ...state, overlay: { ...overlay, filter: change(overlay.filter), at: 0 } };
  return state;
}

/** Moves through the outline or the help. */
export function choose(state: ReaderState, by: number): ReaderState {
  const { overlay, size } = state;
  if (overlay?.kind === 'help') {
    // Where it is shown, which is not where it was put when the screen has grown since.
    const last = lastHelpTop(size);
    const top = Math.min(last, Math.max(0, Math.min(last, overlay.top) + by));
    return { ...state, overlay: { ...overlay, top } };
  }
  if (overlay?.kind !== 'outline') return state;
  const last = Math.max(0, outlineEntries(state, overlay.filter).length - 1);
  return { ...state, overlay: { ...overlay, at: Math.min(last, Math.max(0, overlay.at + by)) } };
}

/** Searches for what was typed, or jumps to the chosen section. */
export function accept(state: ReaderState): ReaderState {
  const { overlay, ...rest } = state;
  if (overlay?.kind === 'prompt') return startSearch(rest, overlay.draft);
  if (overlay?.kind !== 'outline') return rest;
  const entry = outlineEntries(state, overlay.filter)[overlay.at];
  return entry
    ? scrollTo({ ...rest, history: [...state.history, visitOf(state)] }, entry.line)
    : rest;
}

function startSearch(state: ReaderState, words: string): ReaderState {
  if (words.trim() === '') return state;
  const search = find(state.page, words, state.top);
  const folded = state.page.targets.some((target) => target.kind === 'details' && !target.open);
  if (search.hits.length === 0)
    return {
      ...state,
      message: `“${words}” is not on this page${folded ? '; A unfolds the answers' : ''}`,
    };
  return showHit({ ...state, search });
}

/** The next or previous place of the searched words, around the end of the page. */
export function nextHit(state: ReaderState, by: 1 | -1): ReaderState {
  const { search } = state;
  if (!search || search.hits.length === 0) return { ...state, message: 'search with / first' };
  return showHit({
    ...state,
    search: { ...search, current: (search.current + by + search.hits.length) % search.hits.length },
  });
}

function showHit(state: ReaderState): ReaderState {
  const line = state.search?.hits[state.search.current]?.[0]?.line;
  return line === undefined ? state : reveal(state, line);
}
