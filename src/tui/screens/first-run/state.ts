import type { Day } from '../../../domain/day.ts';
import { edited, emptyField, type FieldEdit, type TextField } from '../../components/text-field.ts';
import { type Answers, readInterview, readMinutes } from './answers.ts';

/** Asked one after another, a screen each. */
export const STEPS = ['interview', 'minutes', 'topics'] as const;
export type Step = (typeof STEPS)[number];

export interface FirstRunState {
  readonly step: Step;
  readonly today: Day;
  /** What is being typed, on the first two screens. */
  readonly field: TextField;
  /** What is wrong with it, once Enter was pressed. */
  readonly trouble?: string;
  readonly topics: readonly { readonly id: string; readonly title: string }[];
  /** Ids of the topics that are ticked. */
  readonly chosen: ReadonlySet<string>;
  /** Index of the topic that the learner is at. */
  readonly at: number;
  readonly answers: Answers;
  readonly size: { readonly columns: number; readonly rows: number };
  readonly theme: 'dark' | 'light' | 'mono';
  readonly done?: { readonly answers: Answers } | { readonly code: 130 };
}

export type FirstRunAction =
  | { readonly type: 'edit'; readonly edit: FieldEdit }
  | { readonly type: 'move'; readonly by: number }
  | { readonly type: 'toggle' | 'toggleAll' | 'accept' | 'skip' | 'leave' }
  | { readonly type: 'resize'; readonly size: FirstRunState['size'] };

/** What is proposed for a day. */
const MINUTES = '20';

export function firstRunState(
  given: Pick<FirstRunState, 'today' | 'topics' | 'size' | 'theme'>,
): FirstRunState {
  return {
    ...given,
    step: 'interview',
    field: emptyField,
    chosen: new Set(given.topics.map(({ id }) => id)),
    at: 0,
    answers: { interview: null, minutesPerDay: null, topics: [] },
  };
}

export function updateFirstRun(state: FirstRunState, action: FirstRunAction): FirstRunState {
  switch (action.type) {
    case 'edit':
      return { ...withoutTrouble(state), field: edited(state.field, action.edit) };
    case 'move':
      return {
        ...state,
        at: Math.max(0, Math.min(state.topics.length - 1, state.at + action.by)),
      };
    case 'toggle':
      return { ...withoutTrouble(state), chosen: toggled(state) };
    case 'toggleAll':
      return { ...withoutTrouble(state), chosen: allOrNone(state) };
    case 'accept':
      return accepted(state);
    case 'skip':
      return onwards(state, {});
    case 'leave':
      return { ...state, done: { code: 130 } };
    case 'resize':
      return { ...state, size: action.size };
  }
}

/** What was written, read; undefined where nothing was. */
export function readField({ step, field, today }: FirstRunState) {
  if (step === 'topics' || field.text.trim() === '') return undefined;
  return step === 'interview' ? readInterview(field.text, today) : readMinutes(field.text);
}

function accepted(state: FirstRunState): FirstRunState {
  const { step, topics, chosen } = state;
  if (step === 'topics') {
    if (chosen.size === 0) return { ...state, trouble: 'choose at least one' };
    const ids = topics.map(({ id }) => id).filter((id) => chosen.has(id));
    return onwards(state, { topics: ids.length === topics.length ? [] : ids });
  }
  const read = readField(state);
  if (!read) return onwards(state, {});
  if ('trouble' in read) return { ...state, trouble: read.trouble };
  return onwards(
    state,
    step === 'interview' ? { interview: read.value } : { minutesPerDay: read.value },
  );
}

/** The next screen, or the end; with one topic there is nothing to choose. */
function onwards(state: FirstRunState, answer: Partial<Answers>): FirstRunState {
  const answers = { ...state.answers, ...answer };
  const step = STEPS[STEPS.indexOf(state.step) + 1];
  if (step === undefined || (step === 'topics' && state.topics.length < 2))
    return { ...state, answers, done: { answers } };
  const text = step === 'minutes' ? MINUTES : '';
  return { ...withoutTrouble(state), answers, step, field: { text, at: text.length } };
}

function toggled({ topics, chosen, at }: FirstRunState): ReadonlySet<string> {
  const id = topics[at]?.id ?? '';
  const others = [...chosen].filter((each) => each !== id);
  return new Set(chosen.has(id) ? others : [...others, id]);
}

function allOrNone({ topics, chosen }: FirstRunState): ReadonlySet<string> {
  return new Set(chosen.size === topics.length ? [] : topics.map(({ id }) => id));
}

function withoutTrouble({ trouble: _, ...state }: FirstRunState): FirstRunState {
  return state;
}
