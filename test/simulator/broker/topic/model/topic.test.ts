import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeliveryOutcome } from '../../../../../src/simulator/broker/topic/index.ts';
import type {
  SubscriptionAttributes,
  TopicSettings,
} from '../../../../../src/simulator/broker/topic/settings.ts';
import {
  DAY,
  HOUR,
  MINUTE,
  type Micros,
  SECOND,
} from '../../../../../src/simulator/engine/time.ts';
import { runs } from '../../../../fixtures/runs.ts';
import { FIFO, Scene, STANDARD, subscription } from '../scene.ts';
import { ObviousTopic, type Publish } from './obvious-topic.ts';

type Command =
  | { kind: 'publish'; after: Micros; request: Publish }
  | { kind: 'subscribe'; after: Micros; name: string }
  | { kind: 'unsubscribe'; after: Micros; name: string }
  | { kind: 'replay'; after: Micros; name: string; back: Micros };

interface Outage {
  readonly endpoint: string;
  readonly from: Micros;
  readonly for: Micros;
  readonly outcome: DeliveryOutcome;
}

interface World {
  readonly settings: TopicSettings;
  readonly subscriptions: Readonly<Record<string, SubscriptionAttributes>>;
  readonly latencies: Readonly<Record<string, Micros>>;
}

const policy = { tier: ['gold'], total: [{ numeric: ['>', 1] }, { exists: false }] };

const STANDARD_WORLD: World = {
  settings: STANDARD,
  subscriptions: {
    plain: subscription({ endpoint: 'a', deadLetterQueue: 'dead' }),
    picky: subscription({ endpoint: 'a', filterPolicy: policy, rawMessageDelivery: true }),
    deep: subscription({
      endpoint: 'b',
      filterPolicy: { kind: ['x'] },
      filterPolicyScope: 'MessageBody',
    }),
    hook: subscription({ protocol: 'http', endpoint: 'shop', deadLetterQueue: 'dead' }),
    own: subscription({
      protocol: 'http',
      endpoint: 'shop',
      deliveryPolicy: {
        numRetries: 4,
        numNoDelayRetries: 1,
        numMinDelayRetries: 1,
        numMaxDelayRetries: 1,
        minDelayTarget: 5,
        maxDelayTarget: 10,
      },
    }),
    text: subscription({ protocol: 'sms', endpoint: 'phone' }),
    push: subscription({ protocol: 'http', endpoint: 'page', retries: false }),
  },
  latencies: { shop: 3 * SECOND, page: 1 },
};

const fifoSubscriptions = {
  all: subscription({ endpoint: 'a.fifo', deadLetterQueue: 'dead.fifo' }),
  picky: subscription({ endpoint: 'b.fifo', filterPolicy: policy, rawMessageDelivery: true }),
  loose: subscription({ endpoint: 'c' }),
};

const fifoWorld = (changes: Partial<TopicSettings>): World => ({
  settings: { ...FIFO, ...changes },
  subscriptions: fifoSubscriptions,
  latencies: {},
});

const gap = fc.constantFrom<Micros>(
  0,
  0,
  1,
  SECOND,
  7 * SECOND,
  MINUTE,
  5 * MINUTE - 1,
  5 * MINUTE,
);

const attributes = fc.record(
  {
    tier: fc.constantFrom('gold', 'silver').map((value) => ({ type: 'String', value }) as const),
    total: fc.constantFrom('1', '2').map((value) => ({ type: 'Number', value }) as const),
  },
  { requiredKeys: [] },
);

const body = fc.constantFrom('{"kind":"x"}', '{"kind":"y"}', 'hello');

function commands(world: World): fc.Arbitrary<Command[]> {
  const { fifo, contentBasedDeduplication } = world.settings;
  const name = fc.constantFrom(...Object.keys(world.subscriptions));
  const deduplicationId = fc.constantFrom('1', '2', '3');
  const request: fc.Arbitrary<Publish> = fc.record({
    body,
    attributes,
    messageGroupId: fifo ? fc.constantFrom('g', 'h') : fc.constant(undefined),
    messageDeduplicationId: !fifo
      ? fc.constant(undefined)
      : contentBasedDeduplication
        ? fc.option(deduplicationId, { nil: undefined })
        : deduplicationId,
  });
  const command: fc.Arbitrary<Command> = fc.oneof(
    {
      weight: 10,
      arbitrary: fc.record({ kind: fc.constant('publish' as const), after: gap, request }),
    },
    fc.record({ kind: fc.constant('subscribe' as const), after: gap, name }),
    fc.record({ kind: fc.constant('unsubscribe' as const), after: gap, name }),
    fc.record({
      kind: fc.constant('replay' as const),
      after: gap,
      name,
      back: fc.constantFrom<Micros>(0, MINUTE, HOUR, 2 * DAY),
    }),
  );
  return fc.array(command, { minLength: 1, maxLength: 25 });
}

function outages(world: World): fc.Arbitrary<Outage[]> {
  const endpoints = Object.values(world.subscriptions).map(({ endpoint }) => endpoint);
  return fc.array(
    fc.record({
      endpoint: fc.constantFrom(...endpoints),
      from: fc.integer({ min: 0, max: 600 }).map((seconds) => seconds * SECOND),
      for: fc.constantFrom<Micros>(1, SECOND, 10 * SECOND, 2 * MINUTE, HOUR),
      outcome: fc.constantFrom('server-error', 'server-error', 'client-error'),
    }),
    { maxLength: 8 },
  );
}

/** Does the same to both, and compares every answer, every attempt and what arrived in which order. */
function compare(world: World, sequence: readonly Command[], harm: readonly Outage[]): number {
  const scene = new Scene(world.settings);
  const outcomeAt = (name: string) => (at: Micros) =>
    harm.find((one) => one.endpoint === name && one.from <= at && at < one.from + one.for)
      ?.outcome ?? 'delivered';
  const model = new ObviousTopic(world.settings, (name) => ({
    latency: world.latencies[name] ?? 0,
    outcome: outcomeAt(name),
  }));
  for (const [name, settings] of Object.entries(world.subscriptions)) {
    scene.queue(settings.endpoint).outcome = outcomeAt(settings.endpoint);
    scene.endpoint(settings.endpoint).outcome = outcomeAt(settings.endpoint);
    scene.endpoint(settings.endpoint).latency = world.latencies[settings.endpoint] ?? 0;
    scene.topic.subscribe(0, name, settings);
    model.subscribe(name, settings);
  }
  let now = 0;
  for (const command of sequence) {
    now += command.after;
    scene.calendar.runUntil(now);
    apply(command, now, world, scene, model);
  }
  scene.calendar.runUntil(now + DAY);
  const expected = model.lines();
  expect(linesOf(scene).toSorted()).toEqual(expected.toSorted());
  for (const [name, { endpoint }] of Object.entries(world.subscriptions))
    if (endpoint.endsWith('.fifo'))
      for (const group of ['g', 'h'])
        expect(deliveredTo(scene, name, group)).toEqual(model.delivered(name, group));
  return expected.length;
}

function apply(
  command: Command,
  now: Micros,
  { subscriptions }: World,
  scene: Scene,
  model: ObviousTopic,
): void {
  if (command.kind === 'publish') {
    const id = model.publish(now, command.request);
    expect(scene.topic.publish(now, command.request)).toMatchObject({ messageId: id });
    return;
  }
  const settings = subscriptions[command.name];
  if (command.kind === 'unsubscribe') {
    scene.topic.unsubscribe(now, command.name);
    model.unsubscribe(now, command.name);
  } else if (command.kind === 'subscribe') {
    const refusal = settings && scene.topic.subscribe(now, command.name, settings);
    if (settings && !refusal) model.subscribe(command.name, settings);
  } else {
    scene.topic.replay(now, command.name, now - command.back);
    model.replay(now, command.name, now - command.back);
  }
}

function linesOf(scene: Scene): string[] {
  const attempts = scene
    .of('delivery-attempted')
    .map(
      ({ at, subscription: name, message, attempt, outcome, retryAt }) =>
        `${at} ${name} ${message} ${attempt} ${outcome} retry ${retryAt}`,
    );
  const ends = scene
    .of('delivery-given-up')
    .map(
      ({ at, subscription: name, message, attempts: count, deadLetterQueue }) =>
        `${at} ${name} ${message} given up after ${count} to ${deadLetterQueue}`,
    );
  return [...attempts, ...ends];
}

function deliveredTo(scene: Scene, name: string, group: string): string[] {
  const groups = new Map(scene.of('published').map((event) => [event.message, event.group]));
  return scene
    .of('delivery-attempted')
    .filter(
      ({ subscription: to, outcome, message }) =>
        to === name && outcome === 'delivered' && groups.get(message) === group,
    )
    .map(({ message }) => message);
}

describe('a topic and the obvious one', () => {
  it.each<[string, World]>([
    ['a standard topic', STANDARD_WORLD],
    ['a FIFO topic', fifoWorld({ archiveDays: 1 })],
    [
      'a FIFO topic by content, with scope group',
      fifoWorld({ contentBasedDeduplication: true, fifoThroughputScope: 'MessageGroup' }),
    ],
  ])('do the same with every sequence of commands: %s', (_, world) => {
    let lines = 0;
    fc.assert(
      fc.property(commands(world), outages(world), (sequence, harm) => {
        lines += compare(world, sequence, harm);
      }),
      runs(700),
    );
    expect(lines).toBeGreaterThan(10_000);
  });
});
