import type { Key } from 'ink';
import type { Overlay } from './state.ts';
import type { Action } from './update.ts';

const SIDEWAYS = 8;
/** Lines of the help: few enough for the lowest screens that it is scrolled on. */
const HELP_PAGE = 3;

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
  x: { type: 'try' },
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
  if (overlay?.kind === 'help') return [helpKey(input, key)];
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
  const text = input.replace(/[^\P{C}]/gu, '');
  return key.ctrl || key.meta || text === '' ? [] : [{ type: 'type', text }];
}

/** The help is scrolled by the keys of the page; all others close it. */
function helpKey(input: string, key: Key): Action {
  if (key.downArrow || input === 'j') return { type: 'choose', by: 1 };
  if (key.upArrow || input === 'k') return { type: 'choose', by: -1 };
  if (key.pageDown || input === ' ') return { type: 'choose', by: HELP_PAGE };
  if (key.pageUp || input === 'b') return { type: 'choose', by: -HELP_PAGE };
  return { type: 'escape' };
}
