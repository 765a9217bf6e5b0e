import { gradeNumber } from '../../../grading/index.ts';
import { edited, type FieldEdit } from '../../components/text-field.ts';
import { isSingle } from './asked-parts.ts';
import { type Attempt, isBlank } from './attempt.ts';
import { isFocusInView, showAnswer, showCursor, showFocus } from './scroll.ts';
import { type Asking, type QuizState, withAsking } from './state.ts';
import { firstTicks } from './suggestion.ts';

/** Shows the answer. An empty answer to a task is taken only when it is handed in twice. */
export function submit(state: QuizState): QuizState {
  const { asking } = state;
  if (asking?.phase !== 'asked') return state;
  if (isBlank(asking.attempt) && !asking.isGivingUp)
    return {
      ...withAsking(state, { isGivingUp: true }),
      message: 'nothing is answered yet; Enter again shows the answer',
    };
  const unclear = asking.isGivingUp ? undefined : unclearNumber(asking);
  if (unclear) return { ...withAsking(state, { isGivingUp: true }), message: unclear };
  const ticked = firstTicks(asking);
  return showAnswer(
    withAsking(state, { phase: 'revealed', isTyping: false, isGivingUp: false, focus: 0, ticked }),
  );
}

/** What is unclear about a typed number; a slip of the fingers is no wrong answer. */
function unclearNumber({ card, attempt }: Asking): string | undefined {
  const { task } = card.sheet.question;
  if (task.kind !== 'number' || attempt.kind !== 'number') return undefined;
  const verdict = gradeNumber(attempt.field.text, task);
  if (verdict.kind === 'unreadable') return 'that is no number; write it like 1500, or Enter again';
  return verdict.kind === 'otherUnit'
    ? `the unit is ${task.unit}, not ${verdict.unit}; Enter again takes it`
    : undefined;
}

/** Chooses an option by its place; where one is right, the one chosen before is let go. */
export function pick(state: QuizState, position: number): QuizState {
  const { asking } = state;
  const index = asking?.card.shuffled[position];
  if (asking?.attempt.kind !== 'choice' || index === undefined) return state;
  const { chosen } = asking.attempt;
  const next = isSingle(asking.card.sheet.options)
    ? new Set(chosen.has(index) ? [] : [index])
    : toggled(chosen, index);
  return showFocus(
    withAsking(state, { focus: position, attempt: { kind: 'choice', chosen: next } }),
  );
}

/** Chooses, grabs or ticks what the learner is at, once it is in view. */
export function toggle(state: QuizState): QuizState {
  const { asking } = state;
  if (!asking) return state;
  if (!isFocusInView(state)) return showFocus(state);
  const { attempt, focus, ticked } = asking;
  if (asking.phase === 'revealed')
    return withAsking(state, { ticked: toggled(ticked ?? new Set(), focus) });
  if (attempt.kind === 'choice') return pick(state, focus);
  if (attempt.kind !== 'order') return state;
  return withAsking(state, { attempt: { ...attempt, isGrabbed: !attempt.isGrabbed } });
}

function toggled(set: ReadonlySet<number>, index: number): Set<number> {
  const next = new Set(set);
  if (!next.delete(index)) next.add(index);
  return next;
}

/** Moves the item that the learner is at, and the learner with it. */
export function move(state: QuizState, by: 1 | -1): QuizState {
  const { asking } = state;
  if (asking?.attempt.kind !== 'order') return state;
  const { order } = asking.attempt;
  const from = asking.focus;
  const to = from + by;
  const item = order[from];
  const other = order[to];
  if (item === undefined || other === undefined) return state;
  const attempt = { ...asking.attempt, order: order.with(from, other).with(to, item) };
  return showFocus(withAsking(state, { attempt, focus: to }));
}

/** A grabbed item goes along with the arrows. */
export function isGrabbing({ asking }: QuizState): boolean {
  return asking?.phase === 'asked' && asking.attempt.kind === 'order' && asking.attempt.isGrabbed;
}

export function startTyping(state: QuizState): QuizState {
  return showCursor(withAsking(state, { isTyping: true }));
}

/** Enter ends a line of thought: the answer is handed in, but a cloze goes through its gaps first. */
export function enter(state: QuizState): QuizState {
  const { attempt, focus } = state.asking ?? {};
  if (attempt?.kind === 'cloze' && focus !== undefined && focus < attempt.fields.length - 1)
    return showCursor(withAsking(state, { focus: focus + 1 }));
  return submit(state);
}

export function nextGap(state: QuizState): QuizState {
  const { attempt, focus = 0 } = state.asking ?? {};
  if (attempt?.kind !== 'cloze') return state;
  return showCursor(withAsking(state, { focus: (focus + 1) % attempt.fields.length }));
}

export function editField(state: QuizState, edit: FieldEdit): QuizState {
  const { asking } = state;
  return asking
    ? showCursor(withAsking(state, { isTyping: true, attempt: typedInto(asking, edit) }))
    : state;
}

function typedInto({ attempt, focus }: Asking, edit: FieldEdit): Attempt {
  if (attempt.kind === 'cloze')
    return {
      ...attempt,
      fields: attempt.fields.map((field, index) => (index === focus ? edited(field, edit) : field)),
    };
  if (attempt.kind === 'recall' || attempt.kind === 'number')
    return { ...attempt, field: edited(attempt.field, edit) };
  return attempt;
}
