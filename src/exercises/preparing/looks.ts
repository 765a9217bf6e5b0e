import type { DiagnoseTask, Look } from '../../domain/exercise.ts';
import type { Scenario } from '../../simulator/settings/scenario.ts';
import { didYouMean } from '../../wording/nearest.ts';
import { quantityOf } from '../amounts/quantity.ts';
import { loggingParts } from '../diagnose/parts.ts';
import { unknownMetric } from './metrics.ts';
import type { Trouble } from './trouble.ts';

/** What a look shows must be in the scenario. */
export function lookTroubles({ title, shows }: Look, scenario: Scenario): Trouble[] {
  return troublesOf(shows, scenario).map(({ what, fix }) => ({
    what: `the look “${title}”: ${what}`,
    fix,
  }));
}

function troublesOf(shows: Look['shows'], scenario: Scenario): Trouble[] {
  switch (shows.kind) {
    case 'series':
    case 'story':
      return unknownMetric(scenario, [shows.metric]);
    case 'values':
      return unknownMetric(scenario, shows.metrics);
    case 'log': {
      const parts = loggingParts(scenario);
      if (parts.includes(shows.of)) return [];
      const fix = `name one of ${parts.join(', ')}.${didYouMean(shows.of, parts)}`;
      return [{ what: `nothing is called “${shows.of}” that writes a log`, fix }];
    }
    case 'alarms':
      return Object.keys(scenario.alarms).length > 0
        ? []
        : [
            {
              what: 'the scenario has no alarms',
              fix: 'add one, e.g. alarms: { backlog: { metric: queues.orders.depth.end, above: 100 } }',
            },
          ];
  }
}

/** The moment of the page must lie in the run. */
export function momentTroubles({ at }: DiagnoseTask, scenario: Scenario): Trouble[] {
  if (at === undefined) return [];
  const time = quantityOf(at);
  const isIn =
    time?.kind === 'time' && time.value > 0 && time.value <= scenario.runFor + scenario.drainFor;
  return isIn
    ? []
    : [{ what: `at can’t be “${at}”`, fix: 'write a moment within the run with its unit: 12m' }];
}
