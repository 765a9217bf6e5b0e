import type { Ask } from '../../domain/exercise.ts';
import { readConditions } from '../../simulator/scenario/index.ts';
import type { Prepared } from '../prepared.ts';
import { settingTroubles } from './knobs.ts';
import { unknownMetric } from './metrics.ts';
import type { Trouble } from './trouble.ts';

/** What an ask is about must be in the report, and what a curve turns in the scenario. */
export function askTroubles(ask: Ask, prepared: Prepared): Trouble[] {
  const { scenario } = prepared;
  switch (ask.kind) {
    case 'number':
      return unknownMetric(scenario, [ask.metric]);
    case 'choice':
      return ask.options.flatMap(({ text, when }) =>
        readConditions(when, scenario).troubles.map(({ what, fix }) => ({
          what: `the option “${text}”: ${what}`,
          fix,
        })),
      );
    case 'curve':
      return [
        ...unknownMetric(scenario, [ask.metric]),
        ...ask.at.flatMap((value) => settingTroubles([{ path: ask.knob, value }], prepared)),
      ];
  }
}
