import type { QueueEvent, QueueRequest } from '../events/index.ts';
import type { Scenario } from '../settings/scenario.ts';
import type { Show } from './evidence.ts';

type QueueSettings = Scenario['queues'][string];

/** What one queue's events show of what both types of queue have in common. */
export function showCommon(event: QueueEvent, settings: QueueSettings, show: Show): void {
  const limit = settings.redrivePolicy?.maxReceiveCount ?? Number.POSITIVE_INFINITY;
  switch (event.kind) {
    case 'sent':
      if (event.visibleAt > event.at) show('STD-01');
      break;
    case 'received':
      show('STD-03');
      if (event.receiveCount > 1) show('STD-05');
      break;
    case 'appeared':
      if (event.because === 'visibility-timeout') show('STD-04');
      if (event.receiveCount >= limit) show('STD-11');
      break;
    case 'visibility-changed':
      show('STD-07');
      break;
    case 'dead-lettered':
      show('STD-09');
      show('STD-10');
      break;
    case 'redriven':
      show('STD-13');
      break;
    case 'purged':
      show('STD-23');
      break;
    case 'queue-request':
      showRequest(event, show);
      break;
    default:
  }
}

function showRequest(event: QueueRequest, show: Show): void {
  show('STD-24');
  const isReceive = event.action === 'ReceiveMessage';
  if (isReceive && event.messages > 0) show('STD-02');
  if (!isReceive && event.messages > 1) show('STD-20');
  if (event.refused === 'BatchRequestTooLong') show('STD-19');
}
