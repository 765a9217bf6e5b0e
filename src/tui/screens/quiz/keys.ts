import { ratingNames } from '../../../domain/rating.ts';
import { helpOn, type KeyHelp } from '../../components/key-list.ts';
import { ratingKeys } from '../../components/rating-keys.ts';
import type { Press } from './actions.ts';
import { isSingle, letterOf } from './asked-parts.ts';
import type { Asking, Overlay, QuizState } from './state.ts';
import { suggestedRating } from './suggestion.ts';

/** Keys that mean something where the learner is: what they do, and what the help and the last line say of them. */
interface Binding {
  readonly keys: readonly string[];
  readonly does: string;
  /** For the last line, where there is little room. */
  readonly hint?: string;
  readonly press: Press;
}

const SIDEWAYS = 8;
/** Options beyond the sixth are chosen by the arrows: their letters mean other things. */
const LETTERS = 6;

const leaving: readonly Binding[] = [
  { keys: ['Ctrl-C'], does: 'leave with 130', press: { type: 'leave', code: 130 } },
  { keys: ['Ctrl-Z'], does: 'to the shell; fg comes back', press: { type: 'suspendProcess' } },
];

const everywhere: readonly Binding[] = [
  { keys: ['u'], does: 'undo the last answer', hint: 'u undo', press: { type: 'undo' } },
  { keys: ['c'], does: 'read the topic card', press: { type: 'card' } },
  { keys: ['/'], does: 'search in all topics', press: { type: 'prompt' } },
  { keys: ['s'], does: 'suspend: not to be asked again', press: { type: 'suspend' } },
  { keys: ['e'], does: 'edit the question', press: { type: 'edit' } },
  { keys: ['PgDn', 'd'], does: 'half a page down', press: { type: 'page', pages: 0.5 } },
  { keys: ['PgUp'], does: 'half a page up', press: { type: 'page', pages: -0.5 } },
  { keys: ['→'], does: 'wide code to the right', press: { type: 'sideways', columns: SIDEWAYS } },
  { keys: ['←'], does: 'wide code to the left', press: { type: 'sideways', columns: -SIDEWAYS } },
  { keys: ['Ctrl-L'], does: 'draw the screen again', press: { type: 'redraw' } },
  {
    keys: ['q'],
    does: 'leave; everything is kept',
    hint: 'q leave',
    press: { type: 'leave', code: 0 },
  },
  { keys: ['?'], does: 'these keys', hint: '? keys', press: { type: 'help' } },
  ...leaving,
];

const arrows: readonly Binding[] = [
  { keys: ['↓'], does: 'down', press: { type: 'step', by: 1 } },
  { keys: ['↑'], does: 'up', press: { type: 'step', by: -1 } },
];

const stepping: readonly Binding[] = [
  { keys: ['j', '↓'], does: 'down', press: { type: 'step', by: 1 } },
  { keys: ['k', '↑'], does: 'up', press: { type: 'step', by: -1 } },
];

const reworded: readonly Binding[] = [
  {
    keys: ['k'],
    does: 'keep your history',
    hint: 'k keep',
    press: { type: 'decide', decision: 'keep' },
  },
  {
    keys: ['r'],
    does: 'start again with this question',
    hint: 'r start again',
    press: { type: 'decide', decision: 'reset' },
  },
  {
    keys: ['Esc'],
    does: 'answer it, which keeps your history',
    hint: 'Esc answer',
    press: { type: 'later' },
  },
  ...arrows,
];

const typing: readonly Binding[] = [
  {
    keys: ['Esc'],
    does: 'stop typing; the text stays',
    hint: 'Esc keys',
    press: { type: 'stopTyping' },
  },
  ...leaving,
];

/** The exercise that can be tried from here: the question's own, or one on what was just forgotten. */
function tryKeys({ asking, offer }: QuizState): Binding[] {
  const exercise = asking?.card.exercise ?? offer;
  if (!exercise) return [];
  const { id, title } = exercise;
  return [{ keys: ['t'], does: `try “${title}”`, hint: 't try', press: { type: 'try', id } }];
}

/** The keys valid here. Where two want the same key, the first has it. */
export function bindingsFor(state: QuizState): Binding[] {
  const { asking, overlay } = state;
  const elsewhere = [...tryKeys(state), ...everywhere];
  if (overlay) return firstWins([...overlayKeys(overlay), ...leaving]);
  if (!asking) return [...leaving];
  if (asking.phase === 'reworded') return firstWins([...reworded, ...elsewhere]);
  if (asking.phase === 'revealed')
    return firstWins([...revealedKeys(asking), ...stepping, ...elsewhere]);
  if (asking.isTyping) return [...typingKeys(asking), ...typing];
  return firstWins([...askedKeys(asking), ...hintKeys(asking), ...stepping, ...elsewhere]);
}

function firstWins(bindings: readonly Binding[]): Binding[] {
  const taken = new Set<string>();
  return bindings.flatMap((binding) => {
    const keys = binding.keys.filter((key) => !taken.has(key));
    for (const key of keys) taken.add(key);
    return keys.length > 0 ? [{ ...binding, keys }] : [];
  });
}

function overlayKeys({ kind }: Overlay): Binding[] {
  const close = { does: 'close', press: { type: 'close' } } as const;
  switch (kind) {
    case 'help':
      return [
        { keys: ['j', '↓'], does: 'down', hint: 'j k scroll', press: { type: 'choose', by: 1 } },
        { keys: ['k', '↑'], does: 'up', press: { type: 'choose', by: -1 } },
        { keys: ['Space', 'PgDn'], does: 'further down', press: { type: 'choose', by: 5 } },
        { keys: ['PgUp'], does: 'further up', press: { type: 'choose', by: -5 } },
        { ...close, keys: ['Esc', 'q', '?', 'Enter'], hint: 'Esc closes' },
      ];
    case 'hits':
      return [
        { keys: ['Enter'], does: 'read', hint: 'Enter reads', press: { type: 'accept' } },
        { keys: ['j', '↓'], does: 'down', hint: 'j k choose', press: { type: 'choose', by: 1 } },
        { keys: ['k', '↑'], does: 'up', press: { type: 'choose', by: -1 } },
        { keys: ['PgDn'], does: 'further down', press: { type: 'choose', by: 5 } },
        { keys: ['PgUp'], does: 'further up', press: { type: 'choose', by: -5 } },
        { keys: ['/'], does: 'search anew', press: { type: 'prompt' } },
        { ...close, keys: ['Esc', 'q'], hint: 'Esc closes' },
      ];
    case 'prompt':
      return [
        { keys: ['Enter'], does: 'search', press: { type: 'accept' } },
        { keys: ['Backspace'], does: 'erase', press: { type: 'eraseDraft' } },
        { ...close, keys: ['Esc'] },
      ];
  }
}

function askedKeys({ attempt, card }: Asking): Binding[] {
  const submit = {
    keys: ['Enter'],
    does: 'hand in the answer',
    hint: 'Enter done',
    press: { type: 'submit' },
  } as const;
  const type = (keys: readonly string[]): Binding => ({
    keys,
    does: 'type the answer',
    hint: `${keys[0]} type`,
    press: { type: 'startTyping' },
  });
  switch (attempt.kind) {
    case 'recall':
      return [
        {
          keys: ['Space', 'Enter'],
          does: 'show the answer',
          hint: 'Space show',
          press: { type: 'submit' },
        },
        type(['i', 'Tab']),
      ];
    case 'number':
    case 'cloze':
      return [type(['Enter', 'Space', 'i', 'Tab'])];
    case 'choice':
      return [
        submit,
        ...card.shuffled.slice(0, LETTERS).map((_, position) => optionKey(card, position)),
        {
          keys: ['x', 'Space', 'Tab'],
          does: 'choose where you are',
          hint: 'x choose',
          press: { type: 'toggle' },
        },
      ];
    case 'order':
      return [
        submit,
        {
          keys: ['J'],
          does: 'move this item down',
          hint: 'J K move',
          press: { type: 'move', by: 1 },
        },
        { keys: ['K'], does: 'move this item up', press: { type: 'move', by: -1 } },
        {
          keys: ['x', 'Space', 'Tab'],
          does: 'take this item along with j and k, or let it go',
          hint: 'x grab',
          press: { type: 'toggle' },
        },
      ];
  }
}

function optionKey({ shuffled, sheet }: Asking['card'], position: number): Binding {
  const last = letterOf(Math.min(shuffled.length, LETTERS) - 1);
  return {
    keys: [letterOf(position)],
    does: isSingle(sheet.options) ? 'choose this option' : 'choose this option, or not',
    ...(position === 0 ? { hint: `a-${last} choose` } : {}),
    press: { type: 'pick', position },
  };
}

function hintKeys({ card, isHinted }: Asking): Binding[] {
  if (!card.sheet.hint || isHinted) return [];
  return [{ keys: ['h'], does: 'a hint', hint: 'h hint', press: { type: 'hint' } }];
}

function typingKeys({ attempt }: Asking): Binding[] {
  const newLine: Binding = {
    keys: ['Ctrl-J', 'Alt-Enter'],
    does: 'a new line',
    hint: 'Ctrl-J new line',
    press: { type: 'editField', edit: { type: 'insert', text: '\n' } },
  };
  const done: Binding = {
    keys: ['Enter'],
    does: 'done',
    hint: 'Enter done',
    press: { type: 'enter' },
  };
  if (attempt.kind === 'recall') return [done, newLine];
  if (attempt.kind !== 'cloze') return [done];
  return [
    done,
    { keys: ['Tab'], does: 'the next gap', hint: 'Tab next', press: { type: 'nextGap' } },
  ];
}

function revealedKeys(asking: Asking): Binding[] {
  const suggested = ratingNames[suggestedRating(asking)];
  const hasTicks = asking.attempt.kind === 'recall' && asking.card.sheet.keyPoints.length > 0;
  const tick: Binding = {
    keys: ['x', 'Tab'],
    does: 'tick the key point, or not',
    hint: 'x tick',
    press: { type: 'toggle' },
  };
  return [
    {
      keys: ['Space', 'Enter'],
      does: `rate ${suggested}`,
      hint: `Space ${suggested}`,
      press: { type: 'rate' },
    },
    ...ratingKeys,
    ...(hasTicks ? [tick] : []),
  ];
}

/** The keys as the help shows them: those of what lies below it. */
export function helpOf(state: QuizState): KeyHelp[] {
  return helpOn(bindingsFor({ ...state, overlay: undefined }));
}
