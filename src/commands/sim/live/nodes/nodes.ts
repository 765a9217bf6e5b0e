import type { SimulationEvent } from '../../../../simulator/events/index.ts';
import type { Scenario } from '../../../../simulator/settings/scenario.ts';
import { ConsumerNode } from './consumer-node.ts';
import { LogNode } from './log-node.ts';
import type { Node } from './node.ts';
import { ProducerNode } from './producer-node.ts';
import { QueueNode } from './queue-node.ts';
import { ServiceNode } from './service-node.ts';
import { StoreNode } from './store-node.ts';
import { TopicNode } from './topic-node.ts';

/** The nodes of a pipeline by name, each told of the events that are about it. */
export class Nodes {
  readonly producers: ReadonlyMap<string, ProducerNode>;
  readonly queues: ReadonlyMap<string, QueueNode>;
  readonly logs: ReadonlyMap<string, LogNode>;
  readonly consumers: ReadonlyMap<string, ConsumerNode>;
  readonly services: ReadonlyMap<string, ServiceNode>;
  readonly all: ReadonlyMap<string, Node>;
  readonly #logOf = new Map<string, LogNode>();

  constructor(scenario: Scenario) {
    const { consumers, logs } = scenario;
    this.producers = mapOf(scenario.producers, () => new ProducerNode());
    this.queues = mapOf({ ...scenario.queues, ...scenario.priorityQueues }, (name) =>
      queueNode(name, scenario),
    );
    this.logs = mapOf(logs, (log) => {
      const groups = Object.keys(consumers).filter((name) =>
        consumers[name]?.receivesFrom.includes(log),
      );
      const node = new LogNode(groups);
      for (const group of groups) this.#logOf.set(group, node);
      return node;
    });
    this.consumers = mapOf(consumers, () => new ConsumerNode());
    this.services = mapOf(scenario.services, () => new ServiceNode());
    this.all = new Map<string, Node>([
      ...this.producers,
      ...this.queues,
      ...this.logs,
      ...this.consumers,
      ...mapOf(scenario.topics, () => new TopicNode()),
      ...this.services,
      ...mapOf(scenario.stores, (_, { items }) => new StoreNode(items)),
    ]);
  }

  see(event: SimulationEvent): void {
    switch (event.kind) {
      case 'produced':
      case 'produce-failed':
        this.all.get(event.producer)?.see(event);
        break;
      case 'dead-lettered':
        this.all.get(event.queue)?.see(event);
        this.all.get(event.to)?.see(event);
        break;
      case 'sent':
      case 'appeared':
      case 'received':
      case 'deleted':
      case 'redriven':
      case 'expired':
      case 'purged':
        this.all.get(event.queue)?.see(event);
        break;
      case 'published':
      case 'filtered-out':
      case 'delivery-attempted':
      case 'delivery-given-up':
        this.all.get(event.topic)?.see(event);
        break;
      case 'appended':
        this.all.get(event.log)?.see(event);
        break;
      case 'committed':
      case 'offset-reset':
      case 'record-settled':
        this.#logOf.get(event.group)?.see(event);
        break;
      case 'worker-state':
      case 'work-ended':
        this.all.get(event.consumer)?.see(event);
        break;
      case 'call-ended':
      case 'call-wasted':
        this.all.get(event.service)?.see(event);
        break;
      case 'effect':
        this.all.get(event.store)?.see(event);
        break;
    }
  }
}

function queueNode(name: string, { queues, producers }: Scenario): QueueNode {
  const settings = queues[name];
  const isDelaying = (delay: number | undefined) => (delay ?? 0) > 0;
  return new QueueNode(name, {
    hasDelays:
      isDelaying(settings?.delaySeconds) ||
      Object.values(producers).some(
        ({ sendsTo, delaySeconds }) => sendsTo === name && isDelaying(delaySeconds),
      ),
    hasRedrive: settings?.redrivePolicy !== undefined,
  });
}

function mapOf<Settings, Made>(
  named: Readonly<Record<string, Settings>>,
  make: (name: string, settings: Settings) => Made,
): Map<string, Made> {
  return new Map(Object.entries(named).map(([name, one]) => [name, make(name, one)]));
}
