import type { DeliveryAttempted, TopicEvent } from '../events/index.ts';
import type { Scenario } from '../settings/scenario.ts';
import type { Show } from './evidence.ts';

type TopicSettings = Scenario['topics'][string];
type Protocol = TopicSettings['subscriptions'][string]['protocol'];

/** Looks at one SNS topic, standard or FIFO. */
export class TopicEvidence {
  /** Subscriptions whose last delivery failed. */
  private readonly failing = new Set<string>();
  private readonly groups = new Set<string>();

  constructor(
    private readonly isFifo: boolean,
    private readonly protocolOf: (subscription: string) => Protocol | undefined,
    private readonly show: Show,
  ) {}

  see(event: TopicEvent): void {
    switch (event.kind) {
      case 'published':
        if (event.deliveries > 1) this.show('SNS-01');
        this.groupSeen(event.group);
        break;
      case 'publish-deduplicated':
        this.show('SNSF-01');
        break;
      case 'filtered-out':
        this.show('SNS-06');
        this.show('SNS-07');
        break;
      case 'delivery-attempted':
        this.attempted(event);
        break;
      case 'delivery-given-up':
        if (event.deadLetterQueue === undefined) break;
        this.show('SNS-14');
        if (this.isFifo) this.show('SNSF-05');
        break;
      case 'replayed':
        this.show('SNSF-06');
        break;
      case 'topic-request':
        if (event.refused?.startsWith('Throttl')) this.show('SNSF-04');
        break;
      default:
    }
  }

  private groupSeen(group: string | undefined): void {
    if (group === undefined) return;
    if (!this.isFifo) this.show('SNS-13');
    else if (this.groups.has(group)) this.show('SNSF-03');
    this.groups.add(group);
  }

  private attempted(event: DeliveryAttempted): void {
    if (event.outcome === 'server-error') this.show('SNS-03');
    if (event.outcome === 'client-error') this.show('SNS-04');
    if (event.attempt > 1 && this.protocolOf(event.subscription) === 'http') this.show('SNS-05');
    if (event.outcome !== 'delivered') {
      this.failing.add(event.subscription);
      return;
    }
    this.failing.delete(event.subscription);
    if (this.failing.size > 0) this.show('SNS-02');
    if (this.protocolOf(event.subscription) === 'sqs') this.show('SNS-09');
    if (this.isFifo) this.show('SNSF-02');
    else if (event.attempt > 1) this.show('SNS-10');
  }
}
