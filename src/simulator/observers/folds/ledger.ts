import type { Micros } from '../../engine/time.ts';
import type {
  Appended,
  CallEnded,
  DeadLettered,
  DeliveryAttempted,
  DeliveryGivenUp,
  Produced,
  RecordSettled,
  Redriven,
  Sent,
  StepEnded,
  WorkEnded,
  WorkStarted,
} from '../../events/index.ts';
import type { Scenario } from '../../settings/scenario.ts';
import { essentialStep } from './essential-step.ts';
import { isOver } from './group-fold.ts';
import type { ItemNumbers } from './item-numbers.ts';
import { ItemFlags, Numbers } from './per-item.ts';
import type { Fate, Place } from './place.ts';
import { PlaceMap } from './place-map.ts';

/** Who is told when an item is done somewhere for the first time, and when again. */
export interface DoneListener {
  done(work: WorkEnded): void;
  again(work: WorkEnded): void;
  /** A younger item of its group was done before it. */
  late(work: WorkEnded): void;
}

/** What is still in the brokers at the end. */
export interface Remains {
  /** Items whose messages are in a queue. */
  inQueue(queue: string): Iterable<string>;
  /** Whether a group will still read this record. */
  isAhead(consumer: string, partition: number, offset: number): boolean;
}

const ACCEPTED = 1;
/** A service was called for it and answered: that is all that was wanted. */
const SERVED = 2;

/**
 * What became of each item, wherever it was to be worked off. An item is as well off as in the place where it fared worst: lost
 * at one of three queues, it is lost.
 */
export class Ledger {
  readonly #items: ItemNumbers;
  readonly #places: PlaceMap;
  readonly #listener: DoneListener;
  readonly #flags = new ItemFlags();
  /** The step whose end counts as done, by consumer. */
  readonly #essential: ReadonlyMap<string, { readonly step: string; readonly on: string }>;
  /** The items in each partition of a log, by offset. */
  readonly #records = new Map<string, Numbers[]>();
  readonly #lengths = new Map<string, number[]>();
  /** Items that were made for a service and wait for its answer. */
  readonly #calling = new Map<string, Micros>();
  readonly #scenario: Scenario;
  #accepted = 0;

  constructor(scenario: Scenario, items: ItemNumbers, listener: DoneListener) {
    this.#scenario = scenario;
    this.#items = items;
    this.#listener = listener;
    this.#places = new PlaceMap(scenario);
    this.#essential = new Map(
      Object.entries(scenario.consumers).flatMap(([name, { steps }]) => {
        const step = steps[essentialStep(steps)];
        return step ? [[name, { step: step.kind, on: placeOfStep(step) }] as const] : [];
      }),
    );
  }

  get accepted(): number {
    return this.#accepted;
  }

  produced({ at, trace, to }: Produced): void {
    this.#items.of(trace);
    if (Object.hasOwn(this.#scenario.services, to)) this.#calling.set(trace, at);
  }

  gaveUp(trace: string): void {
    this.#calling.delete(trace);
  }

  /** Somebody took it: true the first time. */
  accept(trace: string): boolean {
    const item = this.#items.of(trace);
    if ((this.#flags.get(item) & ACCEPTED) !== 0) return false;
    this.#flags.add(item, ACCEPTED);
    this.#accepted += 1;
    return true;
  }

  sent({ queue, trace, group, by }: Sent): void {
    this.#places.queues.get(queue)?.enter(this.#items.of(trace), group);
    this.#buried(queue, trace, by);
  }

  deadLettered({ queue, to, trace }: DeadLettered): void {
    const item = this.#items.of(trace);
    this.#places.queues.get(queue)?.dieHere(item);
    this.#places.queues.get(to)?.enter(item, undefined);
  }

  /** A move task took a dead letter out for another queue, which answers for it now (STD-13). */
  redriven({ queue, to, trace }: Redriven): void {
    // In a dead-letter queue that nobody reads it is still a dead letter.
    if (!this.#places.queues.has(to)) return;
    const item = this.#items.of(trace);
    this.#places.queues.get(queue)?.moveOn(item);
    for (const [name, place] of this.#places.queues)
      if (
        this.#scenario.queues[name]?.redrivePolicy?.deadLetterQueue === queue &&
        place.isDead(item)
      )
        place.moveOn(item);
  }

  /** A message left a queue for ever, without anyone's having worked on it. A dead letter was all that was left of its item. */
  dropped(queue: string, trace: string): void {
    if (this.#places.queues.has(queue)) return;
    for (const place of this.#places.all()) place.vanish(this.#items.of(trace));
  }

  appended({ log, partition, offset, trace, key, by }: Appended): void {
    const item = this.#items.of(trace);
    this.#recordsOf(log, partition).set(offset, item + 1);
    const lengths = this.#lengths.get(log) ?? [];
    lengths[partition] = offset + 1;
    this.#lengths.set(log, lengths);
    for (const group of this.#places.groups)
      if (group.log === log)
        group.place.enter(item, group.share ? undefined : (key ?? `partition ${partition}`));
    this.#buried(log, trace, by);
  }

  settled({ log, group, trace, outcome }: RecordSettled): void {
    if (isOver(outcome)) this.#places.ofWork(group, log)?.settle(this.#items.of(trace));
  }

  attempted({ topic, subscription, trace, outcome, retryAt }: DeliveryAttempted): void {
    const target = this.#places.subscriptions.get(topic)?.get(subscription);
    if (!target) return;
    const item = this.#items.of(trace);
    if (outcome !== 'delivered') {
      if (retryAt === undefined) target.place.enter(item, undefined);
      else target.place.retry(item);
      return;
    }
    target.place.stopRetrying(item);
    if (target.endpoint === 'queue') target.place.handOver(item);
    else target.place.enter(item, undefined);
    if (target.endpoint === 'elsewhere') target.place.finish(item);
  }

  undeliverable({ topic, subscription, trace, deadLetterQueue }: DeliveryGivenUp): void {
    const place = this.#places.subscriptions.get(topic)?.get(subscription)?.place;
    const item = this.#items.of(trace);
    place?.enter(item, undefined);
    place?.stopRetrying(item);
    if (deadLetterQueue !== undefined) place?.dieHere(item);
  }

  started({ consumer, source, trace }: WorkStarted): void {
    const place = this.#places.ofWork(consumer, source);
    const item = this.#items.of(trace);
    place?.start(item);
  }

  stepped({ consumer, step, on, trace }: StepEnded): void {
    const essential = this.#essential.get(consumer);
    if (essential?.step !== step || (essential.on !== on && essential.on !== '')) return;
    const item = this.#items.of(trace);
    for (const place of this.#places.ofConsumer(consumer)) place.hadEffect(item);
  }

  ended(event: WorkEnded): void {
    const place = this.#places.ofWork(event.consumer, event.source);
    if (!place) return;
    const item = this.#items.of(event.trace);
    place.stop(item);
    if (event.outcome === 'done') this.#finish(place, item, event);
    else if (event.outcome === 'skipped' && this.#isEffective(event.consumer, item))
      place.finish(item);
    else if (event.outcome === 'shed') place.shed(item);
  }

  /** Whether the effect happened: also where the item came to this consumer by another way. */
  #isEffective(consumer: string, item: number): boolean {
    for (const place of this.#places.ofConsumer(consumer)) if (place.isEffective(item)) return true;
    return false;
  }

  /** A service answered: how long the producer's item took, if that is all that was wanted. */
  answered({ caller, trace, outcome, at }: CallEnded): Micros | undefined {
    const madeAt = this.#calling.get(trace);
    if (madeAt === undefined || outcome !== 'ok') return undefined;
    if (!Object.hasOwn(this.#scenario.producers, caller)) return undefined;
    this.#calling.delete(trace);
    this.#flags.add(this.#items.of(trace), SERVED);
    return at - madeAt;
  }

  /** An accepted item that met this fate. */
  firstWith(fate: Fate, remains: Remains): string | undefined {
    const places = this.#placesWith(remains);
    for (let item = 0; item < this.#items.count; item += 1)
      if ((this.#flags.get(item) & ACCEPTED) !== 0 && this.#fateOf(item, places) === fate)
        return this.#items.traceOf(item);
    return undefined;
  }

  /** How many accepted items met which fate. */
  fates(remains: Remains): Record<Fate, number> {
    const counts: Record<Fate, number> = { done: 0, shed: 0, deadLettered: 0, waiting: 0, lost: 0 };
    const places = this.#placesWith(remains);
    for (let item = 0; item < this.#items.count; item += 1)
      if ((this.#flags.get(item) & ACCEPTED) !== 0) counts[this.#fateOf(item, places)] += 1;
    return counts;
  }

  #fateOf(item: number, places: readonly PlaceAtEnd[]): Fate {
    let worst: Fate | undefined;
    for (const { place, isThere } of places) {
      const fate = place.fate(item, isThere(item));
      if (fate && (worst === undefined || WORSE[fate] > WORSE[worst])) worst = fate;
    }
    // What was taken and came nowhere, such as a message that no subscription wanted, is lost.
    return worst ?? ((this.#flags.get(item) & SERVED) !== 0 ? 'done' : 'lost');
  }

  #placesWith(remains: Remains): PlaceAtEnd[] {
    const all: PlaceAtEnd[] = [];
    for (const [queue, place] of this.#places.queues) {
      const there = new ItemFlags();
      for (const trace of remains.inQueue(queue)) there.set(this.#items.of(trace), 1);
      all.push({ place, isThere: (item) => there.get(item) > 0 });
    }
    for (const group of this.#places.groups) {
      const there = new ItemFlags();
      for (const [partition, length] of (this.#lengths.get(group.log) ?? []).entries())
        for (let offset = 0; offset < (length ?? 0); offset += 1)
          if (group.share || remains.isAhead(group.consumer, partition, offset))
            there.set(this.#recordsOf(group.log, partition).get(offset) - 1, 1);
      const { place } = group;
      all.push({ place, isThere: (item) => there.get(item) > 0 && !place.isSettled(item) });
    }
    for (const subscriptions of this.#places.subscriptions.values())
      for (const { place } of subscriptions.values()) all.push({ place, isThere: () => false });
    return all;
  }

  #finish(place: Place, item: number, work: WorkEnded): void {
    if (!place.finish(item)) {
      this.#listener.again(work);
      return;
    }
    if (place.isLate(item)) this.#listener.late(work);
    this.#listener.done(work);
  }

  /** A group gave up on a record and put it here. */
  #buried(target: string, trace: string, by: string): void {
    for (const { consumer, deadLetters, place } of this.#places.groups)
      if (deadLetters === target && consumer === by) place.dieHere(this.#items.of(trace));
  }

  #recordsOf(log: string, partition: number): Numbers {
    const partitions = this.#records.get(log) ?? [];
    this.#records.set(log, partitions);
    partitions[partition] ??= new Numbers();
    return partitions[partition];
  }
}

interface PlaceAtEnd {
  readonly place: Place;
  readonly isThere: (item: number) => boolean;
}

const WORSE: Readonly<Record<Fate, number>> = {
  done: 0,
  shed: 1,
  waiting: 2,
  deadLettered: 3,
  lost: 4,
};

/** What the end of this step is said to be about; '' where the kind of step says enough. */
function placeOfStep(step: Scenario['consumers'][string]['steps'][number]): string {
  if ('store' in step) return step.store;
  if (step.kind === 'call') return step.service;
  return step.kind === 'send' ? step.to : '';
}
