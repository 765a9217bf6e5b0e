import type { Target } from '../../../markdown/index.ts';
import { toggle } from './folding.ts';
import { visitOf } from './history.ts';
import { reveal, scrollTo } from './scroll.ts';
import { asking, bodyRows, type ReaderState } from './state.ts';

/** The next target after the selected one, or the first in view when none in view is selected. */
export function selectTarget(state: ReaderState, by: 1 | -1): ReaderState {
  const { targets } = state.page;
  if (targets.length === 0) return { ...state, message: 'there is nothing to follow on this page' };
  const inView = (target: Target | undefined) =>
    target !== undefined &&
    target.line >= state.top &&
    target.line < state.top + bodyRows(state.size);
  const current = state.selected;
  if (current === undefined || !inView(targets[current])) {
    const visible = targets
      .map((target, index) => ({ target, index }))
      .filter(({ target }) => inView(target));
    const entry =
      by === 1
        ? (visible[0] ?? { index: targets.findIndex(({ line }) => line >= state.top) })
        : (visible.at(-1) ?? { index: targets.findLastIndex(({ line }) => line < state.top) });
    return select(state, entry.index === -1 ? 0 : entry.index);
  }
  return select(state, (current + by + targets.length) % targets.length);
}

function select(state: ReaderState, selected: number): ReaderState {
  const target = state.page.targets[selected];
  return target ? reveal({ ...state, selected }, target.line) : state;
}

/** Follows the selected link, or folds the selected answer. */
export function activate(state: ReaderState): ReaderState {
  const target = state.selected === undefined ? undefined : state.page.targets[state.selected];
  if (!target) return selectTarget(state, 1);
  if (target.kind === 'details') return toggle(state, [target.key], !target.open);
  if (target.to.kind === 'heading') return jumpTo(state, target.to.id);
  if (target.to.kind === 'web') return { ...state, message: target.to.url };
  const opening = { kind: 'open', link: target.to } as const;
  return asking({ ...state, opening }, opening);
}

function jumpTo(state: ReaderState, id: string): ReaderState {
  const entry = state.page.outline.find((heading) => heading.id === id);
  if (!entry) return { ...state, message: `there is no section ${id}` };
  return scrollTo({ ...state, history: [...state.history, visitOf(state)] }, entry.line);
}
