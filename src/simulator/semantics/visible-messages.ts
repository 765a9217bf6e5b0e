import type { QueueEvent } from '../events/index.ts';

/** Which messages of one queue could be received, as its events tell. */
export class VisibleMessages {
  private readonly ids = new Set<string>();

  get any(): boolean {
    return this.ids.size > 0;
  }

  see(event: QueueEvent): void {
    switch (event.kind) {
      case 'sent':
        if (event.visibleAt <= event.at) this.ids.add(event.message);
        break;
      case 'appeared':
        this.ids.add(event.message);
        break;
      case 'received':
      case 'deleted':
      case 'dead-lettered':
      case 'redriven':
      case 'expired':
      case 'purged':
        this.ids.delete(event.message);
        break;
      default:
    }
  }
}
