import type { TopicEvent } from '../../events/index.ts';
import type { SubscriptionReport, TopicReport } from '../metrics/report.ts';
import { isThrottling } from './throttling.ts';

type Counts = { -readonly [Name in keyof SubscriptionReport]: number };

/** What happens in one topic, in all and for each of its subscriptions. */
export class TopicFold {
  readonly #all = noCounts();
  readonly #bySubscription: Map<string, Counts>;
  #published = 0;
  #deduplicated = 0;
  #throttled = 0;

  constructor(subscriptions: readonly string[]) {
    this.#bySubscription = new Map(subscriptions.map((name) => [name, noCounts()]));
  }

  see(event: TopicEvent): void {
    switch (event.kind) {
      case 'published':
        this.#published += 1;
        break;
      case 'publish-deduplicated':
        this.#deduplicated += 1;
        break;
      case 'filtered-out':
        this.#count(event.subscription, 'filteredOut');
        break;
      case 'delivery-attempted':
        if (event.attempt > 1) this.#count(event.subscription, 'retries');
        if (event.outcome === 'delivered') this.#count(event.subscription, 'delivered');
        break;
      case 'delivery-given-up':
        this.#count(event.subscription, 'givenUp');
        this.#count(
          event.subscription,
          event.deadLetterQueue === undefined ? 'dropped' : 'deadLettered',
        );
        break;
      case 'topic-request':
        if (isThrottling(event.refused)) this.#throttled += 1;
        break;
      case 'replayed':
        break;
    }
  }

  report(): TopicReport {
    return {
      published: this.#published,
      deduplicated: this.#deduplicated,
      throttled: this.#throttled,
      ...this.#all,
      subscriptions: Object.fromEntries(
        [...this.#bySubscription].map(([name, counts]) => [name, { ...counts }]),
      ),
    };
  }

  #count(subscription: string, what: keyof Counts): void {
    this.#all[what] += 1;
    const counts = this.#bySubscription.get(subscription);
    if (counts) counts[what] += 1;
  }
}

function noCounts(): Counts {
  return { delivered: 0, filteredOut: 0, retries: 0, givenUp: 0, deadLettered: 0, dropped: 0 };
}
