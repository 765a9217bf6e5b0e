import type { Prompt } from '../../../domain/dialogue.ts';
import { type Line, widthOf } from '../../../markdown/index.ts';
import { fieldLines } from '../../components/field-lines.ts';
import { hanging } from '../../components/hanging.ts';
import { oneLine } from '../../components/one-line.ts';
import { pointer } from '../quiz/parts.ts';
import { fitted } from '../simulation/spans.ts';
import { wrapped } from '../simulation/story-lines.ts';
import { amountsOf } from './amounts.ts';
import { sparkLines } from './curve-lines.ts';
import { span } from './line-parts.ts';
import type { PromptArea } from './prompt-area.ts';
import type { Draft } from './state.ts';

type Form = Extract<Prompt, { kind: 'form' }>;

/** Points that make a curve. */
const LEAST_POINTS = 2;
const CURVE_NAME = 'so far';

/** The fields, below the one that the learner is at what fits in it, and the curve that was typed so far. */
export function formLines(form: Form, draft: Draft, width: number): PromptArea {
  const { fields } = form;
  const labels = fields.map((field) => oneLine(field.label));
  const label = Math.min(Math.max(...labels.map(widthOf)), Math.floor((width - 2) / 2));
  const lines: Line[] = [];
  let from = 0;
  let to = 0;
  for (const [place, field] of fields.entries()) {
    const name = labels[place] ?? '';
    const isHere = place === draft.at;
    if (isHere) from = lines.length;
    const mark = [pointer(isHere), span(`${fitted(name, label)}  `, isHere ? 'strong' : 'muted')];
    const value = valueLines(draft, place, field.steps.length > 0, width - label - 4);
    lines.push(...hanging(mark, value));
    if (!isHere) continue;
    const about = widthOf(name) > label ? `${name}: ${field.range}` : field.range;
    lines.push(...hanging([span('  ')], wrapped(about, width - 2, 'muted')));
    to = lines.length;
  }
  return { lines: [...lines, ...typedCurve(form, draft, width)], from, to, starts: [] };
}

function valueLines(draft: Draft, place: number, canTurn: boolean, width: number): Line[] {
  const field = draft.fields[place] ?? { text: '', at: 0 };
  const isHere = place === draft.at;
  if (isHere && draft.before !== undefined) return fieldLines(field, Math.max(2, width)).lines;
  const text = field.text === '' ? '……' : field.text;
  return wrapped(
    isHere && canTurn ? `‹ ${text} ›` : text,
    width,
    ...(isHere ? ['strong' as const] : []),
  );
}

/** A form whose fields can only be typed asks for the points of a curve. */
function typedCurve({ fields }: Form, { fields: typed }: Draft, width: number): Line[] {
  if (fields.length < LEAST_POINTS || fields.some(({ steps }) => steps.length > 0)) return [];
  const values = amountsOf(typed.map(({ text }) => text));
  if (values.filter((value) => value !== undefined).length < LEAST_POINTS) return [];
  return sparkLines(
    [{ name: CURVE_NAME, values }],
    fields.map((field) => field.label),
    width,
  );
}
