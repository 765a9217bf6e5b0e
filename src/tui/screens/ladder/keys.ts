import type { Key } from 'ink';
import type { KeyHelp } from '../../components/key-list.ts';
import type { LadderAction, LadderState } from './state.ts';

const PAGE = 8;
const FAR = 1e6;

/** The keys as the help shows them. */
export const KEYS: readonly KeyHelp[] = [
  { keys: 'Enter', does: 'do this exercise' },
  { keys: 'n', does: 'to the next one to do' },
  { keys: 'j k ↓ ↑', does: 'down, up' },
  { keys: 'PgDn PgUp, g G', does: 'further; to the ends' },
  { keys: '/', does: 'find by typing' },
  { keys: 'f', does: 'all, open, done or due' },
  { keys: 'Esc', does: 'list all found again' },
  { keys: '✓ ● ↺ ·', does: 'done, tried, due, new' },
  { keys: '?', does: 'these keys' },
  { keys: 'Ctrl-L', does: 'draw the screen again' },
  { keys: 'Ctrl-Z', does: 'to the shell; fg comes back' },
  { keys: 'q, Ctrl-C', does: 'leave' },
];

const letters: ReadonlyMap<string, LadderAction> = new Map<string, LadderAction>([
  ['j', { type: 'move', by: 1 }],
  ['k', { type: 'move', by: -1 }],
  [' ', { type: 'move', by: PAGE }],
  ['g', { type: 'move', by: -FAR }],
  ['G', { type: 'move', by: FAR }],
  ['n', { type: 'toNext' }],
  ['/', { type: 'find' }],
  ['f', { type: 'cycle' }],
  ['?', { type: 'help' }],
  ['q', { type: 'leave', code: 0 }],
]);

const controls: ReadonlyMap<string, LadderAction> = new Map<string, LadderAction>([
  ['c', { type: 'leave', code: 130 }],
  ['z', { type: 'ask', request: 'suspendProcess' }],
  ['l', { type: 'ask', request: 'redraw' }],
  ['d', { type: 'move', by: PAGE }],
  ['u', { type: 'move', by: -PAGE }],
]);

/** What a key means where the learner is. */
export function ladderActionFor(
  input: string,
  key: Key,
  { keysTop, isTyping, filter }: LadderState,
): LadderAction | undefined {
  if (key.ctrl) return controls.get(input);
  const moved = movedBy(key);
  if (moved !== undefined) return { type: 'move', by: moved };
  if (keysTop !== undefined) return overKeys(input, key);
  if (key.return) return { type: 'open' };
  if (isTyping) return whileTyping(input, key);
  if (key.escape) return filter === '' ? undefined : { type: 'clear' };
  return key.meta ? undefined : letters.get(input);
}

function movedBy(key: Key): number | undefined {
  if (key.downArrow) return 1;
  if (key.upArrow) return -1;
  if (key.pageDown) return PAGE;
  if (key.pageUp) return -PAGE;
  if (key.home) return -FAR;
  return key.end ? FAR : undefined;
}

function overKeys(input: string, key: Key): LadderAction | undefined {
  if (key.escape || key.return || input === '?' || input === 'q') return { type: 'close' };
  const action = letters.get(input);
  return action?.type === 'move' ? action : undefined;
}

function whileTyping(input: string, key: Key): LadderAction | undefined {
  if (key.escape) return { type: 'clear' };
  if (key.tab) return { type: 'stopFinding' };
  if (key.backspace || key.delete) return { type: 'erase' };
  const text = input.replace(/[^\P{C}]/gu, '');
  return key.meta || text === '' ? undefined : { type: 'type', text };
}
