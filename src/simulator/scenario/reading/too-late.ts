import type { ReadScenario } from './format/scenario.ts';
import { dotted } from './path.ts';
import type { Trouble } from './trouble.ts';

/** What is to happen when the run may be over: faults heal at `runFor`, and from then on it ends as soon as it is quiet. */
export function tooLate({ runFor, faults, consumers }: ReadScenario): Trouble[] {
  const late = faults.flatMap(({ at }, index) =>
    at.some((time) => time >= runFor)
      ? [trouble(['faults', index, 'at'], 'when all faults heal')]
      : [],
  );
  const replays = Object.entries(consumers).flatMap(([name, { group }]) =>
    group?.replay && group.replay.at >= runFor
      ? [trouble(['consumers', name, 'group', 'replay', 'at'], 'after which the run may end')]
      : [],
  );
  return [...late, ...replays];
}

function trouble(path: Trouble['path'], why: string): Trouble {
  const what = `${dotted(path)} is not before runFor, ${why}`;
  return { path, ofKey: false, what, fix: 'write an earlier time, or raise runFor' };
}
