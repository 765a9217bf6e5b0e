import type { QueueRequest, TopicRequest } from '../../events/index.ts';
import type { Scenario } from '../../settings/scenario.ts';
import type { CostReport } from '../metrics/report.ts';
import { PRICES } from './prices.ts';

/**
 * The bill. Whether a topic's own sends to queues are on it is not documented; they are left out, as free deliveries
 * suggest. A refused request is billed like any other.
 */
export class CostFold {
  readonly #scenario: Scenario;
  /** Standard queues whose messages have a group id. */
  readonly #fair = new Set<string>();
  #requests = 0;
  /** Requests by their price: counts stay exact, sums of prices would not. */
  readonly #sqs = new Map<number, number>();
  readonly #sns = new Map<number, number>();

  constructor(scenario: Scenario) {
    this.#scenario = scenario;
    for (const { messageGroupId, sendsTo } of Object.values(scenario.producers))
      if (messageGroupId) this.#fair.add(sendsTo);
  }

  queueRequest({ action, by, queue, units }: QueueRequest): void {
    const { queues, topics } = this.#scenario;
    if (action === 'SendMessage' && Object.hasOwn(topics, by)) return;
    this.#requests += units;
    const type = queues[queue]?.fifo ? 'fifo' : this.#fair.has(queue) ? 'fair' : 'standard';
    add(this.#sqs, PRICES.sqs[type], units);
  }

  topicRequest({ action, protocol, topic, units }: TopicRequest): void {
    const type = this.#scenario.topics[topic]?.fifo ? 'fifo' : 'standard';
    const price = action === 'Publish' ? PRICES.publish[type] : PRICES.deliver[protocol ?? 'sqs'];
    if (price > 0) this.#requests += units;
    add(this.#sns, price, units);
  }

  report(storeChanges: number, itemsDone: number): CostReport {
    const sqs = dollarsFor(this.#sqs);
    const sns = dollarsFor(this.#sns);
    const stores = (storeChanges * PRICES.storeWrite) / 1e6;
    const dollars = sqs + sns + stores;
    const perMillion = itemsDone === 0 ? undefined : (dollars / itemsDone) * 1e6;
    return { dollars, requests: this.#requests, sqs, sns, stores, perMillion };
  }
}

function add(units: Map<number, number>, price: number, more: number): void {
  units.set(price, (units.get(price) ?? 0) + more);
}

function dollarsFor(units: ReadonlyMap<number, number>): number {
  let millionths = 0;
  for (const [price, count] of units) millionths += price * count;
  return millionths / 1e6;
}
