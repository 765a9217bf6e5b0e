import { helpOn, type KeyHelp } from '../../components/key-list.ts';
import type { Press } from './actions.ts';
import type { SimulationState, View } from './state.ts';

/** Keys that mean something where the learner is: what they do, and what the help and the last line say of them. */
interface Binding {
  readonly keys: readonly string[];
  readonly does: string;
  /** For the last line, where there is little room. */
  readonly hint?: string;
  readonly press: Press;
}

const PAGE = 5;
const FAR = 1e6;

const everywhere: readonly Binding[] = [
  { keys: ['Ctrl-L'], does: 'draw again', press: { type: 'redraw' } },
  { keys: ['Ctrl-Z'], does: 'to the shell; fg comes back', press: { type: 'suspendProcess' } },
  { keys: ['Ctrl-C'], does: 'leave at once', press: { type: 'leave', code: 130 } },
];

const arrows: readonly Binding[] = [
  { keys: ['↓', 'Ctrl-N'], does: 'down', press: { type: 'move', by: 1 } },
  { keys: ['↑', 'Ctrl-P'], does: 'up', press: { type: 'move', by: -1 } },
  { keys: ['PgDn', 'Ctrl-F'], does: 'further down', press: { type: 'move', by: PAGE } },
  { keys: ['PgUp', 'Ctrl-B'], does: 'further up', press: { type: 'move', by: -PAGE } },
];

const moving: readonly Binding[] = [
  { keys: ['j'], does: 'down', press: { type: 'move', by: 1 } },
  { keys: ['k'], does: 'up', press: { type: 'move', by: -1 } },
  ...arrows,
  { keys: ['g', 'Home'], does: 'to the top', press: { type: 'move', by: -FAR } },
  { keys: ['G', 'End'], does: 'to the bottom', press: { type: 'move', by: FAR } },
];

const toPipeline: Press = { type: 'show', view: 'pipeline' };

/** The keys valid here. */
export function bindingsFor(state: SimulationState): Binding[] {
  const { view } = state;
  if (view.kind === 'items' && view.search !== undefined)
    return [...whileSearching, ...arrows, ...everywhere];
  return [...running(state), ...hereFor(state), ...moving, ...everywhere];
}

/** What only the view in front makes of a key. */
function hereFor({ view, snapshot, next }: SimulationState): readonly Binding[] {
  const back: Binding = { keys: ['Esc', 'q'], does: 'back', hint: 'Esc back', press: toPipeline };
  switch (view.kind) {
    case 'pipeline':
      return [
        ...(snapshot.followed && !(next && snapshot.ended) ? followed : []),
        ...doors,
        help,
        next ? goingOn(next, snapshot.ended !== undefined) : leaving,
      ];
    case 'faults':
      return [...faultKeys, ...digits, { ...back, keys: [...back.keys, 'f'] }];
    case 'items':
      return [...itemKeys, back];
    default:
      return [{ ...back, keys: [...back.keys, 'Enter', ...closedBy[view.kind]] }];
  }
}

/** The letter that opened a view closes it, too. */
const closedBy: Readonly<Record<'timeline' | 'checks' | 'story' | 'help', readonly string[]>> = {
  timeline: ['t'],
  checks: ['c'],
  story: [],
  help: ['?'],
};

const doors: readonly Binding[] = [
  { keys: ['f'], does: 'break something', hint: 'f faults', press: { type: 'faults' } },
  {
    keys: ['Tab'],
    does: 'follow a message',
    hint: 'Tab follow',
    press: { type: 'items', search: undefined },
  },
  { keys: ['/'], does: 'find a message to follow', press: { type: 'items', search: '' } },
  { keys: ['c'], does: 'checks', hint: 'c checks', press: { type: 'show', view: 'checks' } },
  { keys: ['t'], does: 'timeline', hint: 't timeline', press: { type: 'show', view: 'timeline' } },
];

const followed: readonly Binding[] = [
  {
    keys: ['Enter'],
    does: 'its story so far',
    hint: 'Enter story',
    press: { type: 'show', view: 'story' },
  },
  { keys: ['x', 'Esc'], does: 'follow it no more', press: { type: 'unfollow' } },
];

const help: Binding = {
  keys: ['?'],
  does: 'these keys',
  hint: '? keys',
  press: { type: 'show', view: 'help' },
};

const leaving: Binding = {
  keys: ['q'],
  does: 'leave',
  hint: 'q quit',
  press: { type: 'leave', code: 0 },
};

/** Once the run is over, there is nothing that Enter could be meant for but to go on. */
function goingOn(next: string, isOver: boolean): Binding {
  return {
    keys: isOver ? ['Enter', 'q'] : ['q'],
    does: next,
    hint: `${isOver ? 'Enter' : 'q'} ${next}`,
    press: { type: 'leave', code: 0 },
  };
}

const faultKeys: readonly Binding[] = [
  { keys: ['Enter'], does: 'do it now', hint: 'Enter does it', press: { type: 'choose' } },
];

const digits: readonly Binding[] = Array.from({ length: 9 }, (_, at) => ({
  keys: [String(at + 1)],
  does: 'do it now',
  press: { type: 'inject', at },
}));

const itemKeys: readonly Binding[] = [
  { keys: ['Enter'], does: 'follow it', hint: 'Enter follows', press: { type: 'choose' } },
  { keys: ['Tab'], does: 'down', press: { type: 'move', by: 1 } },
  { keys: ['/'], does: 'find', hint: '/ find', press: { type: 'items', search: '' } },
];

const whileSearching: readonly Binding[] = [
  { keys: ['Enter'], does: 'follow it', hint: 'Enter follows', press: { type: 'choose' } },
  { keys: ['Tab'], does: 'down', press: { type: 'move', by: 1 } },
  {
    keys: ['Esc'],
    does: 'all messages',
    hint: 'Esc all',
    press: { type: 'items', search: undefined },
  },
];

/** Time can be turned wherever letters are keys. */
function running({ pace, snapshot }: SimulationState): Binding[] {
  if (snapshot.ended) return [again];
  const stops = pace === 'paused' ? 'play' : 'pause';
  return [
    {
      keys: ['Space'],
      does: stops,
      hint: `Space ${stops}`,
      press: { type: 'playOrPause' },
    },
    {
      keys: ['.', 'n', '→'],
      does: 'the next event, then pause',
      ...(pace === 'paused' ? { hint: '. step' } : {}),
      press: { type: 'step' },
    },
    { keys: ['+', '=', ']'], does: 'faster', hint: '+ - speed', press: { type: 'speed', by: 1 } },
    { keys: ['-', '['], does: 'slower', press: { type: 'speed', by: -1 } },
    toTheEnd,
    again,
  ];
}

const toTheEnd: Binding = {
  keys: ['e'],
  does: 'to the end',
  hint: 'e end',
  press: { type: 'hurry' },
};

const again: Binding = {
  keys: ['r'],
  does: 'again from the start, same seed',
  press: { type: 'restart' },
};

/** The hints in the order of their importance; the last one is always shown. */
export function hintsFor(state: SimulationState): string[] {
  const { view, snapshot } = state;
  const here = hintsOn(hereFor(state));
  const search = searchIn(view);
  if (search !== undefined) return hintsOn(whileSearching);
  const end = hintsOn(snapshot.ended ? [] : [toTheEnd]);
  const time = snapshot.ended
    ? ['r again']
    : hintsOn(running(state)).filter((hint) => !end.includes(hint));
  if (view.kind !== 'pipeline') return [...here.slice(0, -1), ...time, ...here.slice(-1)];
  return [...time, ...hintsOn([help]), ...end, ...here.filter((hint) => hint !== help.hint)];
}

function hintsOn(bindings: readonly Binding[]): string[] {
  return bindings.flatMap(({ hint }) => hint ?? []);
}

/** The keys as the help shows them: those of the pipeline. */
export function helpOf(state: SimulationState): KeyHelp[] {
  return helpOn(bindingsFor({ ...state, view: { kind: 'pipeline', top: 0 } }));
}

/** Whether letters are typed rather than keys. */
export function searchIn(view: View): string | undefined {
  return view.kind === 'items' ? view.search : undefined;
}
