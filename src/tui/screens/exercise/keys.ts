import { helpOn, type KeyHelp } from '../../components/key-list.ts';
import type { Binding } from './binding.ts';
import { promptKeys, typingKeys } from './prompt-keys.ts';
import { type ExerciseState, isTyping, type Overlay } from './state.ts';

const SIDEWAYS = 8;
/** Lines of the help: few enough for the lowest screens that it is scrolled on. */
const HELP_PAGE = 3;

const always: readonly Binding[] = [
  {
    keys: ['Ctrl-C'],
    does: 'leave at once',
    press: { type: 'leave', end: { go: 'quit', code: 130 } },
  },
  { keys: ['Ctrl-Z'], does: 'to the shell; fg comes back', press: { type: 'suspendProcess' } },
  { keys: ['Ctrl-L'], does: 'draw the screen again', press: { type: 'redraw' } },
];

const paging: readonly Binding[] = [
  { keys: ['PgDn', 'Ctrl-D'], does: 'half a page down', press: { type: 'page', by: 0.5 } },
  { keys: ['PgUp', 'Ctrl-U'], does: 'half a page up', press: { type: 'page', by: -0.5 } },
];

const scrolling: readonly Binding[] = [
  { keys: ['j', '↓'], does: 'down', press: { type: 'step', by: 1 } },
  { keys: ['k', '↑'], does: 'up', press: { type: 'step', by: -1 } },
  { keys: ['Space'], does: 'half a page down', press: { type: 'page', by: 0.5 } },
  ...paging,
  { keys: ['g', 'Home'], does: 'to the beginning', press: { type: 'jump', to: 'start' } },
  { keys: ['G', 'End'], does: 'to the end', press: { type: 'jump', to: 'end' } },
  { keys: ['→'], does: 'wide code to the right', press: { type: 'sideways', columns: SIDEWAYS } },
  { keys: ['←'], does: 'wide code to the left', press: { type: 'sideways', columns: -SIDEWAYS } },
];

/** While a line is typed, what does nothing to it moves the transcript. */
const beside: readonly Binding[] = [
  { keys: ['↓'], does: 'down', press: { type: 'step', by: 1 } },
  { keys: ['↑'], does: 'up', press: { type: 'step', by: -1 } },
  ...paging.map((binding) => ({ ...binding, keys: binding.keys.slice(0, 1) })),
];

/** The keys valid here. Where two want the same key, the first has it. */
export function bindingsFor(state: ExerciseState): Binding[] {
  if (state.waiting !== undefined) return [...always];
  if (state.overlay) return [...overlayKeys[state.overlay.kind], ...always];
  if (isTyping(state)) return [...typingKeys(state), ...beside, ...always];
  return firstWins([
    ...promptKeys(state),
    ...(state.asked.prompt.kind === 'end' ? [] : underway(state)),
    ...everywhere,
    ...scrolling,
    ...always,
    help,
  ]);
}

const overlayKeys: Readonly<Record<Overlay['kind'], readonly Binding[]>> = {
  help: [
    { keys: ['j', '↓'], does: 'down', hint: 'j k scroll', press: { type: 'scrollHelp', by: 1 } },
    { keys: ['k', '↑'], does: 'up', press: { type: 'scrollHelp', by: -1 } },
    {
      keys: ['Space', 'PgDn'],
      does: 'further down',
      press: { type: 'scrollHelp', by: HELP_PAGE },
    },
    { keys: ['PgUp'], does: 'further up', press: { type: 'scrollHelp', by: -HELP_PAGE } },
    {
      keys: ['Esc', 'q', '?', 'Enter'],
      does: 'close',
      hint: 'Esc closes',
      press: { type: 'close' },
    },
  ],
  restart: [
    { keys: ['y'], does: 'begin anew', press: { type: 'restart' } },
    { keys: ['n', 'Esc', 'q'], does: 'go on', press: { type: 'close' } },
  ],
};

const everywhere: readonly Binding[] = [
  { keys: ['c'], does: 'read the topic card', hint: 'c card', press: { type: 'card' } },
  {
    keys: ['l'],
    does: 'the list of exercises',
    hint: 'l list',
    press: { type: 'leave', end: { go: 'list', code: 0 } },
  },
  {
    keys: ['q'],
    does: 'leave',
    hint: 'q quit',
    press: { type: 'leave', end: { go: 'quit', code: 0 } },
  },
];

const help: Binding = { keys: ['?'], does: 'these keys', hint: '? keys', press: { type: 'help' } };

function underway({ hintsLeft }: ExerciseState): Binding[] {
  return [
    {
      keys: ['h'],
      does: 'a hint',
      ...(hintsLeft > 0 ? { hint: `h hint (${hintsLeft})` } : {}),
      press: { type: 'hint' },
    },
    {
      keys: ['s'],
      does: 'skip this exercise',
      hint: 's skip',
      press: { type: 'leave', end: { go: 'skip', code: 0 } },
    },
    { keys: ['x'], does: 'begin it anew', press: { type: 'askToRestart' } },
    { keys: ['n'], does: 'the next one, once this is over', press: { type: 'notOver' } },
  ];
}

function firstWins(bindings: readonly Binding[]): Binding[] {
  const taken = new Set<string>();
  return bindings.flatMap((binding) => {
    const keys = binding.keys.filter((key) => !taken.has(key));
    for (const key of keys) taken.add(key);
    return keys.length > 0 ? [{ ...binding, keys }] : [];
  });
}

/** The keys as the help shows them: those of what lies below it. */
export function helpOf(state: ExerciseState): KeyHelp[] {
  return helpOn(bindingsFor({ ...state, overlay: undefined }));
}
