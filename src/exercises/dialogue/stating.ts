import type { Part } from '../../domain/dialogue.ts';
import type { Ask } from '../../domain/exercise.ts';
import type { MetricUnit } from '../../simulator/observers/index.ts';
import { typedAmount } from '../amounts/typed-amount.ts';
import { unitOf } from '../predict/truth.ts';
import type { Said } from '../predict/verdict.ts';
import type { Prepared } from '../prepared.ts';
import { wantedIn } from './amounts.ts';
import { askAmount, askChoice, askForm, type Scene, type Turn } from './scene.ts';

/** Lets the learner state what an ask wants; `next` hears it once it can be read. */
export function askFor(
  prepared: Prepared,
  ask: Ask,
  before: readonly Part[],
  next: (said: Said) => Turn,
): Scene {
  const unit = unitOf(prepared, ask) ?? 'count';
  switch (ask.kind) {
    case 'number':
      return askAmount(before, ask.prompt, wantedIn(unit).example, (text) => {
        const typed = typedAmount(text, unit);
        return typed.ok ? next({ kind: 'number', value: typed.value }) : { trouble: typed.why };
      });
    case 'choice': {
      const options = ask.options.map(({ text }) => ({ text }));
      return askChoice(before, ask.prompt, options, (option) => next({ kind: 'choice', option }));
    }
    case 'curve':
      return askCurve(ask, unit, before, next);
  }
}

function askCurve(
  { prompt, at }: Extract<Ask, { kind: 'curve' }>,
  unit: MetricUnit,
  before: readonly Part[],
  next: (said: Said) => Turn,
): Scene {
  const { what, example } = wantedIn(unit);
  const range = `${what}, e.g. ${example}`;
  const fields = at.map((label) => ({ label, value: '', steps: [], range }));
  return askForm(before, { text: prompt, fields, send: 'predict' }, (texts) => {
    const values: number[] = [];
    for (const [place, label] of at.entries()) {
      const typed = typedAmount(texts[place] ?? '', unit);
      if (!typed.ok) return { trouble: `At ${label}: ${typed.why}` };
      values.push(typed.value);
    }
    return next({ kind: 'curve', values });
  });
}
