import type { SnsProtocol } from '../../events/index.ts';

/**
 * Dollars for a million, us-east-1, list prices of the first tier, as of 2026-06. The free tier (a million requests a month) is
 * not taken off. Text messages and Firehose are billed by other measures and not counted, nor is a FIFO topic's payload.
 *
 * - https://aws.amazon.com/sqs/pricing/: standard $0.40, FIFO $0.50, fair $0.10 more than standard, for each million requests.
 * - https://aws.amazon.com/sns/pricing/: publishes $0.50 (FIFO $0.30); deliveries to queues and functions are free.
 * - https://aws.amazon.com/dynamodb/pricing/on-demand/: writes $0.625 since 2024-11-01.
 */
export const PRICES = {
  sqs: { standard: 0.4, fair: 0.5, fifo: 0.5 },
  publish: { standard: 0.5, fifo: 0.3 },
  deliver: {
    sqs: 0,
    lambda: 0,
    firehose: 0,
    sms: 0,
    http: 0.6,
    email: 20,
    application: 0.5,
  } satisfies Record<SnsProtocol, number>,
  storeWrite: 0.625,
} as const;
