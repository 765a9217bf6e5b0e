import { type Micros, SECOND } from '../../engine/time.ts';
import type { Message } from './message.ts';

const SEPARATOR = '/';
const ZERO = 48;
const NINE = 57;

/** Handles of one queue: `queue/place/serial/receipt/hidden until that second/message id/trace`. */
export function receiptHandle(
  queue: string,
  message: Message,
  receipt: number,
  hiddenUntil: Micros,
): string {
  const { handlePlace, serial, id, trace } = message;
  const second = Math.ceil(hiddenUntil / SECOND);
  return `${queue}/${handlePlace}/${serial}/${receipt}/${second}/${id}/${trace ?? ''}`;
}

/** One hand-out of one message. */
export class Receipt {
  readonly #handle: string;
  /** Where the rest of the handle begins. */
  readonly #rest: number;
  readonly place: number;
  readonly serial: number;
  readonly receipt: number;

  private constructor(
    handle: string,
    rest: number,
    place: number,
    serial: number,
    receipt: number,
  ) {
    this.#handle = handle;
    this.#rest = rest;
    this.place = place;
    this.serial = serial;
    this.receipt = receipt;
  }

  /** Undefined when this queue never gave such a handle. */
  static read(queue: string, handle: string): Receipt | undefined {
    if (!handle.startsWith(queue) || handle[queue.length] !== SEPARATOR) return undefined;
    const placeEnd = handle.indexOf(SEPARATOR, queue.length + 1);
    const serialEnd = handle.indexOf(SEPARATOR, placeEnd + 1);
    const receiptEnd = handle.indexOf(SEPARATOR, serialEnd + 1);
    const place = digits(handle, queue.length + 1, placeEnd);
    const serial = digits(handle, placeEnd + 1, serialEnd);
    const receipt = digits(handle, serialEnd + 1, receiptEnd);
    if (place === undefined || serial === undefined || receipt === undefined) return undefined;
    return new Receipt(handle, receiptEnd + 1, place, serial, receipt);
  }

  /** What the handle tells of a message that is gone; the end of its timeout to the second. */
  story(): { hiddenUntil: Micros; message: string; trace: string } {
    const [second, message = '', ...trace] = this.#handle.slice(this.#rest).split(SEPARATOR);
    return { hiddenUntil: Number(second) * SECOND, message, trace: trace.join(SEPARATOR) };
  }
}

function digits(text: string, start: number, end: number): number | undefined {
  if (end <= start) return undefined;
  let value = 0;
  for (let i = start; i < end; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit < ZERO || unit > NINE) return undefined;
    value = value * 10 + (unit - ZERO);
  }
  return value;
}
