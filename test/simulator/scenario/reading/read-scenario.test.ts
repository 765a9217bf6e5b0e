import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '../../../../src/simulator/engine/time.ts';
import { runs } from '../../../fixtures/runs.ts';
import { good, PLANT, read, wrong } from './reading.ts';

const TICKETS = `# The ticket sale
# Many buyers want
# few seats.
#
# Who gets one?

seed: 42
runFor: 10m                                   # virtual time
queues:
  ticket-orders.fifo: { visibilityTimeout: 30s, redrive: { to: ticket-orders-dlq.fifo, maxReceiveCount: 3 } }
  ticket-orders-dlq.fifo: {}
stores:
  inventory: { items: { concert: 500 } }
producers:
  buyers: { sendsTo: ticket-orders.fifo, arrivals: { spike: { base: 20/s, peak: 1000/s, at: 1m, for: 50s } }, messageGroupId: "section-{1..40}" }
consumers:
  workers: { receivesFrom: ticket-orders.fifo, count: 20, batch: 10, waitTime: 20s, service: { lognormal: { p50: 40ms, p99: 300ms } }, effect: { reserve: inventory } }
faults:
  - { crash: workers, chance: 1/200, when: before-delete }
checks:
  - { oversold: 0 }
  - { lost: 0 }
  - { latency.p99: { below: 60s } }
`;

describe('readScenario', () => {
  it('reads the example of the design as it stands', () => {
    const scenario = good(TICKETS);
    expect(scenario).toMatchObject({ name: 'sale', seed: 42, runFor: 10 * MINUTE });
    expect(scenario.queues['ticket-orders.fifo']).toMatchObject({
      fifo: true,
      visibilityTimeoutSeconds: 30,
      redrivePolicy: { deadLetterQueue: 'ticket-orders-dlq.fifo', maxReceiveCount: 3 },
    });
    expect(scenario.producers.buyers).toMatchObject({
      sendsTo: 'ticket-orders.fifo',
      arrivals: { kind: 'spike', base: 20, peak: 1000, at: MINUTE, for: 50 * SECOND },
      messageGroupId: { kind: 'text', template: 'section-{1..40}' },
    });
    expect(scenario.consumers.workers?.steps).toEqual([
      { kind: 'work', time: { kind: 'lognormal', p50: 40_000, p99: 300_000 } },
      { kind: 'reserve', store: 'inventory', item: 'concert', how: 'read-then-write' },
      { kind: 'delete' },
    ]);
    expect(scenario.faults).toEqual([
      {
        what: 'crash',
        target: 'workers',
        chance: 0.005,
        at: [],
        items: [],
        for: undefined,
        when: 'before-delete',
        factor: undefined,
        by: undefined,
      },
    ]);
  });

  it('takes title and story from the comment at the head of the file', () => {
    expect(good(TICKETS)).toMatchObject({
      title: 'The ticket sale',
      story: 'Many buyers want few seats.\n\nWho gets one?',
    });
  });

  it('remembers the line of each check', () => {
    expect(good(TICKETS).checks.map(({ metric, line }) => [metric, line])).toEqual([
      ['oversold', 21],
      ['lost', 22],
      ['latency.p99', 23],
    ]);
  });

  it('has defaults for all that may be left out', () => {
    expect(good('queues: { orders: }\n')).toEqual({
      name: 'sale',
      title: '',
      story: '',
      seed: 1,
      runFor: 10 * MINUTE,
      drainFor: 60 * MINUTE,
      maxEvents: 5_000_000,
      queues: {
        orders: {
          fifo: false,
          visibilityTimeoutSeconds: 30,
          delaySeconds: 0,
          messageRetentionPeriodSeconds: 345_600,
          receiveMessageWaitTimeSeconds: 0,
          maximumMessageSize: 1_048_576,
          redrivePolicy: undefined,
          contentBasedDeduplication: false,
          deduplicationScope: 'queue',
          fifoThroughputLimit: 'perQueue',
          throttled: false,
          nature: {
            duplicateChance: 0,
            reorderChance: 0,
            reorderWindow: 10,
            shortPollMissChance: 0.3,
          },
        },
      },
      priorityQueues: {},
      topics: {},
      logs: {},
      stores: {},
      services: {},
      producers: {},
      consumers: {},
      faults: [],
      actions: [],
      alarms: {},
      checks: [],
      reaches: [],
      remedy: [],
    });
  });

  it('tells every problem, in the order of the file', () => {
    const text = `runFor: 30
queues:
  orders: { visibiltyTimeout: 10s, delay: 20m, redrive: { to: oders-dlq } }
  orders-dlq: {}
consumers:
  workers:
    receivesFrom: order
    batch: 11
faults:
  - { crush: workers }
chekcs: []
`;
    expect(wrong(text).map((line) => line.replace(/ \| .*?( Did .*)?$/, '$1'))).toEqual([
      '1:9 runFor can’t be 30',
      '3:13 queues.orders.visibiltyTimeout is no key that is known here Did you mean “visibilityTimeout”?',
      '3:43 queues.orders.delay can’t be “20m”',
      '3:63 queues.orders.redrive.to can’t be “oders-dlq” Did you mean “orders-dlq”?',
      '7:19 consumers.workers.receivesFrom can’t be “order” Did you mean “orders” or “orders-dlq”?',
      '10:5 faults.0 can’t stay as it is Did you mean “crash”?',
      '11:1 chekcs is no key that is known here Did you mean “checks”?',
    ]);
  });

  it('wants names that are unique, since faults and references go by them', () => {
    expect(
      wrong(
        `${PLANT}alarms: { workers: { metric: lost, above: 3 } }\n`.replace('urgent', 'orders'),
      ),
    ).toEqual([
      '6:19 priorityQueues.orders has the same name as queues.orders | give one of them another name, so that it is clear who is meant',
    ]);
  });

  it.each([
    ['__proto__', '{ __proto__: {} }'],
    ['a b', '{ "a b": {} }'],
    ['9lives', '{ 9lives: {} }'],
  ])('turns down the name %s', (name, queues) => {
    expect(wrong(`queues: ${queues}\n`)[0]).toContain(
      `queues.${name} has a name that can’t be used`,
    );
  });

  it('takes names that objects have anyway', () => {
    expect(Object.keys(good('queues: { constructor: {}, toString: {} }\n').queues)).toEqual([
      'constructor',
      'toString',
    ]);
    const text = `queues: { toString: {} }
topics: { valueOf: {} }
stores: { seen: {} }
producers: { constructor: { sendsTo: valueOf, arrivals: 1/s } }
consumers: { hasOwnProperty: { receivesFrom: toString }, isPrototypeOf: { receivesFrom: valueOf } }
faults: [{ crash: hasOwnProperty, chance: 1/4 }, { poison: constructor, chance: 1/4 }]
`;
    expect(good(text).faults[0]?.when).toBe('before-delete');
    const unknown =
      'consumers: { w: { receivesFrom: constructor, effect: { reserve: toString } } }';
    expect(wrong(`${unknown}\n`)).toHaveLength(2);
    const direct = text.replace(
      'receivesFrom: valueOf }',
      'receivesFrom: valueOf, subscription: { filterPolicy: { kind: [] } } }',
    );
    expect(wrong(direct)[0]).toContain('5:');
    expect(wrong(direct)[0]).toContain('SNS would refuse the subscription isPrototypeOf');
    expect(wrong('constructor: {}\n')[0]).toContain('constructor is no key that is known here');
  });

  it('repeats nothing that a terminal would obey', () => {
    const { problems } = read('"\\e[2J": 1\nqueues: { orders: { delay: "\\e[2J" } }\n');
    expect(problems).toHaveLength(2);
    expect(JSON.stringify(problems)).not.toContain('\\u001b');
    expect(good('# A \u001b[2J title\nseed: 1\n').title).toBe('A  [2J title');
  });

  it.each([
    'consumers: { w: { receivesFrom: HOSTILE, steps: [HOSTILE], effect: HOSTILE } }',
    'producers: { p: { sendsTo: HOSTILE, arrivals: HOSTILE } }',
    'queues: { q: { redrive: { to: HOSTILE }, deduplicationScope: HOSTILE }, s.fifo: { deduplicationScope: HOSTILE } }',
    'topics: { t: { subscriptions: { s: { to: HOSTILE, protocol: HOSTILE } } } }',
    'faults: [{ crash: HOSTILE, chance: HOSTILE, when: HOSTILE }, HOSTILE]',
    'checks: [{ lost: HOSTILE }, HOSTILE]\nalarms: { a: { metric: HOSTILE } }\nreaches: [HOSTILE]',
  ])('never throws at a map that can’t be made into a text: %s', (text) => {
    for (const hostile of ['{ toString: 1, valueOf: 2 }', '[[{ toString: 1 }]]'])
      expect(read(text.replaceAll('HOSTILE', hostile)).problems).not.toEqual([]);
  });

  it('never throws, whatever the text is', () => {
    const pieces = fc.constantFrom(
      ...[
        'queues',
        'faults',
        ':',
        ' ',
        '\n',
        '  ',
        '- ',
        '{',
        '}',
        '[',
        ']',
        ',',
        '"',
        "'",
        '#',
        '&a',
        '*a',
        '!!',
        '? ',
        '|',
        '>',
        '\t',
        '30s',
        '3',
        '.nan',
        '-',
        '---\n',
        '<<',
        '__proto__',
        '\\',
        '%',
        '\u0000',
        'null',
        'orders',
        'checks',
        'crash',
      ],
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
      fc
        .tuple(fc.nat(TICKETS.length), fc.nat(20), pieces)
        .map(([at, cut, piece]) => TICKETS.slice(0, at) + piece + TICKETS.slice(at + cut)),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const { scenario, problems } = read(text);
        expect(scenario === undefined).toBe(problems.length > 0);
        for (const { line, column } of problems) expect(Math.min(line, column)).toBeGreaterThan(0);
      }),
      runs(100),
    );
  });
});
