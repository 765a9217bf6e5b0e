import type { Field } from '../../domain/dialogue.ts';
import type { Knob, Setting } from '../../domain/exercise.ts';
import { quantityOf } from '../amounts/quantity.ts';
import type { Typed } from '../amounts/typed-amount.ts';
import { changed, settingNow } from '../changed.ts';
import type { Prepared } from '../prepared.ts';
import { turned, unquoted } from '../tune/knob.ts';
import { stepsOf } from './steps.ts';

/** Knobs as somebody turned them. */
export interface Turning {
  /** A text for each knob; empty where nothing is set and a default holds. */
  readonly values: readonly string[];
  /** What differs from the scenario as it ships. */
  readonly settings: readonly Setting[];
}

export function untouched(prepared: Prepared, knobs: readonly Knob[]): Turning {
  return { values: knobs.map(({ path }) => settingNow(prepared, [], path) ?? ''), settings: [] };
}

export function fieldsOf(knobs: readonly Knob[], { values }: Turning): Field[] {
  return knobs.map((knob, place) => {
    const { label, range } = knob;
    const value = values[place] ?? '';
    return {
      label,
      value: unquoted(value),
      steps: stepsOf(knob, value).map(unquoted),
      range: rangeWords(range),
    };
  });
}

function rangeWords(range: Knob['range']): string {
  if ('choose' in range) return range.choose.map(unquoted).join(', ');
  const [from, to] = [range.from, range.to].map((end) => quantityOf(end)?.written ?? end);
  return `${from} to ${to}`;
}

/** The knobs turned to what was typed, or what is wrong with the first that can’t be, or with all together. */
export function turnedTo(
  prepared: Prepared,
  knobs: readonly Knob[],
  typed: readonly string[],
): Typed<Turning> {
  const shipped = untouched(prepared, knobs).values;
  const values: string[] = [];
  const settings: Setting[] = [];
  for (const [place, knob] of knobs.entries()) {
    const [own, text = ''] = [shipped[place] ?? '', typed[place]?.trim()];
    const turn = text === unquoted(own) ? undefined : turned(knob, text);
    if (turn?.ok === false) return { ok: false, why: `${knob.label}: ${turn.why}` };
    values.push(turn?.value.value ?? own);
    // What a scenario sets as it ships may be out of the range, and stays as it is.
    if (turn && turn.value.value !== own) settings.push(turn.value);
  }
  const why = whyNotTogether(prepared, knobs, settings);
  return why === undefined ? { ok: true, value: { values, settings } } : { ok: false, why };
}

function whyNotTogether(
  prepared: Prepared,
  knobs: readonly Knob[],
  settings: readonly Setting[],
): string | undefined {
  const [trouble] = changed(prepared, settings).troubles;
  if (!trouble) return undefined;
  const label = knobs.find(({ path }) => path === trouble.path)?.label;
  return `${label === undefined ? '' : `${label}: `}${trouble.what}; ${trouble.fix}`;
}
