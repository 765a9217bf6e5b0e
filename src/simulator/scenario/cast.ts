import type { Consumer } from '../actors/consumer.ts';
import { consumerOf } from '../actors/consumer-of.ts';
import { Items } from '../actors/items.ts';
import { Operator } from '../actors/operator.ts';
import { Producer } from '../actors/producer.ts';
import type { Programs } from '../actors/program.ts';
import { PushConsumer } from '../actors/push-consumer.ts';
import { Service } from '../actors/service.ts';
import { Store } from '../actors/store.ts';
import type { ActorWorld } from '../actors/world.ts';
import { PartitionedLog } from '../broker/log/index.ts';
import { PriorityQueue } from '../broker/priority/index.ts';
import { Queue } from '../broker/queue/index.ts';
import { SnsTopic } from '../broker/topic/index.ts';
import type { BrokerWorld } from '../broker/world.ts';
import type { EventCalendar, RandomStream } from '../engine/index.ts';
import type { Micros } from '../engine/time.ts';
import type { SimulationEvent } from '../events/index.ts';
import type { FaultPlan } from '../faults/index.ts';
import type { Scenario } from '../settings/scenario.ts';
import { deliveryTargets } from './delivery-targets.ts';
import { logFaults, queueFaults, serviceFaults } from './outages.ts';
import { withDirectSubscriptions } from './subscriptions.ts';

/** What a run gives to everyone in it. */
export interface Stage {
  readonly calendar: EventCalendar;
  readonly faults: FaultPlan;
  readonly programs: Programs | undefined;
  stream(name: string): RandomStream;
  emit(event: SimulationEvent): void;
}

/** Everything that a scenario names, made and connected. */
export class Cast {
  readonly #world: ActorWorld;
  readonly #producers: readonly Producer[];
  readonly #consumers: ReadonlyMap<string, Consumer>;
  readonly #operator: Operator;

  constructor(scenario: Scenario, stage: Stage) {
    const broker = brokerWorld(stage, stage.emit);
    const topics = new Map<string, SnsTopic>();
    const world = worldOf(scenario, stage, broker, topics);
    this.#world = world;
    const targets = deliveryTargets(world, (name) => {
      const consumer = this.#consumers.get(name);
      return consumer instanceof PushConsumer ? consumer : undefined;
    });
    for (const [name, settings] of Object.entries(withDirectSubscriptions(scenario)))
      topics.set(name, new SnsTopic(broker, name, settings, targets));
    this.#consumers = mapOf(scenario.consumers, (name, settings) =>
      consumerOf(name, settings, world, broker),
    );
    this.#producers = Object.entries(scenario.producers).map(
      ([name, settings]) => new Producer(name, settings, world),
    );
    this.#operator = new Operator(scenario.actions, world);
    for (const [name, queue] of world.queues) queueFaults(name, queue, stage);
    for (const [name, log] of world.logs) logFaults(name, log, stage);
    for (const [name, service] of world.services) serviceFaults(name, service, stage);
  }

  start(): void {
    for (const consumer of this.#consumers.values()) consumer.start();
    for (const producer of this.#producers) producer.start();
    this.#operator.start();
  }

  /** Whether nothing is left to do: all that was made is done, dead-lettered or given up. */
  get isQuiet(): boolean {
    const now = this.#world.calendar.now;
    return (
      [...this.#world.topics.values()].every((topic) => topic.underWay === 0) &&
      this.#producers.every((producer) => producer.isDone) &&
      this.#operator.isQuiet &&
      [...this.#consumers.values()].every((consumer) => consumer.isQuiet(now))
    );
  }
}

function worldOf(
  scenario: Scenario,
  stage: Stage,
  broker: BrokerWorld,
  topics: ReadonlyMap<string, SnsTopic>,
): ActorWorld {
  const { calendar, faults, programs, stream, emit } = stage;
  const queues: Map<string, Queue> = mapOf(
    scenario.queues,
    (name, settings) => new Queue(broker, name, settings, (other) => queues.get(other)),
  );
  const services: Map<string, Service> = mapOf(
    scenario.services,
    (name, settings) =>
      new Service({ timers: calendar, random: stream, emit }, name, settings, (other) =>
        services.get(other),
      ),
  );
  return {
    calendar,
    faults,
    programs,
    stream,
    emit,
    repeat: (every, run) => repeat(calendar, every, run),
    items: new Items(),
    producersStopAt: scenario.runFor,
    queues,
    priorityQueues: mapOf(
      scenario.priorityQueues,
      (name, { priorities }) => new PriorityQueue(broker, name, priorities),
    ),
    topics,
    logs: mapOf(scenario.logs, (name, settings) => new PartitionedLog(broker, name, settings)),
    stores: mapOf(scenario.stores, (name, settings) => new Store(name, settings, emit)),
    services,
  };
}

function brokerWorld({ calendar, stream }: Stage, emit: BrokerWorld['emit']): BrokerWorld {
  let ids = 0;
  return {
    timers: calendar,
    random: (name) => stream(`broker ${name}`),
    newId: () => {
      ids += 1;
      return `m${ids}`;
    },
    emit,
  };
}

function repeat(calendar: EventCalendar, every: Micros, run: (now: Micros) => void): void {
  const again = (now: Micros) => {
    run(now);
    calendar.at(now + every, again);
  };
  calendar.at(calendar.now + every, again);
}

function mapOf<Settings, Made>(
  settings: Readonly<Record<string, Settings>>,
  make: (name: string, settings: Settings) => Made,
): Map<string, Made> {
  return new Map(Object.entries(settings).map(([name, one]) => [name, make(name, one)]));
}
