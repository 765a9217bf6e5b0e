import type { CodeTask } from '../../domain/exercise.ts';
import type { Scenario } from '../../simulator/settings/scenario.ts';
import { didYouMean } from '../../wording/nearest.ts';
import type { Prepared } from '../prepared.ts';
import { askTroubles } from './asks.ts';
import { knobTroubles, settingTroubles } from './knobs.ts';
import { lookTroubles, momentTroubles } from './looks.ts';
import { unknownMetric } from './metrics.ts';
import type { Trouble } from './trouble.ts';

/** Whatever a task names that its scenario doesn't have. */
export function taskTroubles(prepared: Prepared): Trouble[] {
  const { scenario, exercise } = prepared;
  const { task } = exercise;
  switch (task.kind) {
    case 'predict':
      return [
        ...task.asks.flatMap((ask) => askTroubles(ask, prepared)),
        ...settingTroubles(task.solution ?? [], prepared),
      ];
    case 'tune':
      return [
        ...checkless(scenario),
        ...task.knobs.flatMap((knob) => knobTroubles(knob, prepared)),
        ...unknownMetric(scenario, task.shows),
        ...settingTroubles(task.solution, prepared),
      ];
    case 'diagnose':
      return [
        ...checkless(scenario),
        ...momentTroubles(task, scenario),
        ...task.looks.flatMap((look) => lookTroubles(look, scenario)),
        ...settingTroubles(task.solution, prepared),
      ];
    case 'code':
      return [...checkless(scenario), ...programTroubles(task, scenario)];
  }
}

function checkless({ checks }: Scenario): Trouble[] {
  return checks.length > 0
    ? []
    : [{ what: 'its scenario has no checks to pass', fix: 'add some, e.g. checks: [{ lost: 0 }]' }];
}

function programTroubles({ role, part, mistakes }: CodeTask, scenario: Scenario): Trouble[] {
  const parts = Object.keys(role === 'consumer' ? scenario.consumers : scenario.producers);
  const checked = [...scenario.checks.map(({ metric }) => metric), ...scenario.reaches];
  const noPart = {
    what: `its scenario has no ${role} “${part}”`,
    fix: `name one of ${parts.join(', ')}.${didYouMean(part, parts)}`,
  };
  return [
    ...(parts.includes(part) ? [] : [noPart]),
    ...mistakes.flatMap(({ id, fails }) =>
      checked.includes(fails)
        ? []
        : [
            {
              what: `the mistake ${id} fails ${fails}, which the scenario doesn’t check`,
              fix: `name one of ${checked.join(', ')}.${didYouMean(fails, checked)}`,
            },
          ],
    ),
  ];
}
