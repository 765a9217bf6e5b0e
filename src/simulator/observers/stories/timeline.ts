import type { Micros } from '../../engine/time.ts';
import type { SimulationEvent } from '../../events/index.ts';
import type { Scenario } from '../../settings/scenario.ts';
import { ConsumerFold } from '../folds/consumer-fold.ts';
import { GroupFold } from '../folds/group-fold.ts';
import { QueueFold } from '../folds/queue-fold.ts';
import { ServiceFold } from '../folds/service-fold.ts';
import { logOf } from '../metrics/names.ts';

/** Running totals of something that has a line: a queue, a group of a log, a service. */
export interface LineTotals {
  readonly came: number;
  readonly went: number;
  /** Waiting items times microseconds. */
  readonly waited: number;
}

/** Running totals of one consumer's workers. */
export interface CrewTotals {
  readonly worked: number;
  readonly failed: number;
  /** Workers times microseconds. */
  readonly busy: number;
  readonly running: number;
  /** Running workers at that moment. */
  readonly workers: number;
}

/** Running totals of one service beyond its line. */
export interface ServiceTotals {
  /** Servers times microseconds. */
  readonly worked: number;
  readonly turnedAway: number;
  readonly timeouts: number;
}

/** Everything up to a moment: the difference of two readings tells of the time between. */
export interface Reading {
  readonly at: Micros;
  readonly lines: ReadonlyMap<string, LineTotals>;
  readonly crews: ReadonlyMap<string, CrewTotals>;
  readonly services: ReadonlyMap<string, ServiceTotals>;
  /** Items made so far, by producer. */
  readonly made: ReadonlyMap<string, number>;
}

const MOST_STEPS = 100;

/** Reads a run's totals at equal steps of time, for stories about load. The run's end must be known: it is told afterwards. */
export class Timeline {
  readonly readings: Reading[] = [];
  readonly #queues: ReadonlyMap<string, QueueFold>;
  readonly #groups = new Map<string, GroupFold>();
  readonly #made = new Map<string, number>();
  readonly #appended = new Map<string, number>();
  readonly #consumers: ReadonlyMap<string, ConsumerFold>;
  readonly #services: ReadonlyMap<string, ServiceFold>;
  readonly #step: Micros;
  readonly #endsAt: Micros;
  #next: Micros = 0;

  constructor(scenario: Scenario, endsAt: Micros) {
    const { queues, priorityQueues, logs, consumers, services } = scenario;
    this.#endsAt = endsAt;
    this.#step = roundStep(endsAt / MOST_STEPS);
    this.#queues = eachOf({ ...queues, ...priorityQueues }, () => new QueueFold());
    this.#consumers = eachOf(consumers, () => new ConsumerFold());
    this.#services = eachOf(services, (name) => new ServiceFold(services[name]?.servers ?? 1));
    for (const name of Object.keys(consumers)) {
      const log = logOf(scenario, name);
      if (log !== undefined) this.#groups.set(name, new GroupFold(log, logs[log]?.partitions ?? 0));
    }
  }

  see(event: SimulationEvent): void {
    while (event.at >= this.#next && this.#next < this.#endsAt) this.#read();
    if ('queue' in event) this.#queues.get(event.queue)?.see(event);
    switch (event.kind) {
      case 'produced':
        this.#made.set(event.producer, (this.#made.get(event.producer) ?? 0) + 1);
        break;
      case 'dead-lettered':
        this.#queues.get(event.to)?.takeIn(event);
        break;
      case 'appended':
        this.#appended.set(event.log, (this.#appended.get(event.log) ?? 0) + 1);
        for (const group of this.#groups.values())
          if (group.log === event.log) group.appended(event);
        break;
      case 'committed':
      case 'offset-reset':
      case 'record-settled':
        this.#groups.get(event.group)?.see(event);
        break;
      case 'work-ended':
        this.#consumers.get(event.consumer)?.ended(event);
        break;
      case 'worker-state':
        this.#consumers.get(event.consumer)?.turned(event);
        break;
      case 'call-ended':
        this.#services.get(event.service)?.see(event);
        break;
      case 'call-wasted':
        this.#services.get(event.service)?.wasted(event);
        break;
    }
  }

  /** Reads what the last events left, once all were seen. */
  end(): void {
    while (this.#next < this.#endsAt) this.#read();
    this.#readAt(this.#endsAt);
  }

  #read(): void {
    this.#readAt(this.#next);
    this.#next += this.#step;
  }

  #readAt(at: Micros): void {
    const lines = new Map<string, LineTotals>();
    for (const [name, { came, went, visible }] of this.#queues)
      lines.set(name, { came, went, waited: visible.area(at) });
    for (const [name, { log, lag }] of this.#groups) {
      const came = this.#appended.get(log) ?? 0;
      lines.set(name, { came, went: came - lag.value, waited: lag.area(at) });
    }
    for (const [name, { calls, waited }] of this.#services)
      lines.set(name, { came: calls, went: calls, waited });
    this.readings.push({
      at,
      lines,
      made: new Map(this.#made),
      crews: mapped(this.#consumers, (crew) => ({
        worked: crew.worked,
        failed: crew.failures,
        busy: crew.busy.area(at),
        running: crew.running.area(at),
        workers: crew.running.value,
      })),
      services: mapped(this.#services, ({ worked, turnedAway, timeouts }) => ({
        worked,
        turnedAway,
        timeouts,
      })),
    });
  }
}

/** The smallest of 1, 2, 5, 10, 20 ... that isn't smaller: times that are easy to read. */
function roundStep(atLeast: Micros): Micros {
  let step = 1;
  for (;;) {
    for (const factor of [1, 2, 5]) if (step * factor >= atLeast) return step * factor;
    step *= 10;
  }
}

function eachOf<Fold>(names: object, make: (name: string) => Fold): Map<string, Fold> {
  return new Map(Object.keys(names).map((name) => [name, make(name)]));
}

function mapped<From, To>(folds: ReadonlyMap<string, From>, to: (fold: From) => To) {
  return new Map([...folds].map(([name, fold]) => [name, to(fold)]));
}
