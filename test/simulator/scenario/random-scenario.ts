import fc from 'fast-check';

/** A scenario as its file's data; JSON is YAML, too. */
type Data = Record<string, unknown>;

/** Whom faults may strike. */
interface Targets {
  readonly consumers: readonly string[];
  readonly producers: readonly string[];
  /** Consumers of queues: the answers to their receives may get lost. */
  readonly receivers: readonly string[];
  /** Consumers that topics push to: they stand still only while they work. */
  readonly pushed: readonly string[];
  readonly queues: readonly string[];
  /** Queues that may repeat and reorder. */
  readonly standard: readonly string[];
  readonly services: readonly string[];
  /** What can be down for a while: queues, topics, logs, consumers, services. */
  readonly places: readonly string[];
}

interface Pipeline {
  readonly sections: Readonly<Record<string, Data>>;
  readonly targets: Partial<Targets>;
}

export interface RandomScenario {
  readonly text: string;
  /** Some group commits before the work: what dies then is lost by design. */
  readonly mayLose: boolean;
  /** Some item that fails whenever it is tried is tried for ever. */
  readonly mayNeverEnd: boolean;
}

const millis = (min: number, max: number) =>
  fc.integer({ min, max }).map((amount) => `${amount}ms`);
const seconds = (min: number, max: number) =>
  fc.integer({ min, max }).map((amount) => `${amount}s`);
const chance = fc.constantFrom(0.01, 0.05, 0.2);
const rate = fc.integer({ min: 1, max: 8 }).map((perSecond) => `${perSecond}/s`);

const service = fc.oneof(
  millis(0, 150),
  millis(1, 100).map((mean) => ({ exponential: mean })),
  fc.constant({ lognormal: { p50: '20ms', p99: '200ms' } }),
);

const producing = fc.record(
  {
    arrivals: fc.oneof(
      rate,
      rate.map((constant) => ({ constant })),
      fc.constant({ burst: { count: 60, at: '2s' } }),
    ),
    retry: fc.record({ attempts: fc.integer({ min: 1, max: 6 }), backoff: millis(0, 900) }),
    resendChance: chance,
  },
  { requiredKeys: ['arrivals'] },
);

/** How a consumer works, with a table of its own: what two consumers claim in one table, only one of them does. */
function working(consumer: string): fc.Arbitrary<{ work: Data; stores: Data }> {
  const ledger = `${consumer}-ledger`;
  return fc
    .record(
      {
        count: fc.integer({ min: 1, max: 4 }),
        batch: fc.integer({ min: 1, max: 10 }),
        service,
        effect: fc.constantFrom<unknown>(
          { write: ledger },
          [{ check: ledger }, { write: ledger }, { record: ledger }],
          [{ transaction: [{ claim: ledger }, { write: ledger }] }],
          { call: { service: 'bank', timeout: '2s', retry: { attempts: 2 } } },
          { reserve: { store: 'stock', how: 'conditional' } },
        ),
        limit: fc.constant('60/s'),
      },
      { requiredKeys: ['count', 'service', 'effect'] },
    )
    .map((work) => ({ work, stores: { [ledger]: {} } }));
}

const queueWorking = fc.record(
  {
    concurrency: fc.integer({ min: 1, max: 3 }),
    waitTime: seconds(0, 20),
    heartbeat: fc.constant({ every: '2s', extendTo: '6s' }),
    deletes: fc.constantFrom('each', 'batch'),
    onFailure: fc.constantFrom('leave', { showAfter: '1s' }),
    autoscale: fc.constant({ backlogPerWorker: 10, min: 1, max: 5, every: '5s', cooldown: '5s' }),
  },
  { requiredKeys: [] },
);

const visibilityTimeout = fc.constantFrom('5s', '10s');
const group = fc.integer({ min: 1, max: 5 }).map((count) => `g{1..${count}}`);

/** Producers, a queue with dead letters, workers: standard or FIFO. */
function queued(id: string, ending: '' | '.fifo'): fc.Arbitrary<Pipeline> {
  const [queue, dead] = [`q${id}${ending}`, `q${id}-dlq${ending}`];
  return fc
    .record({
      producing,
      working: working(`c${id}`),
      queueWorking,
      visibilityTimeout,
      group,
      batch: fc.integer({ min: 1, max: 10 }),
    })
    .map(
      ({
        producing: made,
        working: { work, stores },
        queueWorking: more,
        visibilityTimeout: hidden,
        group: key,
        batch,
      }) => ({
        sections: {
          stores,
          queues: {
            [queue]: { visibilityTimeout: hidden, redrive: { to: dead, maxReceiveCount: 3 } },
            [dead]: {},
          },
          producers: {
            [`p${id}`]: {
              sendsTo: queue,
              ...made,
              batch,
              linger: '50ms',
              ...(ending ? { messageGroupId: key } : {}),
            },
          },
          consumers: { [`c${id}`]: { receivesFrom: queue, ...work, ...more } },
        },
        targets: {
          producers: [`p${id}`],
          consumers: [`c${id}`],
          receivers: [`c${id}`],
          queues: [queue],
          standard: ending === '' ? [queue] : [],
          places: [queue, `c${id}`],
        },
      }),
    );
}

/** A topic that delivers to a queue, to a queue by a filter, and pushes. */
function fannedOut(id: string): fc.Arbitrary<Pipeline> {
  return fc
    .record({
      producing,
      all: working(`c${id}`),
      some: working(`d${id}`),
      pushed: working(`e${id}`),
      queueWorking,
      visibilityTimeout,
    })
    .map(
      ({ producing: made, all, some, pushed, queueWorking: more, visibilityTimeout: hidden }) => {
        const { batch: _batch, limit: _limit, ...push } = pushed.work;
        return {
          sections: {
            stores: { ...all.stores, ...some.stores, ...pushed.stores },
            topics: {
              [`t${id}`]: {
                nature: { duplicates: 0.1, reorder: 0.1 },
                subscriptions: {
                  all: { to: `all${id}` },
                  some: { to: `some${id}`, filterPolicy: { kind: ['a'] } },
                },
              },
            },
            queues: {
              [`all${id}`]: {
                visibilityTimeout: hidden,
                redrive: { to: `dead${id}`, maxReceiveCount: 6 },
              },
              [`some${id}`]: {
                visibilityTimeout: hidden,
                redrive: { to: `dead${id}`, maxReceiveCount: 6 },
              },
              [`dead${id}`]: {},
            },
            producers: {
              [`p${id}`]: {
                sendsTo: `t${id}`,
                ...made,
                attributes: { kind: { choose: { a: 1, b: 1 } } },
              },
            },
            consumers: {
              [`c${id}`]: { receivesFrom: [`all${id}`], ...all.work, ...more },
              [`d${id}`]: { receivesFrom: [`some${id}`], ...some.work, ...more },
              [`e${id}`]: {
                receivesFrom: `t${id}`,
                subscription: { deadLetters: `dead${id}` },
                ...push,
                count: 8,
              },
            },
          },
          targets: {
            producers: [`p${id}`],
            consumers: [`c${id}`, `d${id}`, `e${id}`],
            receivers: [`c${id}`, `d${id}`],
            pushed: [`e${id}`],
            queues: [`all${id}`, `some${id}`],
            standard: [`all${id}`, `some${id}`],
            places: [`all${id}`, `t${id}`, `e${id}`],
          },
        };
      },
    );
}

/** A log that a consumer group and a share group read. */
function logged(
  id: string,
  commit: 'after' | 'before' | 'auto',
  isEndless: boolean,
): fc.Arbitrary<Pipeline> {
  return fc
    .record({
      producing,
      grouped: working(`c${id}`),
      sharing: working(`s${id}`),
      partitions: fc.integer({ min: 1, max: 4 }),
      protocol: fc.constantFrom('eager', 'cooperative', 'consumer'),
      group,
      idempotent: fc.boolean(),
    })
    .map(({ producing: made, grouped, sharing, partitions, protocol, group: key, idempotent }) => ({
      sections: {
        stores: { ...grouped.stores, ...sharing.stores },
        logs: { [`l${id}`]: { partitions, minInsyncReplicas: 2 } },
        producers: { [`p${id}`]: { sendsTo: `l${id}`, key, idempotent, ...made } },
        consumers: {
          [`c${id}`]: {
            receivesFrom: `l${id}`,
            group: {
              protocol,
              commit,
              sessionTimeout: '10s',
              ...(isEndless ? {} : { skipAfter: 3 }),
            },
            ...grouped.work,
          },
          [`s${id}`]: { receivesFrom: `l${id}`, share: true, ...sharing.work },
        },
      },
      targets: {
        producers: [`p${id}`],
        consumers: [`c${id}`, `s${id}`],
        places: [`l${id}`, `c${id}`],
      },
    }));
}

/** Lambda on a queue, handing on to a second queue. */
function invoked(id: string): fc.Arbitrary<Pipeline> {
  return fc
    .record({
      producing,
      working: working(`d${id}`),
      service,
      reportBatchItemFailures: fc.boolean(),
    })
    .map(
      ({ producing: made, working: { work, stores }, service: time, reportBatchItemFailures }) => ({
        sections: {
          stores,
          queues: {
            [`q${id}`]: {
              visibilityTimeout: '30s',
              redrive: { to: `dead${id}`, maxReceiveCount: 6 },
            },
            [`r${id}`]: {
              visibilityTimeout: '30s',
              redrive: { to: `dead${id}`, maxReceiveCount: 6 },
            },
            [`dead${id}`]: {},
          },
          producers: { [`p${id}`]: { sendsTo: `q${id}`, ...made } },
          consumers: {
            [`c${id}`]: {
              receivesFrom: `q${id}`,
              batch: 5,
              lambda: { timeout: '5s', maximumConcurrency: 10, reportBatchItemFailures },
              steps: [{ work: time }, { send: `r${id}` }, 'delete'],
            },
            [`d${id}`]: { receivesFrom: `r${id}`, ...work },
          },
        },
        targets: {
          producers: [`p${id}`],
          consumers: [`c${id}`, `d${id}`],
          receivers: [`c${id}`, `d${id}`],
          queues: [`q${id}`, `r${id}`],
          standard: [`q${id}`, `r${id}`],
          places: [`q${id}`],
        },
      }),
    );
}

const MOMENTS = ['during-work', 'before-effect', 'after-effect', 'before-delete', 'after-delete'];

/** Any number of faults of every kind. */
function faultsOn(targets: Targets, poisoned: boolean): fc.Arbitrary<Data[]> {
  const one = (of: readonly string[]) => fc.constantFrom(...of);
  const at = seconds(0, 25);
  const lasting = seconds(1, 15);
  const atWork = fc.oneof(
    fc.record({ chance, when: fc.constantFrom(...MOMENTS) }),
    fc.record({ at }),
  );
  const pullers = targets.consumers.filter((name) => !targets.pushed.includes(name));
  const kinds: fc.Arbitrary<Data>[] = [
    fc
      .tuple(one(targets.consumers), atWork, lasting)
      .map(([crash, when, back]) => ({ crash, ...when, for: back })),
    fc
      .tuple(one(targets.consumers), chance, lasting)
      .map(([pause, often, back]) => ({ pause, chance: often, for: back })),
    fc
      .tuple(one(pullers), at, lasting)
      .map(([pause, from, back]) => ({ pause, at: from, for: back })),
    fc.tuple(one(targets.consumers), chance).map(([fail, often]) => ({ fail, chance: often })),
    fc
      .tuple(one([...targets.consumers, ...targets.services]), at, lasting)
      .map(([slow, from, back]) => ({ slow, at: from, for: back, factor: 5 })),
    fc
      .tuple(one([...targets.places, ...targets.services]), at, lasting)
      .map(([down, from, back]) => ({ down, at: from, for: back })),
    fc
      .tuple(one([...targets.consumers, ...targets.producers]), at, lasting)
      .map(([split, from, back]) => ({ split, at: from, for: back })),
    fc
      .tuple(one([...targets.receivers, ...targets.producers]), chance)
      .map(([lost, often]) => ({ 'lose-response': lost, chance: often })),
  ];
  if (targets.queues.length > 0)
    kinds.push(
      fc.tuple(one(targets.queues), at).map(([redeliver, when]) => ({ redeliver, at: when })),
    );
  if (targets.standard.length > 0)
    kinds.push(
      fc
        .tuple(one(targets.standard), chance)
        .map(([duplicate, often]) => ({ duplicate, chance: often })),
      fc
        .tuple(one(targets.standard), chance)
        .map(([reorder, often]) => ({ reorder, chance: often })),
    );
  if (poisoned)
    kinds.push(
      fc
        .tuple(one(targets.producers), fc.constantFrom(0.01, 0.05))
        .map(([poison, often]) => ({ poison, chance: often })),
    );
  return fc.array(fc.oneof(...kinds), { maxLength: 8 });
}

/** Any scenario with any faults. */
export const randomScenario: fc.Arbitrary<RandomScenario> = fc
  .record({
    seed: fc.nat(1_000_000),
    commits: fc.constantFrom('after' as const, 'before' as const, 'auto' as const),
    isEndless: fc.boolean(),
    poisoned: fc.boolean(),
    kinds: fc.uniqueArray(fc.constantFrom('queue', 'fifo', 'topic', 'log', 'lambda'), {
      minLength: 1,
      maxLength: 3,
    }),
  })
  .chain(({ seed, commits, isEndless, poisoned, kinds }) => {
    const makers: Record<(typeof kinds)[number], fc.Arbitrary<Pipeline>> = {
      queue: queued('1', ''),
      fifo: queued('2', '.fifo'),
      topic: fannedOut('3'),
      log: logged('4', commits, isEndless),
      lambda: invoked('5'),
    };
    return fc.tuple(...kinds.map((kind) => makers[kind])).chain((pipelines) => {
      const targets = targetsOf(pipelines);
      return faultsOn(targets, poisoned).map((faults) => ({
        text: JSON.stringify({
          seed,
          runFor: '30s',
          drainFor: '15m',
          maxEvents: 400_000,
          ...sectionsOf([{ sections: SHARED, targets: {} }, ...pipelines]),
          faults,
        }),
        mayLose: kinds.includes('log') && commits === 'before',
        mayNeverEnd: poisoned && kinds.includes('log') && isEndless,
      }));
    });
  });

const SHARED = {
  stores: { stock: { items: { seat: 40 } } },
  services: { bank: { servers: 5, latency: '20ms', availability: 0.95 } },
};

function targetsOf(pipelines: readonly Pipeline[]): Targets {
  const all = (kind: keyof Targets) => pipelines.flatMap(({ targets }) => targets[kind] ?? []);
  return {
    consumers: all('consumers'),
    producers: all('producers'),
    receivers: all('receivers'),
    pushed: all('pushed'),
    queues: all('queues'),
    standard: all('standard'),
    services: ['bank'],
    places: all('places'),
  };
}

function sectionsOf(pipelines: readonly Pipeline[]): Data {
  const all: Record<string, Data> = {};
  for (const { sections } of pipelines)
    for (const [section, parts] of Object.entries(sections))
      all[section] = { ...all[section], ...parts };
  return all;
}
