import type { RandomStream } from '../engine/index.ts';
import type { Micros } from '../engine/time.ts';
import type { Label } from '../settings/amounts.ts';
import type { ProducerSettings } from '../settings/producer.ts';
import { arrivalsOf } from './arrivals.ts';
import { backoff } from './backoff.ts';
import { CircuitBreaker } from './breaker.ts';
import { Caller } from './caller.ts';
import { labelOf } from './label.ts';
import { Outbox } from './outbox.ts';
import { ProgramParcels } from './program-parcels.ts';
import { attributesOf } from './program-values.ts';
import type { Parcel } from './sender.ts';
import type { ActorWorld } from './world.ts';

/** Makes items when they arrive and hands them to a queue, a topic, a log or a service, as carefully as its settings say. */
export class Producer {
  readonly name: string;
  readonly #settings: ProducerSettings;
  readonly #world: ActorWorld;
  readonly #outbox: Outbox | undefined;
  readonly #caller: Caller | undefined;
  readonly #breaker: CircuitBreaker | undefined;
  readonly #write: (trace: string, number: number) => Parcel;
  readonly #program: ProgramParcels | undefined;
  readonly #attempts = new Map<string, number>();
  /** Items that are on their way for the second time. */
  readonly #resent = new Set<string>();
  #made = 0;
  /** Items that are on their way: neither accepted nor given up. */
  #open = 0;
  #hasStopped = false;

  constructor(name: string, settings: ProducerSettings, world: ActorWorld) {
    this.name = name;
    this.#settings = settings;
    this.#world = world;
    this.#write = parcelWriter(name, settings, world);
    const program = world.programs?.get(name);
    this.#program = program && new ProgramParcels(name, program(), settings.idempotent, world);
    const { sendsTo, batch, linger, timeout, retry, breaker } = settings;
    if (world.services.has(sendsTo))
      this.#caller = new Caller(name, { service: sendsTo, timeout, retry, breaker }, world);
    else {
      const idempotentAs = settings.idempotent ? name : undefined;
      this.#outbox = new Outbox(
        sendsTo,
        { size: batch, linger, idempotentAs },
        world,
        (parcel, code) => this.#handed(parcel, code),
      );
      this.#breaker =
        breaker &&
        new CircuitBreaker(breaker, (at, state) =>
          world.emit({ kind: 'breaker-state', at, owner: name, service: sendsTo, state }),
        );
    }
  }

  /** Whether it has nothing left to make or to hand over. */
  get isDone(): boolean {
    return this.#hasStopped && this.#open === 0;
  }

  start(): void {
    const next = arrivalsOf(this.#settings.arrivals, this.#world.stream(`${this.name} arrivals`));
    this.#await(next);
  }

  #await(next: () => Micros | undefined): void {
    const { count, until } = this.#settings;
    const at = this.#made >= (count ?? Number.POSITIVE_INFINITY) ? undefined : next();
    const end = Math.min(this.#world.producersStopAt, until ?? Number.POSITIVE_INFINITY);
    if (at === undefined || at >= end) {
      this.#hasStopped = true;
      return;
    }
    this.#world.calendar.at(at, () => {
      this.#make();
      this.#await(next);
    });
  }

  #make(): void {
    const { calendar, items, emit } = this.#world;
    this.#made += 1;
    const trace = items.add(this.name, calendar.now);
    const to = this.#settings.sendsTo;
    emit({ kind: 'produced', at: calendar.now, producer: this.name, trace, to });
    this.#open += 1;
    this.#send(this.#write(trace, this.#made));
  }

  #send(parcel: Parcel): void {
    if (this.#isTooMuch()) {
      this.#giveUp(parcel.trace, 'shed', 0);
      return;
    }
    if (this.#caller) {
      this.#call(this.#caller, parcel.trace);
      return;
    }
    if (this.#breaker && !this.#breaker.admits(this.#world.calendar.now)) {
      this.#failed(parcel, 'breaker-open');
      return;
    }
    this.#put(parcel);
  }

  #put(parcel: Parcel): void {
    this.#outbox?.put(this.#program?.write(parcel) ?? parcel);
  }

  /** Backpressure at the door: what can't be served in time is better refused at once. */
  #isTooMuch(): boolean {
    const { shedAbove, sendsTo } = this.#settings;
    if (shedAbove === undefined) return false;
    const queue = this.#world.queues.get(sendsTo) ?? this.#world.priorityQueues.get(sendsTo);
    return (queue?.counts(this.#world.calendar.now).visible ?? 0) > shedAbove;
  }

  #call(caller: Caller, trace: string): void {
    caller.call(trace, this.name, (outcome, attempts) => {
      if (outcome === 'ok') this.#open -= 1;
      else this.#giveUp(trace, outcome, attempts);
    });
  }

  #handed(parcel: Parcel, code: string | undefined): void {
    const now = this.#world.calendar.now;
    if (code !== undefined) {
      this.#breaker?.failed(now);
      this.#failed(parcel, code);
      return;
    }
    this.#breaker?.succeeded(now);
    if (this.#isUnheard(parcel)) {
      this.#failed(parcel, 'no answer');
      return;
    }
    this.#attempts.delete(parcel.trace);
    this.#open -= 1;
    this.#perhapsAgain(parcel);
  }

  /** The broker took it, and the producer doesn't hear. */
  #isUnheard({ trace }: Parcel): boolean {
    const call = this.#resent.has(trace) ? 'resend' : 'send';
    const name = `${this.name} ${call} ${trace} ${this.#attempts.get(trace) ?? 0}`;
    return this.#world.faults.strikes('lose-response', this.name, { name, trace }) !== undefined;
  }

  #perhapsAgain(parcel: Parcel): void {
    if (this.#resent.delete(parcel.trace)) return;
    const { resendChance } = this.#settings;
    if (!this.#world.stream(`${this.name} resends`).chance(resendChance)) return;
    this.#resent.add(parcel.trace);
    this.#open += 1;
    this.#put(parcel);
  }

  #failed(parcel: Parcel, code: string): void {
    const { retry } = this.#settings;
    const { trace } = parcel;
    const attempts = (this.#attempts.get(trace) ?? 0) + 1;
    if (!retry || attempts >= retry.attempts) {
      this.#giveUp(trace, code, attempts);
      return;
    }
    this.#attempts.set(trace, attempts);
    const wait = backoff(retry, attempts, this.#world.stream(`${this.name} backoff`));
    this.#world.calendar.at(this.#world.calendar.now + wait, () => this.#send(parcel));
  }

  #giveUp(trace: string, code: string, attempts: number): void {
    this.#attempts.delete(trace);
    this.#open -= 1;
    // Its first sending was taken, and the producer knows.
    if (this.#resent.delete(trace)) return;
    this.#world.emit({
      kind: 'produce-failed',
      at: this.#world.calendar.now,
      producer: this.name,
      trace,
      to: this.#settings.sendsTo,
      code,
      attempts,
    });
  }
}

/** Writes an item as its target wants it: group, key, attributes, body. */
function parcelWriter(
  name: string,
  settings: ProducerSettings,
  world: ActorWorld,
): (trace: string, number: number) => Parcel {
  const random = world.stream(`${name} labels`);
  const group = labelWriter(settings.messageGroupId, random);
  const deduplication = labelWriter(settings.messageDeduplicationId, random);
  const key = labelWriter(settings.key, random);
  const body = labelWriter(settings.body, random);
  const attributes = Object.entries(settings.attributes).map(
    ([attribute, label]) => [attribute, labelOf(label)] as const,
  );
  return (trace, number) => ({
    trace,
    by: name,
    producer: name,
    messageGroupId: group?.(number, trace),
    messageDeduplicationId: deduplication?.(number, trace),
    key: key?.(number, trace),
    body: body?.(number, trace) ?? trace,
    attributes:
      attributes.length === 0
        ? undefined
        : attributesOf(
            Object.fromEntries(
              attributes.map(([attribute, write]) => [attribute, write(number, trace, random)]),
            ),
          ),
    sizeBytes: settings.size,
    delaySeconds: settings.delaySeconds,
  });
}

function labelWriter(label: Label | undefined, random: RandomStream) {
  if (!label) return undefined;
  const write = labelOf(label);
  return (number: number, trace: string) => write(number, trace, random);
}
