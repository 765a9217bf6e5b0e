import type { Scenario } from '../../settings/scenario.ts';
import { logOf, subscriptionsOf } from '../metrics/names.ts';
import { Place } from './place.ts';

/** A group of a log, and where its dead letters go. */
export interface GroupPlace {
  readonly consumer: string;
  readonly log: string;
  readonly share: boolean;
  readonly deadLetters: string | undefined;
  readonly place: Place;
}

/** A subscription: a queue behind it answers for what it was brought; else a consumer, or nobody that the scenario knows. */
export interface SubscriptionPlace {
  readonly place: Place;
  readonly endpoint: 'queue' | 'consumer' | 'elsewhere';
}

/** Where items are to be worked off. Dead-letter queues that nobody reads are not among them. */
export class PlaceMap {
  readonly queues = new Map<string, Place>();
  readonly groups: GroupPlace[] = [];
  /** By topic, then by subscription. */
  readonly subscriptions = new Map<string, Map<string, SubscriptionPlace>>();
  /** By consumer, then by the source of what it works on. */
  readonly #work = new Map<string, Map<string, Place>>();

  constructor(scenario: Scenario) {
    const { queues, priorityQueues, topics, consumers } = scenario;
    const read = new Set(Object.values(consumers).flatMap(({ receivesFrom }) => receivesFrom));
    const graves = gravesOf(scenario);
    for (const name of [...Object.keys(queues), ...Object.keys(priorityQueues)])
      if (read.has(name) || !graves.has(name)) this.queues.set(name, new Place());
    for (const topic of Object.keys(topics)) this.#addTopic(scenario, topic);
    for (const consumer of Object.keys(consumers)) this.#addConsumer(scenario, consumer);
  }

  /** Where an item is that this consumer works on. */
  ofWork(consumer: string, source: string): Place | undefined {
    return this.#work.get(consumer)?.get(source);
  }

  /** Everywhere that items are worked off. */
  *all(): Generator<Place> {
    yield* this.queues.values();
    for (const { place } of this.groups) yield place;
    for (const subscriptions of this.subscriptions.values())
      for (const { place } of subscriptions.values()) yield place;
  }

  /** Everywhere that this consumer works. */
  ofConsumer(consumer: string): Iterable<Place> {
    return this.#work.get(consumer)?.values() ?? [];
  }

  #addTopic(scenario: Scenario, topic: string): void {
    const places = new Map<string, SubscriptionPlace>();
    this.subscriptions.set(topic, places);
    const own = scenario.topics[topic]?.subscriptions ?? {};
    for (const name of subscriptionsOf(scenario, topic)) {
      const target = Object.hasOwn(own, name) ? (own[name]?.endpoint ?? name) : name;
      const isConsumer = Object.hasOwn(scenario.consumers, target);
      const isQueue = Object.hasOwn(scenario.queues, target);
      const place = new Place();
      places.set(name, {
        place,
        endpoint: isQueue ? 'queue' : isConsumer ? 'consumer' : 'elsewhere',
      });
      if (isConsumer) this.#worksAt(target, topic, place);
    }
  }

  #addConsumer(scenario: Scenario, consumer: string): void {
    const settings = scenario.consumers[consumer];
    const log = logOf(scenario, consumer);
    if (log !== undefined) {
      const place = new Place();
      const { share = false, group } = settings ?? {};
      this.groups.push({ consumer, log, share, deadLetters: group?.deadLetters, place });
      this.#worksAt(consumer, log, place);
    }
    for (const source of settings?.receivesFrom ?? []) {
      const place = this.queues.get(source);
      if (place) this.#worksAt(consumer, source, place);
    }
  }

  #worksAt(consumer: string, source: string, place: Place): void {
    const places = this.#work.get(consumer) ?? new Map<string, Place>();
    places.set(source, place);
    this.#work.set(consumer, places);
  }
}

/** Queues that take dead letters. */
function gravesOf({ queues, topics, consumers }: Scenario): Set<string | undefined> {
  return new Set([
    ...Object.values(queues).map(({ redrivePolicy }) => redrivePolicy?.deadLetterQueue),
    ...Object.values(topics).flatMap(({ subscriptions }) =>
      Object.values(subscriptions).map(({ deadLetterQueue }) => deadLetterQueue),
    ),
    ...Object.values(consumers).map(
      ({ group, subscription }) => group?.deadLetters ?? subscription?.deadLetterQueue,
    ),
  ]);
}
