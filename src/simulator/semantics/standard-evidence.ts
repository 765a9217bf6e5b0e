import type { QueueEvent, Received } from '../events/index.ts';
import type { Scenario } from '../settings/scenario.ts';
import type { Show } from './evidence.ts';
import { showCommon } from './queue-evidence.ts';
import { VisibleMessages } from './visible-messages.ts';

/** Looks at one standard queue. */
export class StandardEvidence {
  private readonly visible = new VisibleMessages();
  private newestReceived = 0;

  constructor(
    private readonly settings: Scenario['queues'][string],
    /** Whether someone waits at this queue for messages: long polls. */
    private readonly isWaitedAt: boolean,
    private readonly show: Show,
  ) {}

  see(event: QueueEvent): void {
    showCommon(event, this.settings, this.show);
    this.visible.see(event);
    switch (event.kind) {
      case 'received':
        this.received(event);
        break;
      case 'appeared':
        if (event.receiveCount >= 3) this.show('STD-18');
        break;
      case 'delete-ineffective':
        this.show('STD-06');
        break;
      case 'expired':
        this.show('STD-12');
        break;
      case 'queue-request':
        if (event.action !== 'ReceiveMessage') break;
        if (event.refused === 'OverLimit') this.show('STD-17');
        else if (this.isWaitedAt || (event.messages === 0 && this.visible.any)) this.show('STD-14');
        break;
      default:
    }
  }

  private received(event: Received): void {
    if (event.copy) this.show('STD-15');
    if (event.group !== undefined) this.show('STD-21');
    if (event.receiveCount > 1) return;
    // A delay swaps messages too; only a queue that is made to swap shows that order is best effort.
    const isSwapped = event.sentAt < this.newestReceived;
    if (isSwapped && this.settings.nature.reorderChance > 0) this.show('STD-16');
    this.newestReceived = Math.max(this.newestReceived, event.sentAt);
  }
}
