import fc from 'fast-check';
import { chance, seconds } from './amounts.ts';
import type { Data, Targets } from './pipeline.ts';

const MOMENTS = ['during-work', 'before-effect', 'after-effect', 'before-delete', 'after-delete'];
const at = seconds(0, 18);
const lasting = seconds(1, 12);
const atWork = fc.oneof(
  fc.record({ chance, when: fc.constantFrom(...MOMENTS) }),
  fc.record({ at }),
);

interface Kind {
  readonly name: string;
  readonly victims: readonly string[];
  /** The rest of it. */
  readonly more: fc.Arbitrary<Data>;
}

/** Any number of faults of every kind that has a victim. */
export function faultsOn(targets: Targets): fc.Arbitrary<Data[]> {
  const kinds = kindsFor(targets).filter(({ victims }) => victims.length > 0);
  const faults = kinds.map(({ name, victims, more }) =>
    fc
      .tuple(fc.constantFrom(...victims), more)
      .map(([victim, rest]) => ({ [name]: victim, ...rest })),
  );
  return fc.array(fc.oneof(...faults), { maxLength: 10 });
}

function kindsFor(targets: Targets): Kind[] {
  const { consumers, producers, receivers, pushed, services, places } = targets;
  const pulling = consumers.filter((name) => !pushed.includes(name));
  const back = { for: lasting };
  const often = fc.record({ chance });
  const once = fc.record({ at });
  const aWhile = fc.record({ at, ...back });
  return [
    { name: 'crash', victims: consumers, more: fc.tuple(atWork, fc.record(back)).map(joined) },
    { name: 'pause', victims: consumers, more: fc.record({ chance, ...back }) },
    { name: 'pause', victims: pulling, more: aWhile },
    { name: 'fail', victims: consumers, more: often },
    {
      name: 'slow',
      victims: [...consumers, ...services],
      more: fc.record({ at, ...back, factor: fc.constant(5) }),
    },
    { name: 'down', victims: [...places, ...services], more: aWhile },
    { name: 'split', victims: [...consumers, ...producers], more: aWhile },
    { name: 'lose-response', victims: [...receivers, ...producers], more: often },
    { name: 'redeliver', victims: targets.queues, more: once },
    { name: 'duplicate', victims: targets.standard, more: often },
    { name: 'reorder', victims: targets.standard, more: often },
    {
      name: 'skew',
      victims: targets.skewed,
      more: fc.record({ at, ...back, by: fc.constantFrom('-5s', '20s') }),
    },
    {
      name: 'poison',
      victims: producers,
      more: fc.record({ chance: fc.constantFrom(0.01, 0.05) }),
    },
  ];
}

function joined([one, other]: [Data, Data]): Data {
  return { ...one, ...other };
}
