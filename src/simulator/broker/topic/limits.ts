/** A bound that the service sets, with when it was last seen to say so and where (`facts.md` explains the source keys). */
interface TopicLimit {
  readonly max: number;
  readonly unit: 'bytes' | 'bytes/s' | 'seconds' | 'days' | 'messages' | 'messages/s' | 'items';
  readonly asOf: string;
  readonly source: string;
}

/** SNS's limits as data: nothing in this room knows one of these numbers by heart. */
export const TOPIC_LIMITS = {
  /** Body and attributes; for a batch, all of it together. */
  messageBytes: { max: 262_144, unit: 'bytes', asOf: '2026-08', source: 'BC-SNS' },
  batchEntries: { max: 10, unit: 'messages', asOf: '2026-08', source: 'BC-SNS' },
  filterPolicyKeys: { max: 5, unit: 'items', asOf: '2026', source: 'SNS-FILT, LS-SNS' },
  filterPolicyCombinations: { max: 150, unit: 'items', asOf: '2026', source: 'SNS-FILT' },
  filterPolicyBytes: { max: 262_144, unit: 'bytes', asOf: '2026', source: 'SNS-FILT' },
  filterPoliciesPerTopic: { max: 200, unit: 'items', asOf: '2026', source: 'SNS-FILT' },
  subscriptions: { max: 12_500_000, unit: 'items', asOf: '2026', source: 'SNS-feat' },
  fifoSubscriptions: { max: 100, unit: 'items', asOf: '2026', source: 'SNS-feat' },
  archiveDays: { max: 365, unit: 'days', asOf: '2023-10', source: 'BC-SNS' },
  /** Each number of an HTTP/S delivery policy. */
  httpRetries: { max: 100, unit: 'items', asOf: '2026', source: 'SNS-RETRY, DG-SNS' },
  httpDelaySeconds: { max: 3_600, unit: 'seconds', asOf: '2026', source: 'SNS-RETRY, DG-SNS' },
  /** All retries of an HTTP/S delivery together. */
  httpTotalSeconds: { max: 3_600, unit: 'seconds', asOf: '2026', source: 'SNS-RETRY' },
  /** Payload of one request on the bill. */
  billedChunk: { max: 65_536, unit: 'bytes', asOf: '2026-06', source: 'PRICE-SNS' },
  /** The account's quota in us-east-1, the largest; 9,000 in us-west-2 and eu-west-1. */
  publishRate: { max: 30_000, unit: 'messages/s', asOf: '2025-01', source: 'SNS-HT' },
  fifoPublishRate: { max: 3_000, unit: 'messages/s', asOf: '2026-08', source: 'BC-SNS' },
  fifoPublishBytes: { max: 20 * 1_048_576, unit: 'bytes/s', asOf: '2026-08', source: 'BC-SNS' },
  fifoGroupPublishRate: { max: 300, unit: 'messages/s', asOf: '2025-01', source: 'SNS-HT' },
} as const satisfies Record<string, TopicLimit>;
