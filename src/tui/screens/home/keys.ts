import type { Key } from 'ink';
import type { KeyHelp } from '../../components/key-list.ts';
import { scrollBy } from './scrolling.ts';
import type { HomeAction } from './state.ts';
import type { Place } from './view.ts';

const places: ReadonlyMap<string, Place> = new Map([
  [' ', 'quiz'],
  ['s', 'study'],
  ['x', 'try'],
  ['m', 'mock'],
  ['c', 'cram'],
  ['p', 'plan'],
  ['t', 'stats'],
  ['l', 'topics'],
]);

/** The keys as the help shows them. */
export const KEYS: readonly KeyHelp[] = [
  { keys: 'Enter, space', does: 'answer what waits today' },
  { keys: 's', does: 'study the topic that comes next' },
  { keys: 'x', does: 'try the exercises' },
  { keys: 'm', does: 'an interview against the clock' },
  { keys: 'c', does: 'practise the weakest; the schedule stays as it is' },
  { keys: 'p', does: 'the plan until the interview' },
  { keys: 't', does: 'statistics' },
  { keys: 'l', does: 'all topics, to read one' },
  { keys: 'j k ↓ ↑, g G', does: 'scroll' },
  { keys: '?', does: 'these keys' },
  { keys: 'Ctrl-Z', does: 'to the shell; fg comes back' },
  { keys: 'q, Ctrl-C', does: 'leave' },
];

/** The most important keys, the most important first, for one line. */
export const HINTS: readonly string[] = [
  'Enter quiz',
  's study',
  '? keys',
  'x try',
  'm mock',
  'c cram',
  'p plan',
  't stats',
  'l topics',
  'q quit',
];

/** What a key means; `rows` is how many lines of the body are in view. */
export function homeActionFor(
  input: string,
  key: Key,
  isHelp: boolean,
  rows: number,
): HomeAction | undefined {
  if (key.ctrl && input === 'c') return { type: 'leave', code: 130 };
  if (input === '?' || (isHelp && (key.escape || input === 'q'))) return { type: 'keys' };
  const by = scrollBy(input, key, rows);
  if (by !== undefined) return { type: 'scroll', by };
  if (isHelp || key.ctrl || key.meta) return undefined;
  if (input === 'q') return { type: 'leave', code: 0 };
  const place = key.return ? 'quiz' : places.get(input);
  return place && { type: 'go', place };
}
