import { type Micros, SECOND } from '../../engine/time.ts';
import { LIMITS } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import type { Alarm } from './alarm.ts';
import type { Contents } from './contents.ts';
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
  delete(now: Micros, handle: string, by: string, settings: QueueSettings): Refusal | undefined {
    const receipt = Receipt.read(this.#queue, handle);
    if (!receipt) return unknownHandle();
    const { fifo } = settings;
    const message = this.#contents.handed(receipt);
    const throttled = this.#throttle.group(now, 'DeleteMessage', message?.group, settings);
    if (throttled) return throttled;
    if (message?.receipt === receipt.receipt && (!fifo || message.state === 'in-flight')) {
      this.#contents.leave(now, message, 'deleted');
      this.#tell.deleted(now, message, by);
      return undefined;
    }
    const story = receipt.story();
    const isRefused = fifo && (message !== undefined || story.hiddenUntil <= now);
    this.#tell.deleteIneffective(now, story.message, story.trace, by, isRefused);
    return isRefused ? expiredHandle() : undefined;
  }

  /** STD-07, STD-08, FIFO-09 */
  change(
    now: Micros,
    handle: string,
    seconds: number,
    by: string,
    settings: QueueSettings,
  ): Refusal | undefined {
    if (!isWithin(LIMITS.visibilityTimeoutSeconds, seconds))
      return outOfRange('VisibilityTimeout', seconds, LIMITS.visibilityTimeoutSeconds);
    const receipt = Receipt.read(this.#queue, handle);
    if (!receipt) return unknownHandle();
    const message = this.#contents.handed(receipt);
    if (message?.receipt !== receipt.receipt || message.state !== 'in-flight')
      return settings.fifo ? expiredHandle() : notInFlight();
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
