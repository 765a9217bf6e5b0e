import { type Micros, SECOND } from '../../engine/time.ts';
import { LIMITS } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import type { Alarm } from './alarm.ts';
import type { Handle } from './commands.ts';
import type { Contents } from './contents.ts';
import { HandOut } from './hand-out.ts';
import type { Message } from './message.ts';
import { Receipt } from './receipt.ts';
import type { QueueSettings } from './settings.ts';
import { isWithin, outOfRange } from './settings-problem.ts';
import type { Teller } from './teller.ts';
import type { Throttle } from './throttle.ts';

/** What can be done with a receipt handle. */
export class Handles {
  readonly #queue: string;
  readonly #contents: Contents;
  readonly #tell: Teller;
  readonly #throttle: Throttle;
  readonly #alarm: Alarm;

  constructor(queue: string, contents: Contents, tell: Teller, throttle: Throttle, alarm: Alarm) {
    this.#queue = queue;
    this.#contents = contents;
    this.#tell = tell;
    this.#throttle = throttle;
    this.#alarm = alarm;
  }

  /** STD-06, FIFO-09 */
  delete(now: Micros, handle: Handle, by: string, settings: QueueSettings): Refusal | undefined {
    const message = this.#newest(handle);
    if (!message || (settings.fifo && message.state !== 'in-flight'))
      return this.#deleteLate(now, textOf(handle), by, settings);
    const throttled = this.#throttle.group(now, 'DeleteMessage', message.group, settings);
    if (throttled) return throttled;
    this.#contents.leave(now, message, 'deleted');
    this.#tell.deleted(now, message, by);
    return undefined;
  }

  /** STD-07, STD-08, FIFO-09 */
  change(
    now: Micros,
    handle: Handle,
    seconds: number,
    by: string,
    settings: QueueSettings,
  ): Refusal | undefined {
    if (!isWithin(LIMITS.visibilityTimeoutSeconds, seconds))
      return outOfRange('VisibilityTimeout', seconds, LIMITS.visibilityTimeoutSeconds);
    const message = this.#newest(handle);
    if (message?.state !== 'in-flight') {
      if (!Receipt.read(this.#queue, textOf(handle))) return unknownHandle();
      return settings.fifo ? expiredHandle() : notInFlight();
    }
    const until = now + seconds * SECOND;
    if (until > message.receivedAt + LIMITS.visibilityTimeoutSeconds.max * SECOND)
      return new Refusal(
        'InvalidParameterValue',
        `A message is hidden for at most ${LIMITS.visibilityTimeoutSeconds.max} seconds from its receive.`,
      );
    this.#tell.visibilityChanged(now, message, until, by);
    if (seconds === 0) {
      this.#contents.show(now, message, 'released');
      return undefined;
    }
    this.#contents.hide(message, until);
    this.#alarm.set(now, until);
    return undefined;
  }

  /** The message whose newest handle this is, while it is here. */
  #newest(handle: Handle): Message | undefined {
    if (handle instanceof HandOut && handle.queue === this.#queue)
      return handle.isNewest ? handle.message : undefined;
    const receipt = Receipt.read(this.#queue, textOf(handle));
    const message = receipt && this.#contents.handed(receipt);
    return message?.receipt === receipt?.receipt ? message : undefined;
  }

  /** With an old handle, or one of a message that is gone. */
  #deleteLate(
    now: Micros,
    handle: string,
    by: string,
    settings: QueueSettings,
  ): Refusal | undefined {
    const receipt = Receipt.read(this.#queue, handle);
    if (!receipt) return unknownHandle();
    const message = this.#contents.handed(receipt);
    const throttled = this.#throttle.group(now, 'DeleteMessage', message?.group, settings);
    if (throttled) return throttled;
    const story = receipt.story();
    const isRefused = settings.fifo && (message !== undefined || story.hiddenUntil <= now);
    this.#tell.deleteIneffective(now, story.message, story.trace, by, isRefused);
    return isRefused ? expiredHandle() : undefined;
  }
}

function textOf(handle: Handle): string {
  return typeof handle === 'string' ? handle : handle.receiptHandle;
}

function unknownHandle(): Refusal {
  return new Refusal('ReceiptHandleIsInvalid', 'This queue never gave out such a receipt handle.');
}

function expiredHandle(): Refusal {
  return new Refusal(
    'InvalidParameterValue',
    'The receipt handle has expired: its visibility timeout is over.',
  );
}

function notInFlight(): Refusal {
  return new Refusal(
    'MessageNotInflight',
    'The message is not in flight under this receipt handle.',
  );
}
