import type { Key } from 'ink';
import type { Overlay } from './state.ts';
import type { Action } from './update.ts';

/** The keys as the help shows them. */
export const HELP: readonly (readonly [keys: string, does: string])[] = [
  ['j k ↓ ↑', 'a line down, up'],
  ['space b, PgDn PgUp', 'a page down, up'],
  ['d u', 'half a page down, up'],
  ['g G, Home End', 'to the start, to the end'],
  ['h l ← →', 'wide code and diagrams sideways'],
  ['o', 'outline: jump to a section'],
  ['/ n N', 'search in the page, next, previous'],
  ['Tab Shift-Tab', 'next, previous link or question'],
  ['Enter', 'follow the link; open or close the answer'],
  ['Backspace, Ctrl-O', 'back to where you were'],
  ['a A', 'open or close this answer, all answers'],
  ['t', 'dark or light theme'],
  ['Ctrl-Z', 'to the shell; fg comes back'],
  ['q, Ctrl-C', 'leave'],
];

const SIDEWAYS = 8;

const plain: Readonly<Record<string, Action>> = {
  j: { type: 'scroll', lines: 1 },
  k: { type: 'scroll', lines: -1 },
  ' ': { type: 'page', pages: 1 },
  f: { type: 'page', pages: 1 },
  b: { type: 'page', pages: -1 },
  d: { type: 'page', pages: 0.5 },
  u: { type: 'page', pages: -0.5 },
  g: { type: 'start' },
  G: { type: 'end' },
  h: { type: 'sideways', columns: -SIDEWAYS },
  l: { type: 'sideways', columns: SIDEWAYS },
  o: { type: 'outline' },
  '/': { type: 'prompt' },
  n: { type: 'hit', by: 1 },
  N: { type: 'hit', by: -1 },
  a: { type: 'toggle' },
  A: { type: 'toggleAll' },
  '[': { type: 'back' },
  t: { type: 'theme' },
  r: { type: 'redraw' },
  '?': { type: 'help' },
  q: { type: 'leave', code: 0 },
};

const control: Readonly<Record<string, Action>> = {
  c: { type: 'leave', code: 130 },
  z: { type: 'suspend' },
  o: { type: 'back' },
  d: { type: 'page', pages: 0.5 },
  u: { type: 'page', pages: -0.5 },
  f: { type: 'page', pages: 1 },
  b: { type: 'page', pages: -1 },
  l: { type: 'redraw' },
};

/** What keys mean. A held key arrives as several characters at once, so there may be several actions. */
export function actionsFor(input: string, key: Key, overlay: Overlay | undefined): Action[] {
  if (key.ctrl && (input === 'c' || input === 'z')) return [control[input] as Action];
  if (overlay?.kind === 'help') return [{ type: 'escape' }];
  if (overlay) return overlayActions(input, key, overlay);
  const named = namedKey(key);
  if (named) return [named];
  if (key.ctrl) return [control[input]].filter((action) => action !== undefined);
  return [...input].map((character) => plain[character]).filter((action) => action !== undefined);
}

function namedKey(key: Key): Action | undefined {
  if (key.downArrow) return { type: 'scroll', lines: 1 };
  if (key.upArrow) return { type: 'scroll', lines: -1 };
  if (key.rightArrow) return { type: 'sideways', columns: SIDEWAYS };
  if (key.leftArrow) return { type: 'sideways', columns: -SIDEWAYS };
  if (key.pageDown) return { type: 'page', pages: 1 };
  if (key.pageUp) return { type: 'page', pages: -1 };
  if (key.home) return { type: 'start' };
  if (key.end) return { type: 'end' };
  if (key.tab) return { type: key.shift ? 'previous' : 'next' };
  if (key.return) return { type: 'activate' };
  // Terminals send the one or the other for the backspace key.
  if (key.backspace || key.delete) return { type: 'back' };
  return key.escape ? { type: 'escape' } : undefined;
}

function overlayActions(input: string, key: Key, overlay: Overlay): Action[] {
  if (key.escape) return [{ type: 'escape' }];
  if (key.return) return [{ type: 'accept' }];
  if (key.backspace || key.delete)
    return [
      overlay.kind === 'prompt' && overlay.draft === '' ? { type: 'escape' } : { type: 'erase' },
    ];
  if (key.downArrow || (key.ctrl && input === 'n')) return [{ type: 'choose', by: 1 }];
  if (key.upArrow || (key.ctrl && input === 'p')) return [{ type: 'choose', by: -1 }];
  if (key.pageDown) return [{ type: 'choose', by: 10 }];
  if (key.pageUp) return [{ type: 'choose', by: -10 }];
  if (overlay.kind === 'outline' && overlay.filter === '' && /^[jkq]+$/.test(input))
    return [...input].map(outlineKey);
  const text = input.replace(/[^\P{C}]/gu, '');
  return key.ctrl || key.meta || text === '' ? [] : [{ type: 'type', text }];
}

/** Until a filter is begun with another letter, the outline moves by the keys of the page. */
function outlineKey(character: string): Action {
  if (character === 'q') return { type: 'escape' };
  return { type: 'choose', by: character === 'j' ? 1 : -1 };
}
