const DIGITS = 20;

/** FIFO-17: rises within a group, as it does within the queue; of one length, so that text sorts as numbers do. */
export function sequenceNumber(serial: number): string {
  return String(serial).padStart(DIGITS, '0');
}
