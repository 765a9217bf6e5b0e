import type { SendRequest } from '../../../../../src/simulator/broker/queue/commands.ts';
import type { Micros } from '../../../../../src/simulator/engine/time.ts';
import type { ModelMessage, ModelSend, Verdict } from './model-message.ts';
import { ModelQueue } from './model-queue.ts';

/** A standard queue whose nature is as good as it can be: no duplicates, no swaps, no misses. */
export class StandardModel extends ModelQueue {
  send(now: Micros, request: SendRequest): ModelSend | undefined {
    return request.messageDeduplicationId === undefined ? this.store(now, request) : undefined;
  }

  protected pick(taken: readonly ModelMessage[]): ModelMessage | undefined {
    const visible = this.messages.filter((one) => one.state === 'visible' && !taken.includes(one));
    return visible.sort((a, b) => a.place - b.place)[0];
  }

  /** STD-06: the newest handle deletes, also after the timeout ran out. */
  protected honours(): boolean {
    return true;
  }

  protected staleDelete(): Verdict {
    return 'ok';
  }

  /** STD-18: received three times or more, it goes to the back. A delay's end is when a message takes its place. */
  protected override appear(message: ModelMessage): void {
    if (message.state === 'delayed' || message.receives - message.receivedElsewhere >= 3) {
      this.world.next += 1;
      message.place = this.world.next;
    }
    super.appear(message);
  }

  protected settled(): void {
    // Nothing blocks anything.
  }
}
