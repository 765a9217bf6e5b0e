const ZEROS = Array.from({ length: 20 }, (_, digits) => '0'.repeat(20 - digits));

/** FIFO-17: rises within a group, as it does within the queue; of one length, so that text sorts as numbers do. */
export function sequenceNumber(serial: number): string {
  const digits = String(serial);
  return ZEROS[digits.length] + digits;
}
