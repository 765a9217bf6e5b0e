import fc from 'fast-check';
import { called } from './random/called.ts';
import { fannedOut, fannedOutInOrder } from './random/fanned-out.ts';
import { faultsOn } from './random/faults.ts';
import { invoked } from './random/invoked.ts';
import { logged } from './random/logged.ts';
import { type Data, type Pipeline, sectionsOf, targetsOf } from './random/pipeline.ts';
import { prioritised } from './random/prioritised.ts';
import { queued } from './random/queued.ts';
import { transacted } from './random/transacted.ts';

export interface RandomScenario {
  readonly text: string;
  /** Some group commits before the work: what dies then is lost by design. */
  readonly mayLose: boolean;
  /** Some item that fails whenever it is tried is tried for ever. */
  readonly mayNeverEnd: boolean;
}

/** What all of them may use. */
const SHARED: Pipeline = {
  sections: {
    stores: { stock: { items: { seat: 40 } } },
    services: { bank: { servers: 5, latency: '20ms', availability: 0.95 } },
  },
  targets: { services: ['bank'] },
};

const PIPELINES = [
  queued('1', ''),
  queued('2', '.fifo'),
  fannedOut('3'),
  fannedOutInOrder('4'),
  logged('5'),
  invoked('6'),
  prioritised('7'),
  called('8'),
  transacted('9'),
];

/** Up to three pipelines with any faults. */
export const randomScenario: fc.Arbitrary<RandomScenario> = fc
  .record({
    seed: fc.nat(1_000_000),
    pipelines: fc
      .shuffledSubarray(PIPELINES, { minLength: 1, maxLength: 3 })
      .chain((some) => fc.tuple(...some)),
  })
  .chain(({ seed, pipelines }) =>
    faultsOn(targetsOf([SHARED, ...pipelines])).map((faults) => ({
      text: JSON.stringify({
        seed,
        runFor: '20s',
        drainFor: '15m',
        maxEvents: 400_000,
        ...sectionsOf([SHARED, ...pipelines]),
        faults,
        actions: pipelines.flatMap(({ actions = [] }) => actions),
      }),
      mayLose: pipelines.some(({ mayLose }) => mayLose),
      mayNeverEnd: pipelines.some(({ endless = [] }) =>
        endless.some((producer) => faults.some((fault: Data) => fault.poison === producer)),
      ),
    })),
  );
