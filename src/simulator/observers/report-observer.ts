import type { Micros } from '../engine/time.ts';
import type { CallEnded, Effect, SimulationEvent } from '../events/index.ts';
import type { Scenario } from '../settings/scenario.ts';
import { CostFold } from './folds/cost-fold.ts';
import { ItemNumbers } from './folds/item-numbers.ts';
import { Ledger, type Remains } from './folds/ledger.ts';
import { Parts } from './folds/parts.ts';
import { distributionOf } from './folds/samples.ts';
import { metricValue, type Report, type Totals } from './metrics/report.ts';
import { anomalyOf } from './stories/kinds.ts';
import { Witnesses } from './stories/witnesses.ts';

/** Measures a run from its events. It keeps a few bytes for each item, and nothing else of what is over. */
export class ReportObserver {
  readonly #items = new ItemNumbers();
  readonly #parts: Parts;
  readonly #cost: CostFold;
  readonly #ledger: Ledger;
  readonly #remains: Remains;
  readonly #witnesses = new Witnesses();
  #orderViolations = 0;

  constructor(scenario: Scenario) {
    this.#parts = new Parts(scenario);
    this.#cost = new CostFold(scenario);
    this.#remains = {
      inQueue: (queue) => this.#parts.queues.get(queue)?.traces() ?? [],
      isAhead: (consumer, partition, offset) => this.#isAhead(consumer, partition, offset),
    };
    this.#ledger = new Ledger(scenario, this.#items, {
      done: ({ consumer, trace, at, producedAt }) => {
        const [producer, latency] = [ownerOf(trace), at - producedAt];
        this.#parts.consumers.get(consumer)?.latencies.add(latency);
        this.#parts.producers.get(producer)?.worked(latency);
        this.#witnesses.done(trace, latency, consumer, producer);
      },
      again: ({ consumer, trace }) => {
        this.#parts.consumers.get(consumer)?.repeated();
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
        this.#parts.queues.get(event.queue)?.see(event);
        this.#accept(event.trace, event.by);
        this.#ledger.sent(event);
        break;
      case 'deduplicated':
        this.#parts.queues.get(event.queue)?.see(event);
        this.#accept(event.trace, event.by);
        break;
      case 'dead-lettered':
        this.#parts.queues.get(event.queue)?.see(event);
        this.#parts.queues.get(event.to)?.takeIn(event);
        this.#ledger.deadLettered(event);
        break;
      case 'queue-request':
        this.#parts.queues.get(event.queue)?.see(event);
        this.#cost.queueRequest(event);
        break;
      case 'appeared':
      case 'received':
      case 'deleted':
      case 'delete-ineffective':
      case 'visibility-changed':
        this.#parts.queues.get(event.queue)?.see(event);
        break;
      case 'redriven':
        this.#parts.queues.get(event.queue)?.see(event);
        this.#ledger.redriven(event);
        break;
      case 'expired':
      case 'purged':
        this.#parts.queues.get(event.queue)?.see(event);
        this.#ledger.dropped(event.queue, event.trace);
        break;
      case 'published':
      case 'publish-deduplicated':
        this.#parts.topics.get(event.topic)?.see(event);
        this.#accept(event.trace, event.by);
        break;
      case 'delivery-attempted':
        this.#parts.topics.get(event.topic)?.see(event);
        this.#ledger.attempted(event);
        break;
      case 'delivery-given-up':
        this.#parts.topics.get(event.topic)?.see(event);
        this.#ledger.undeliverable(event);
        break;
      case 'filtered-out':
      case 'replayed':
        this.#parts.topics.get(event.topic)?.see(event);
        break;
      case 'topic-request':
        this.#parts.topics.get(event.topic)?.see(event);
        this.#cost.topicRequest(event);
        break;
      case 'appended':
        this.#parts.logs.get(event.log)?.see(event);
        this.#accept(event.trace, event.by);
        this.#ledger.appended(event);
        break;
      case 'append-refused':
      case 'append-deduplicated':
      case 'records-deleted':
        this.#parts.logs.get(event.log)?.see(event);
        break;
      case 'record-settled':
        this.#parts.groups.get(event.group)?.see(event);
        this.#ledger.settled(event);
        break;
      case 'committed':
      case 'offset-reset':
      case 'rebalance-ended':
      case 'partitions-assigned':
      case 'partitions-revoked':
        this.#parts.groups.get(event.group)?.see(event);
        break;
      case 'produced':
        this.#parts.producers.get(event.producer)?.produced();
        this.#ledger.produced(event);
        break;
      case 'produce-failed':
        this.#parts.producers.get(event.producer)?.gaveUp(event.code);
        this.#ledger.gaveUp(event.trace);
        break;
      case 'work-started':
        this.#parts.groups.get(event.consumer)?.started(event.message);
        this.#ledger.started(event);
        break;
      case 'work-ended':
        this.#parts.consumers.get(event.consumer)?.ended(event);
        this.#ledger.ended(event);
        break;
      case 'step-ended':
        this.#ledger.stepped(event);
        break;
      case 'effect':
        this.#effect(event);
        break;
      case 'call-ended':
        this.#parts.services.get(event.service)?.see(event);
        this.#parts.consumers.get(ownerOf(event.caller))?.called(event);
        this.#served(event);
        break;
      case 'call-wasted':
        this.#parts.services.get(event.service)?.wasted(event);
        break;
      case 'worker-state':
        this.#parts.consumers.get(event.consumer)?.turned(event);
        break;
      case 'alarm-state':
        this.#parts.alarms.get(event.alarm)?.see(event);
        break;
    }
  }

  report(endedAt: Micros): Report {
    const totals = this.#totals(endedAt);
    return {
      ...totals,
      ...this.#parts.report(endedAt),
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
    return this.#parts.value(path, now) ?? this.#total(path, now);
  }

  /** A total, without those that take long: fates look at every item, percentiles sort. */
  #total(path: string, now: Micros): number | undefined {
    if (path.startsWith('latency.')) return metricValue({ latency: this.#latency() }, path);
    if (path.startsWith('cost.')) {
      const done = path === 'cost.perMillion' ? this.#ledger.fates(this.#remains).done : 0;
      return metricValue({ cost: this.#cost.report(this.#storeChanges, done) }, path);
    }
    if (path.includes('.')) return undefined;
    return metricValue(this.#counts(now), path) ?? metricValue(this.#fates(), path);
  }

  #effect(event: Effect): void {
    const store = this.#parts.stores.get(event.store);
    if (!store) return;
    const before = store.duplicates;
    store.see(event, this.#items.of(event.trace));
    if (store.duplicates > before) this.#witnesses.note('duplicates', event.trace, event.store);
  }

  #served(event: CallEnded): void {
    const latency = this.#ledger.answered(event);
    if (latency === undefined) return;
    this.#parts.producers.get(event.caller)?.served.add(latency);
    this.#accept(event.trace, event.caller);
  }

  #accept(trace: string, by: string): void {
    if (trace === '') return;
    if (this.#ledger.accept(trace)) this.#parts.producers.get(by)?.accepted();
  }

  #totals(endedAt: Micros): Totals {
    return { ...this.#counts(endedAt), ...this.#fates(), latency: this.#latency() };
  }

  #counts(endedAt: Micros) {
    const producers = [...this.#parts.producers.values()];
    const stores = [...this.#parts.stores.values()];
    const firsts = sum(this.#samples(), ({ count }) => count);
    return {
      produced: sum(producers, ({ made }) => made),
      accepted: this.#ledger.accepted,
      rejected: sum(producers, ({ rejections }) => rejections),
      duplicates: sum(stores, ({ duplicates }) => duplicates),
      redeliveries: sum([...this.#parts.queues.values()], ({ redeliveries }) => redeliveries),
      oversold: sum(stores, ({ oversold }) => oversold),
      refused: sum(stores, ({ soldOut }) => soldOut),
      orderViolations: this.#orderViolations,
      throughput: endedAt === 0 ? undefined : firsts / (endedAt / 1e6),
    };
  }

  #fates() {
    const fates = this.#ledger.fates(this.#remains);
    const turnedAway = sum([...this.#parts.producers.values()], (producer) => producer.turnedAway);
    return { ...fates, shed: fates.shed + turnedAway };
  }

  #latency() {
    return distributionOf(...this.#samples());
  }

  #samples() {
    return [
      ...[...this.#parts.consumers.values()].map(({ latencies }) => latencies),
      ...[...this.#parts.producers.values()].map(({ served }) => served),
    ];
  }

  get #storeChanges(): number {
    return sum([...this.#parts.stores.values()], ({ changes }) => changes);
  }

  #isAhead(consumer: string, partition: number, offset: number): boolean {
    const group = this.#parts.groups.get(consumer);
    if (!group) return false;
    const start = this.#parts.logs.get(group.log)?.start(partition) ?? 0;
    return offset >= Math.max(group.committed(partition), start);
  }
}

/** Items are called by their producer and a number, `buyers-17`, and workers by their consumer and one. */
function ownerOf(name: string): string {
  return name.slice(0, name.lastIndexOf('-'));
}

function sum<Each>(list: readonly Each[], of: (each: Each) => number): number {
  return list.reduce((total, each) => total + of(each), 0);
}
