import fc from 'fast-check';
import type { SendRequest } from '../../../../../src/simulator/broker/queue/commands.ts';
import type { QueueSettings } from '../../../../../src/simulator/broker/queue/settings.ts';

/** `back` counts handles from the newest; `queue` 0 is the source and 1 its dead-letter queue. */
export type Command =
  | { readonly kind: 'send'; readonly queue: number; readonly entries: readonly SendRequest[] }
  | {
      readonly kind: 'receive';
      readonly queue: number;
      readonly max: number;
      readonly wait: number;
      readonly visibility: number | undefined;
    }
  | { readonly kind: 'delete'; readonly queue: number; readonly back: number }
  | { readonly kind: 'delete-unknown'; readonly queue: number }
  | {
      readonly kind: 'change';
      readonly queue: number;
      readonly back: number;
      readonly seconds: number;
    }
  | { readonly kind: 'purge'; readonly queue: number }
  | { readonly kind: 'move'; readonly queue: 1 }
  | { readonly kind: 'redeliver'; readonly queue: number }
  | { readonly kind: 'stop'; readonly back: number }
  | { readonly kind: 'wait'; readonly seconds: number }
  /** Until the next thing that happens by itself, or a microsecond to either side of it. */
  | { readonly kind: 'wait-for-next'; readonly offset: -1 | 0 | 1 };

const queue = fc.constantFrom(0, 0, 0, 1);
const back = fc.oneof({ weight: 4, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(20) });

const common: readonly fc.WeightedArbitrary<Command>[] = [
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('receive' as const),
      queue,
      max: fc.constantFrom(1, 1, 2, 3, 10),
      wait: fc.constantFrom(0, 0, 0, 1, 3, 20),
      visibility: fc.constantFrom(undefined, undefined, undefined, 0, 1, 4, 90),
    }),
  },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('delete' as const), queue, back }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('change' as const),
      queue,
      back,
      seconds: fc.constantFrom(0, 1, 2, 5, 70, 43_200),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('wait-for-next' as const),
      offset: fc.constantFrom(-1, 0, 0, 1),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      seconds: fc.constantFrom(0.5, 1, 1, 2, 5, 30, 59, 60, 299, 300),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('stop' as const), back: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('purge' as const), queue }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('move' as const), queue: fc.constant(1 as const) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('redeliver' as const), queue }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete-unknown' as const), queue }) },
];

const entries = (entry: fc.Arbitrary<SendRequest>) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.array(entry, { minLength: 1, maxLength: 1 }) },
    { weight: 1, arbitrary: fc.array(entry, { minLength: 2, maxLength: 4 }) },
  );

function commandsWith(entry: fc.Arbitrary<SendRequest>): fc.Arbitrary<Command[]> {
  const send = fc.record({ kind: fc.constant('send' as const), queue, entries: entries(entry) });
  return fc.array(fc.oneof({ weight: 8, arbitrary: send }, ...common), {
    minLength: 1,
    maxLength: 80,
    size: 'max',
  });
}

const body = fc.constantFrom('a', 'b', 'c');

const standardEntry = (group: fc.Arbitrary<string | undefined>) =>
  fc.record({
    body,
    delaySeconds: fc.constantFrom(undefined, undefined, 0, 1, 2, 100),
    messageGroupId: group,
    messageDeduplicationId: fc.constantFrom(...Array<undefined>(19).fill(undefined), 'd1'),
  });

export const standardCommands = commandsWith(standardEntry(fc.constant(undefined)));

/** For a fair queue (STD-21), whose order isn't as sent. */
export const tenantCommands = commandsWith(
  standardEntry(fc.constantFrom(undefined, undefined, 'g1', 'g2')),
);

/** Three groups and five ids, so that everything collides with everything. */
export const fifoCommands = commandsWith(
  fc.record({
    body,
    delaySeconds: fc.constantFrom(...Array<undefined>(15).fill(undefined), 0, 1),
    messageGroupId: fc.constantFrom('g1', 'g1', 'g2', 'g2', 'g3', undefined),
    messageDeduplicationId: fc.oneof(
      fc.constantFrom(undefined, 'd1', 'd2', 'd3', 'd4', 'd5'),
      fc.nat(10_000).map((id) => `e${id}`),
    ),
  }),
);

const GOOD_NATURE = {
  duplicateChance: 0,
  reorderChance: 0,
  reorderWindow: 1,
  shortPollMissChance: 0,
};

/** A source and its dead-letter queue, with deadlines that lie close together. */
export function settingsPair(fifo: boolean): fc.Arbitrary<[QueueSettings, QueueSettings]> {
  const settings = fc.record<QueueSettings>({
    fifo: fc.constant(fifo),
    visibilityTimeoutSeconds: fc.constantFrom(1, 2, 3, 30),
    delaySeconds: fc.constantFrom(0, 0, 0, 1, 2),
    messageRetentionPeriodSeconds: fc.constantFrom(60, 61, 345_600),
    receiveMessageWaitTimeSeconds: fc.constant(0),
    maximumMessageSize: fc.constant(1_048_576),
    redrivePolicy: fc.constant(undefined),
    contentBasedDeduplication: fifo ? fc.boolean() : fc.constant(false),
    deduplicationScope: fc.constantFrom('queue', 'messageGroup'),
    fifoThroughputLimit: fc.constant('perQueue'),
    throttled: fc.constant(false),
    nature: fc.constant(GOOD_NATURE),
  });
  const limit = fc.constantFrom(undefined, 1, 1, 2, 3, 5);
  return fc.tuple(settings, settings, limit).map(([source, dead, maxReceiveCount]) => [
    {
      ...source,
      redrivePolicy:
        maxReceiveCount === undefined ? undefined : { deadLetterQueue: DEAD, maxReceiveCount },
    },
    dead,
  ]);
}

export const SOURCE = 'source';
export const DEAD = 'dead';
