import type { QueueEvent, QueueRequest, Received } from '../events/index.ts';
import type { Scenario } from '../settings/scenario.ts';
import type { Show } from './evidence.ts';
import { showCommon } from './queue-evidence.ts';
import { VisibleMessages } from './visible-messages.ts';

/** FIFO-14 */
const IN_FLIGHT_MAX = 120_000;

/** Looks at one FIFO queue. */
export class FifoEvidence {
  private readonly visible = new VisibleMessages();
  /** The group of each message in flight. */
  private readonly inFlight = new Map<string, string>();
  /** How many of each group are in flight. */
  private readonly busy = new Map<string, number>();
  private readonly lastReceiver = new Map<string, string>();
  private last: Received | undefined;

  constructor(
    private readonly settings: Scenario['queues'][string],
    private readonly show: Show,
  ) {}

  see(event: QueueEvent): void {
    showCommon(event, this.settings, this.show);
    this.visible.see(event);
    switch (event.kind) {
      case 'sent':
        if (event.visibleAt > event.at) this.show('FIFO-10');
        break;
      case 'received':
        this.received(event);
        break;
      case 'deduplicated':
        this.deduplicated();
        break;
      case 'delete-ineffective':
        this.show('FIFO-09');
        this.show('FIFO-18');
        break;
      case 'dead-lettered':
        this.show('FIFO-11');
        break;
      case 'deleted':
        if (this.settle(event.message) > 0) this.show('FIFO-07');
        break;
      case 'appeared':
      case 'expired':
        this.settle(event.message);
        break;
      case 'purged':
        this.settle(event.message);
        this.show('FIFO-17');
        break;
      case 'queue-request':
        this.requested(event);
        break;
      default:
    }
  }

  private received(event: Received): void {
    const { group = '', by, last } = { ...event, last: this.last };
    const receiver = this.lastReceiver.get(group);
    if (receiver !== undefined) this.show('FIFO-05');
    if (receiver !== undefined && receiver !== by) this.show('FIFO-15');
    if (last?.group === group && last.by === by && last.at === event.at) this.show('FIFO-06');
    if (event.receiveCount > 1) this.show('FIFO-08');
    this.last = event;
    this.lastReceiver.set(group, by);
    this.settle(event.message);
    this.inFlight.set(event.message, group);
    this.busy.set(group, (this.busy.get(group) ?? 0) + 1);
  }

  private deduplicated(): void {
    this.show('FIFO-02');
    if (this.settings.deduplicationScope === 'messageGroup') this.show('FIFO-03');
    if (this.settings.contentBasedDeduplication) this.show('FIFO-04');
  }

  private requested(event: QueueRequest): void {
    if (event.refused === 'MissingParameter') this.show('FIFO-01');
    if (event.refused === 'ThrottlingException') this.show('FIFO-13');
    const isEmpty = event.action === 'ReceiveMessage' && event.messages === 0;
    if (!isEmpty || event.refused !== undefined || !this.visible.any) return;
    this.show(this.inFlight.size < IN_FLIGHT_MAX ? 'FIFO-16' : 'FIFO-14');
  }

  /** The message is no longer in flight; how many of its group still are. */
  private settle(message: string): number {
    const group = this.inFlight.get(message);
    if (group === undefined) return 0;
    this.inFlight.delete(message);
    const left = (this.busy.get(group) ?? 1) - 1;
    if (left > 0) this.busy.set(group, left);
    else this.busy.delete(group);
    return left;
  }
}
