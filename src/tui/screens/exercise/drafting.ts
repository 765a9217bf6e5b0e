import { edited, emptyField, type FieldEdit, type TextField } from '../../components/text-field.ts';
import { turnedTo } from './amounts.ts';
import { type Draft, type ExerciseState, fieldWith, isTyping } from './state.ts';

function withDraft(state: ExerciseState, change: Partial<Draft>): ExerciseState {
  return { ...state, draft: { ...state.draft, ...change } };
}

function fieldHere({ draft }: ExerciseState): TextField {
  return draft.fields[draft.at] ?? emptyField;
}

/** What was wrong may be right now. */
function withField(state: ExerciseState, field: TextField): ExerciseState {
  const fields = state.draft.fields.map((each, place) => (place === state.draft.at ? field : each));
  return { ...withDraft(state, { fields }), trouble: undefined };
}

/** To another option or field; what was typed stays. */
export function moveTo(state: ExerciseState, at: number): ExerciseState {
  const { prompt } = state.asked;
  const count =
    prompt.kind === 'choice'
      ? prompt.options.length
      : prompt.kind === 'form'
        ? prompt.fields.length
        : 1;
  return withDraft(state, { at: Math.max(0, Math.min(count - 1, at)), before: undefined });
}

/** The step after the value or before it; where none is left, nothing changes. */
export function turn(state: ExerciseState, by: 1 | -1): ExerciseState {
  const { prompt } = state.asked;
  const steps = prompt.kind === 'form' ? prompt.fields[state.draft.at]?.steps : undefined;
  const field = fieldHere(state);
  return steps ? withField(state, fieldWith(turnedTo(steps, field.text, by))) : state;
}

/** Opens the field with what is in it; an amount is begun by its first digit. */
export function startTyping(state: ExerciseState): ExerciseState {
  const { prompt } = state.asked;
  if (prompt.kind === 'amount')
    return { ...state, message: `type it, e.g. ${prompt.example}, then Enter` };
  if (prompt.kind !== 'form') return state;
  const field = fieldHere(state);
  return withDraft(withField(state, fieldWith(field.text)), { before: field });
}

/** What is typed where nothing was being typed takes the place of what was there. */
export function edit(state: ExerciseState, change: FieldEdit): ExerciseState {
  if (isTyping(state)) return withField(state, edited(fieldHere(state), change));
  const begun = withDraft(state, { before: fieldHere(state) });
  return withField(begun, edited(emptyField, change));
}

/** An emptied field is as it was before: nobody runs anything with nothing. */
export function stopTyping(state: ExerciseState): ExerciseState {
  return fieldHere(state).text.trim() === ''
    ? takeBack(state)
    : withDraft(state, { before: undefined });
}

export function takeBack(state: ExerciseState): ExerciseState {
  const { before } = state.draft;
  return before ? withDraft(withField(state, before), { before: undefined }) : state;
}

export function empty(state: ExerciseState): ExerciseState {
  return withField(state, emptyField);
}
