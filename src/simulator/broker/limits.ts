/** A bound that the service sets, with where and since when it says so (`facts.md` explains the source keys). */
export interface Limit {
  readonly min: number;
  readonly max: number;
  readonly unit:
    | 'bytes'
    | 'seconds'
    | 'messages'
    | 'entries'
    | 'attributes'
    | 'calls/s'
    | 'receives';
  readonly since: string;
  readonly source: string;
}

/** SQS's limits as data: nothing in the broker knows one of these numbers by heart. */
export const LIMITS = {
  messageSize: {
    min: 1,
    max: 1_048_576,
    unit: 'bytes',
    since: '2025-08',
    source: 'BC-SQS, LS-SQS',
  },
  maximumMessageSize: {
    min: 1_024,
    max: 1_048_576,
    unit: 'bytes',
    since: '2025-08',
    source: 'BC-SQS, LS-SQS',
  },
  batchSize: { min: 1, max: 1_048_576, unit: 'bytes', since: '2025-08', source: 'BC-SQS, LS-SQS' },
  batchEntries: { min: 1, max: 10, unit: 'entries', since: 'always', source: 'BC-SQS' },
  messageAttributes: { min: 0, max: 10, unit: 'attributes', since: 'always', source: 'Q-MSG' },
  maxNumberOfMessages: { min: 1, max: 10, unit: 'messages', since: 'always', source: 'BC-SQS' },
  visibilityTimeoutSeconds: {
    min: 0,
    max: 43_200,
    unit: 'seconds',
    since: 'always',
    source: 'BC-SQS',
  },
  delaySeconds: { min: 0, max: 900, unit: 'seconds', since: 'always', source: 'BC-SQS' },
  messageRetentionPeriodSeconds: {
    min: 60,
    max: 1_209_600,
    unit: 'seconds',
    since: 'always',
    source: 'BC-SQS',
  },
  receiveMessageWaitTimeSeconds: {
    min: 0,
    max: 20,
    unit: 'seconds',
    since: 'always',
    source: 'BC-SQS',
  },
  maxReceiveCount: { min: 1, max: 1_000, unit: 'receives', since: 'always', source: 'BC-SQS' },
  inFlightStandard: {
    min: 0,
    max: 120_000,
    unit: 'messages',
    since: 'always',
    source: 'BC-SQS, DG-SQS',
  },
  inFlightFifo: {
    min: 0,
    max: 120_000,
    unit: 'messages',
    since: '2024-11',
    source: 'Q-FIFO, BC-LOG',
  },
  fifoLookAhead: { min: 0, max: 120_000, unit: 'messages', since: '2024-11', source: 'FIFO-BACK' },
  /** An interval rather than a range: duplicates are dropped for this long, and receives can be asked again. */
  deduplicationSeconds: { min: 300, max: 300, unit: 'seconds', since: '2016-11', source: 'BC-SQS' },
  /** Normal mode, for each action; in high-throughput mode for each group. */
  fifoCalls: { min: 0, max: 300, unit: 'calls/s', since: '2016-11', source: 'Q-MSG, FIFO-THR' },
  /** High-throughput mode, for each action, in the Regions with the highest quota. */
  fifoHighThroughputCalls: {
    min: 0,
    max: 70_000,
    unit: 'calls/s',
    since: '2023-11',
    source: 'Q-MSG, FIFO-feat',
  },
  /** Between two purges. */
  purgeSeconds: { min: 60, max: 60, unit: 'seconds', since: 'always', source: 'BC-SQS, LS-SQS' },
  /** Messages a second that a move task may be told to keep to. */
  moveTaskRate: { min: 1, max: 500, unit: 'messages', since: '2023-06', source: 'BC-SQS, DG-SQS' },
  /** Payload of one request on the bill. */
  billedChunk: { min: 0, max: 65_536, unit: 'bytes', since: 'always', source: 'PRICE-SQS' },
  /** Below this backlog a short poll may miss messages. */
  shortPollSample: { min: 0, max: 1_000, unit: 'messages', since: 'always', source: 'BC-SQS' },
  /** From this many receives on a message goes to the back of a standard queue. */
  receivesBeforeBack: { min: 3, max: 3, unit: 'receives', since: '2023', source: 'DG-SQS' },
} as const satisfies Record<string, Limit>;

/** What makes a tenant of a fair queue noisy, as far as the service tells: it calls these numbers approximate. */
export const FAIRNESS = {
  /** Of what is in flight, or of the recent processing time. */
  share: 0.1,
  inFlight: 30,
  /** A tenant that sent nothing for this long is quiet again. */
  silenceSeconds: 300,
  since: '2025-07',
  source: 'FAIR',
} as const;
