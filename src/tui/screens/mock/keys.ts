import { ratingNames } from '../../../domain/rating.ts';
import { helpOn, type KeyHelp } from '../../components/key-list.ts';
import { ratingKeys } from '../../components/rating-keys.ts';
import type { Press } from './actions.ts';
import { suggestedRating } from './review.ts';
import { type Asking, answerIn, type MockState, type Reviewing } from './state.ts';

/** Keys that mean something where the learner is: what they do, and what the help and the last line say of them. */
interface Binding {
  readonly keys: readonly string[];
  readonly does: string;
  /** For the last line, where there is little room. */
  readonly hint?: string;
  readonly press: Press;
}

const SIDEWAYS = 8;
/** Lines of the help: few enough for the lowest screens that it is scrolled on. */
const HELP_PAGE = 3;

const help: Binding = { keys: ['?'], does: 'these keys', hint: '? keys', press: { type: 'help' } };

const everywhere: readonly Binding[] = [
  { keys: ['Ctrl-L'], does: 'draw again', press: { type: 'redraw' } },
  { keys: ['Ctrl-Z'], does: 'to the shell; fg comes back', press: { type: 'suspendProcess' } },
  { keys: ['Ctrl-C'], does: 'leave at once', press: { type: 'leave', code: 130 } },
];

const paging: readonly Binding[] = [
  { keys: ['PgDn'], does: 'half a page down', press: { type: 'page', pages: 0.5 } },
  { keys: ['PgUp'], does: 'half a page up', press: { type: 'page', pages: -0.5 } },
];

const sideways: readonly Binding[] = [
  { keys: ['→'], does: 'wide code, right', press: { type: 'sideways', columns: SIDEWAYS } },
  { keys: ['←'], does: 'wide code, left', press: { type: 'sideways', columns: -SIDEWAYS } },
];

/** The keys valid here. */
export function bindingsFor({ overlay, scene }: MockState): Binding[] {
  if (overlay) return [...overlayKeys[overlay.kind], ...everywhere];
  const here = scene.kind === 'asking' ? askingKeys(scene) : reviewKeys(scene);
  return [...here, ...everywhere];
}

const overlayKeys: Readonly<Record<'help' | 'ending', readonly Binding[]>> = {
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
  ending: [
    { keys: ['y'], does: 'end the interview', hint: 'y end', press: { type: 'end' } },
    { keys: ['n', 'Esc'], does: 'go on', hint: 'n go on', press: { type: 'close' } },
  ],
};

/** While nothing is typed, keys that would do nothing to the text move the page. */
function askingKeys({ field }: Asking): Binding[] {
  const isEmpty = field.text === '';
  return [
    {
      keys: ['Enter'],
      does: 'the next question',
      hint: 'Enter done',
      press: { type: 'done' },
    },
    {
      keys: ['Tab', 'Ctrl-N'],
      does: 'pass: new subject',
      hint: 'Tab pass',
      press: { type: 'pass' },
    },
    {
      keys: ['Ctrl-J', 'Alt-Enter'],
      does: 'a new line',
      ...(isEmpty ? {} : { hint: 'Ctrl-J new line' }),
      press: { type: 'editField', edit: { type: 'insert', text: '\n' } },
    },
    ...paging,
    ...(isEmpty
      ? ([
          { keys: ['↓'], does: 'a line down', press: { type: 'step', by: 1 } },
          { keys: ['↑'], does: 'a line up', press: { type: 'step', by: -1 } },
          ...sideways,
          help,
        ] as const)
      : []),
    {
      keys: ['Esc'],
      does: 'end: to the review',
      hint: 'Esc end',
      press: { type: 'askToEnd' },
    },
  ];
}

function reviewKeys(scene: Reviewing): Binding[] {
  const isRated = answerIn(scene)?.rating !== undefined;
  return [
    ...(isRated ? ratedKeys : unratedKeys(scene)),
    { keys: ['n'], does: 'the next answer', hint: 'n next', press: { type: 'go', by: 1 } },
    { keys: ['p'], does: 'the answer before', hint: 'p previous', press: { type: 'go', by: -1 } },
    { keys: ['j', '↓'], does: 'down', press: { type: 'step', by: 1 } },
    { keys: ['k', '↑'], does: 'up', press: { type: 'step', by: -1 } },
    ...paging,
    ...sideways,
    help,
    { keys: ['q'], does: 'leave the review', hint: 'q leave', press: { type: 'leave', code: 0 } },
  ];
}

/** An answer is rated once. */
const ratedKeys: readonly Binding[] = [
  {
    keys: ['Enter', 'Space'],
    does: 'the next answer',
    hint: 'Enter next',
    press: { type: 'go', by: 1 },
  },
];

function unratedKeys(scene: Reviewing): Binding[] {
  const suggested = ratingNames[suggestedRating(scene)];
  const hasPoints = (answerIn(scene)?.question.sheet.keyPoints.length ?? 0) > 0;
  const tick: Binding = {
    keys: ['x', 'Tab'],
    does: 'tick the point, or not',
    hint: 'x tick',
    press: { type: 'toggle' },
  };
  return [
    {
      keys: ['Enter', 'Space'],
      does: `rate ${suggested}`,
      hint: `Enter ${suggested}`,
      press: { type: 'rate' },
    },
    ...ratingKeys,
    ...(hasPoints ? [tick] : []),
  ];
}

/** The keys as the help shows them: those of what lies below it. */
export function helpOf(state: MockState): KeyHelp[] {
  return helpOn(bindingsFor({ ...state, overlay: undefined }));
}
