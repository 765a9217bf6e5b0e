import type { Micros } from '../engine/time.ts';
import type { Effect, SimulationEvent } from '../events/index.ts';
import type { Scenario } from '../settings/scenario.ts';
import { AlarmFold } from './folds/alarm-fold.ts';
import { ConsumerFold } from './folds/consumer-fold.ts';
import { CostFold } from './folds/cost-fold.ts';
import { GroupFold } from './folds/group-fold.ts';
import { ItemNumbers } from './folds/item-numbers.ts';
import { Ledger, type Remains } from './folds/ledger.ts';
import { LogFold } from './folds/log-fold.ts';
import { ProducerFold } from './folds/producer-fold.ts';
import { QueueFold } from './folds/queue-fold.ts';
import { distributionOf } from './folds/samples.ts';
import { ServiceFold } from './folds/service-fold.ts';
import { StoreFold } from './folds/store-fold.ts';
import { TopicFold } from './folds/topic-fold.ts';
import { logOf, subscriptionsOf } from './metrics/names.ts';
import { metricValue, type Report, type Totals } from './metrics/report.ts';
import { anomalyOf } from './stories/kinds.ts';
import { Witnesses } from './stories/witnesses.ts';

/** Sections of a report that consist of parts with names. */
const SECTIONS = [
  'queues',
  'topics',
  'logs',
  'groups',
  'producers',
  'consumers',
  'services',
  'stores',
  'alarms',
] as const;

/** Measures a run from its events. It keeps a few bytes for each item, and nothing else of what is over. */
export class ReportObserver {
  readonly #items = new ItemNumbers();
  readonly #queues: ReadonlyMap<string, QueueFold>;
  readonly #topics: ReadonlyMap<string, TopicFold>;
  readonly #groups: ReadonlyMap<string, GroupFold>;
  readonly #logs: ReadonlyMap<string, LogFold>;
  readonly #producers: ReadonlyMap<string, ProducerFold>;
  readonly #consumers: ReadonlyMap<string, ConsumerFold>;
  readonly #services: ReadonlyMap<string, ServiceFold>;
  readonly #stores: ReadonlyMap<string, StoreFold>;
  readonly #alarms: ReadonlyMap<string, AlarmFold>;
  readonly #cost: CostFold;
  readonly #ledger: Ledger;
  readonly #remains: Remains;
  readonly #witnesses = new Witnesses();
  #orderViolations = 0;

  constructor(scenario: Scenario) {
    const { queues, priorityQueues, topics, logs, consumers } = scenario;
    this.#queues = mapOf({ ...queues, ...priorityQueues }, () => new QueueFold());
    this.#topics = mapOf(topics, (name) => new TopicFold(subscriptionsOf(scenario, name)));
    const groups = new Map<string, GroupFold>();
    for (const name of Object.keys(consumers)) {
      const log = logOf(scenario, name);
      if (log !== undefined) groups.set(name, new GroupFold(log, logs[log]?.partitions ?? 0));
    }
    this.#groups = groups;
    this.#logs = mapOf(
      logs,
      (name) => new LogFold([...groups.values()].filter(({ log }) => log === name)),
    );
    this.#producers = mapOf(scenario.producers, () => new ProducerFold());
    this.#consumers = mapOf(consumers, () => new ConsumerFold());
    this.#services = mapOf(
      scenario.services,
      (name) => new ServiceFold(scenario.services[name]?.servers ?? 1),
    );
    this.#stores = mapOf(
      scenario.stores,
      (name) => new StoreFold(scenario.stores[name]?.items ?? {}),
    );
    this.#alarms = mapOf(scenario.alarms, () => new AlarmFold());
    this.#cost = new CostFold(scenario);
    this.#remains = {
      inQueue: (queue) => this.#queues.get(queue)?.traces() ?? [],
      isAhead: (consumer, partition, offset) => this.#isAhead(consumer, partition, offset),
    };
    this.#ledger = new Ledger(scenario, this.#items, {
      done: ({ consumer, trace, at, producedAt }) => {
        this.#consumers.get(consumer)?.latencies.add(at - producedAt);
        this.#witnesses.done(trace, at - producedAt);
      },
      again: ({ consumer, trace }) => {
        this.#consumers.get(consumer)?.repeated();
        this.#witnesses.note('repeated', trace, consumer);
      },
      late: ({ trace }) => {
        this.#orderViolations += 1;
        this.#witnesses.note('orderViolations', trace);
      },
    });
  }

  see(event: SimulationEvent): void {
    this.#witnesses.see(event);
    switch (event.kind) {
      case 'sent':
        this.#queues.get(event.queue)?.see(event);
        this.#accept(event.trace, event.by);
        this.#ledger.sent(event);
        break;
      case 'deduplicated':
        this.#queues.get(event.queue)?.see(event);
        this.#accept(event.trace, event.by);
        break;
      case 'dead-lettered':
        this.#queues.get(event.queue)?.see(event);
        this.#queues.get(event.to)?.takeIn(event);
        this.#ledger.deadLettered(event);
        break;
      case 'queue-request':
        this.#queues.get(event.queue)?.see(event);
        this.#cost.queueRequest(event);
        break;
      case 'appeared':
      case 'received':
      case 'deleted':
      case 'delete-ineffective':
      case 'visibility-changed':
      case 'redriven':
      case 'expired':
      case 'purged':
        this.#queues.get(event.queue)?.see(event);
        break;
      case 'published':
      case 'publish-deduplicated':
        this.#topics.get(event.topic)?.see(event);
        this.#accept(event.trace, event.by);
        break;
      case 'delivery-attempted':
        this.#topics.get(event.topic)?.see(event);
        this.#ledger.attempted(event);
        break;
      case 'delivery-given-up':
        this.#topics.get(event.topic)?.see(event);
        this.#ledger.undeliverable(event);
        break;
      case 'filtered-out':
      case 'replayed':
        this.#topics.get(event.topic)?.see(event);
        break;
      case 'topic-request':
        this.#topics.get(event.topic)?.see(event);
        this.#cost.topicRequest(event);
        break;
      case 'appended':
        this.#logs.get(event.log)?.see(event);
        this.#accept(event.trace, event.by);
        this.#ledger.appended(event);
        break;
      case 'append-refused':
      case 'append-deduplicated':
      case 'records-deleted':
        this.#logs.get(event.log)?.see(event);
        break;
      case 'record-settled':
        this.#groups.get(event.group)?.see(event);
        this.#ledger.settled(event);
        break;
      case 'committed':
      case 'offset-reset':
      case 'rebalance-ended':
      case 'partitions-assigned':
      case 'partitions-revoked':
        this.#groups.get(event.group)?.see(event);
        break;
      case 'produced':
        this.#producers.get(event.producer)?.produced();
        this.#ledger.produced(event);
        break;
      case 'produce-failed':
        this.#producers.get(event.producer)?.gaveUp(event.code);
        this.#ledger.gaveUp(event.trace);
        break;
      case 'work-started':
        this.#groups.get(event.consumer)?.started(event.message);
        this.#ledger.started(event);
        break;
      case 'work-ended':
        this.#consumers.get(event.consumer)?.ended(event);
        this.#ledger.ended(event);
        break;
      case 'step-ended':
        this.#ledger.stepped(event);
        break;
      case 'effect':
        this.#effect(event);
        break;
      case 'call-ended':
        this.#services.get(event.service)?.see(event);
        if (this.#ledger.answered(event)) this.#accept(event.trace, event.caller);
        break;
      case 'worker-state':
        this.#consumers.get(event.consumer)?.turned(event);
        break;
      case 'alarm-state':
        this.#alarms.get(event.alarm)?.see(event);
        break;
    }
  }

  report(endedAt: Micros): Report {
    const totals = this.#totals(endedAt);
    const section = <Part>(folds: ReadonlyMap<string, { report(endedAt: Micros): Part }>) =>
      Object.fromEntries([...folds].map(([name, fold]) => [name, fold.report(endedAt)]));
    return {
      ...totals,
      queues: section(this.#queues),
      topics: section(this.#topics),
      logs: section(this.#logs),
      groups: section(this.#groups),
      producers: section(this.#producers),
      consumers: section(this.#consumers),
      services: section(this.#services),
      stores: section(this.#stores),
      alarms: section(this.#alarms),
      cost: this.#cost.report(this.#storeChanges, totals.done ?? 0),
    };
  }

  /** An item that shows how a metric came about: a second run of the same seed can tell its story. */
  witness(metric: string): string | undefined {
    const anomaly = anomalyOf(metric);
    if (anomaly === undefined) return undefined;
    const isFate = anomaly === 'lost' || anomaly === 'waiting';
    return isFate
      ? this.#ledger.firstWith(anomaly, this.#remains)
      : this.#witnesses.of(anomaly, metric);
  }

  /** One metric at this moment, without measuring everything: for alarms. */
  value(path: string, now: Micros): number | undefined {
    for (const section of SECTIONS) {
      if (!path.startsWith(`${section}.`)) continue;
      const rest = path.slice(section.length + 1);
      for (const [name, fold] of this.#section(section))
        if (rest.startsWith(`${name}.`))
          return metricValue(fold.report(now), rest.slice(name.length + 1));
    }
    return this.#total(path, now);
  }

  /** A total, without those that take long: fates look at every item, percentiles sort. */
  #total(path: string, now: Micros): number | undefined {
    if (path.startsWith('latency.')) return metricValue({ latency: this.#latency() }, path);
    if (path.startsWith('cost.')) {
      const done = path === 'cost.perMillion' ? this.#ledger.fates(this.#remains).done : 0;
      return metricValue({ cost: this.#cost.report(this.#storeChanges, done) }, path);
    }
    return metricValue(this.#counts(now), path) ?? metricValue(this.#fates(), path);
  }

  #section(
    section: (typeof SECTIONS)[number],
  ): ReadonlyMap<string, { report(endedAt: Micros): object }> {
    return {
      queues: this.#queues,
      topics: this.#topics,
      logs: this.#logs,
      groups: this.#groups,
      producers: this.#producers,
      consumers: this.#consumers,
      services: this.#services,
      stores: this.#stores,
      alarms: this.#alarms,
    }[section];
  }

  #effect(event: Effect): void {
    const store = this.#stores.get(event.store);
    if (!store) return;
    const before = store.duplicates;
    store.see(event, this.#items.of(event.trace));
    if (store.duplicates > before) this.#witnesses.note('duplicates', event.trace, event.store);
  }

  #accept(trace: string, by: string): void {
    if (trace === '') return;
    if (this.#ledger.accept(trace)) this.#producers.get(by)?.accepted();
  }

  #totals(endedAt: Micros): Totals {
    return { ...this.#counts(endedAt), ...this.#fates(), latency: this.#latency() };
  }

  #counts(endedAt: Micros) {
    const producers = [...this.#producers.values()];
    const stores = [...this.#stores.values()];
    const firsts = sum(this.#samples(), ({ count }) => count);
    return {
      produced: sum(producers, ({ made }) => made),
      accepted: this.#ledger.accepted,
      rejected: sum(producers, ({ rejections }) => rejections),
      duplicates: sum(stores, ({ duplicates }) => duplicates),
      redeliveries: sum([...this.#queues.values()], ({ redeliveries }) => redeliveries),
      oversold: sum(stores, ({ oversold }) => oversold),
      refused: sum(stores, ({ soldOut }) => soldOut),
      orderViolations: this.#orderViolations,
      throughput: endedAt === 0 ? undefined : firsts / (endedAt / 1e6),
    };
  }

  #fates() {
    const fates = this.#ledger.fates(this.#remains);
    const turnedAway = sum([...this.#producers.values()], (producer) => producer.turnedAway);
    return { ...fates, shed: fates.shed + turnedAway };
  }

  #latency() {
    return distributionOf(...this.#samples());
  }

  #samples() {
    return [
      ...[...this.#consumers.values()].map(({ latencies }) => latencies),
      this.#ledger.served,
    ];
  }

  get #storeChanges(): number {
    return sum([...this.#stores.values()], ({ changes }) => changes);
  }

  #isAhead(consumer: string, partition: number, offset: number): boolean {
    const group = this.#groups.get(consumer);
    if (!group) return false;
    const start = this.#logs.get(group.log)?.start(partition) ?? 0;
    return offset >= Math.max(group.committed(partition), start);
  }
}

function mapOf<Fold>(names: object, make: (name: string) => Fold): Map<string, Fold> {
  return new Map(Object.keys(names).map((name) => [name, make(name)]));
}

function sum<Each>(list: readonly Each[], of: (each: Each) => number): number {
  return list.reduce((total, each) => total + of(each), 0);
}
