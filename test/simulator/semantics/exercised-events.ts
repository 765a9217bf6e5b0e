import type * as Event from '../../../src/simulator/events/index.ts';
import type { Exercised } from '../../../src/simulator/semantics/index.ts';

type Parts = ConstructorParameters<typeof Exercised>[0];

const QUEUE = {
  fifo: false,
  visibilityTimeoutSeconds: 30,
  delaySeconds: 0,
  messageRetentionPeriodSeconds: 345_600,
  receiveMessageWaitTimeSeconds: 0,
  maximumMessageSize: 1_048_576,
  redrivePolicy: { deadLetterQueue: 'dlq', maxReceiveCount: 5 },
  contentBasedDeduplication: false,
  deduplicationScope: 'queue',
  fifoThroughputLimit: 'perQueue',
  throttled: false,
  nature: { duplicateChance: 0, reorderChance: 0, reorderWindow: 1, shortPollMissChance: 0 },
} as const;

const SUBSCRIPTION = {
  protocol: 'sqs',
  endpoint: 'std',
  filterPolicy: undefined,
  filterPolicyScope: 'MessageAttributes',
  rawMessageDelivery: false,
  deadLetterQueue: undefined,
  deliveryPolicy: undefined,
  retries: true,
} as const;

const TOPIC = {
  fifo: false,
  contentBasedDeduplication: false,
  fifoThroughputScope: 'Topic',
  archiveDays: undefined,
  throttled: false,
  subscriptions: { queue: SUBSCRIPTION, mail: { ...SUBSCRIPTION, protocol: 'email' } },
} as const;

const CONSUMER = {
  receivesFrom: ['waited'],
  count: 1,
  concurrency: 1,
  batch: 1,
  waitTimeSeconds: 20,
  pollEvery: 0,
  visibilityTimeoutSeconds: undefined,
  steps: [],
  deletes: 'each',
  onFailure: 'leave',
  heartbeat: undefined,
  autoscale: undefined,
  lambda: undefined,
  group: undefined,
  share: false,
  limit: undefined,
  shedOlderThan: undefined,
  protocol: undefined,
  subscription: undefined,
} as const;

/** Of each kind one, as a scenario names them. */
export const PARTS: Parts = {
  queues: {
    std: QUEUE,
    waited: QUEUE,
    swaps: { ...QUEUE, nature: { ...QUEUE.nature, reorderChance: 0.1 } },
    'q.fifo': { ...QUEUE, fifo: true },
    'content.fifo': {
      ...QUEUE,
      fifo: true,
      contentBasedDeduplication: true,
      deduplicationScope: 'messageGroup',
    },
  },
  topics: { topic: TOPIC, 'topic.fifo': { ...TOPIC, fifo: true } },
  logs: {
    log: {
      partitions: 1,
      replicationFactor: 3,
      minInsyncReplicas: 2,
      logRetentionMs: undefined,
      logRetentionBytes: undefined,
      acks: 'all',
    },
  },
  consumers: {
    waiter: CONSUMER,
    hook: { ...CONSUMER, receivesFrom: ['topic'], waitTimeSeconds: 0, protocol: 'http' },
  },
};

const ofMessage = (queue: string, message: string) => ({ at: 1, queue, message, trace: 't' });
const ofTopic = (topic: string) => ({ at: 1, topic, message: 'n1', trace: 't' });
const ofGroup = { at: 1, group: 'g1' };
const ofRecord = { at: 1, log: 'log', partition: 0, offset: 0, trace: 't' };

/** Makes events; what matters to a test is given, the rest is as it mostly is. */
export const events = {
  sent: (queue: string, message: string, more: Partial<Event.Sent> = {}): Event.Sent => ({
    ...ofMessage(queue, message),
    kind: 'sent',
    group: undefined,
    sizeBytes: 1,
    visibleAt: 1,
    by: 'p',
    ...more,
  }),
  received: (
    queue: string,
    message: string,
    more: Partial<Event.Received> = {},
  ): Event.Received => ({
    ...ofMessage(queue, message),
    kind: 'received',
    by: 'w',
    group: queue.endsWith('.fifo') ? 'g1' : undefined,
    receiveCount: 1,
    hiddenUntil: 30,
    sentAt: 0,
    copy: false,
    ...more,
  }),
  appeared: (
    queue: string,
    message: string,
    more: Partial<Event.Appeared> = {},
  ): Event.Appeared => ({
    ...ofMessage(queue, message),
    kind: 'appeared',
    because: 'visibility-timeout',
    receiveCount: 1,
    ...more,
  }),
  deduplicated: (queue: string, message: string): Event.Deduplicated => ({
    ...ofMessage(queue, message),
    kind: 'deduplicated',
    by: 'p',
  }),
  deleted: (queue: string, message: string): Event.Deleted => ({
    ...ofMessage(queue, message),
    kind: 'deleted',
    by: 'w',
  }),
  deleteIneffective: (queue: string, message: string): Event.DeleteIneffective => ({
    ...ofMessage(queue, message),
    kind: 'delete-ineffective',
    by: 'w',
    refused: queue.endsWith('.fifo'),
  }),
  visibilityChanged: (queue: string, message: string): Event.VisibilityChanged => ({
    ...ofMessage(queue, message),
    kind: 'visibility-changed',
    by: 'w',
    hiddenUntil: 9,
  }),
  deadLettered: (queue: string, message: string): Event.DeadLettered => ({
    ...ofMessage(queue, message),
    kind: 'dead-lettered',
    to: 'dlq',
    receiveCount: 5,
    retentionFrom: 0,
  }),
  redriven: (queue: string, message: string): Event.Redriven => ({
    ...ofMessage(queue, message),
    kind: 'redriven',
    to: 'std',
  }),
  expired: (queue: string, message: string): Event.Expired => ({
    ...ofMessage(queue, message),
    kind: 'expired',
    receiveCount: 0,
  }),
  purged: (queue: string, message: string): Event.Purged => ({
    ...ofMessage(queue, message),
    kind: 'purged',
  }),
  request: (
    queue: string,
    action: Event.QueueRequest['action'],
    more: Partial<Event.QueueRequest> = {},
  ): Event.QueueRequest => ({
    kind: 'queue-request',
    at: 1,
    queue,
    action,
    by: 'w',
    units: 1,
    messages: 1,
    refused: undefined,
    ...more,
  }),
  published: (topic: string, more: Partial<Event.Published> = {}): Event.Published => ({
    ...ofTopic(topic),
    kind: 'published',
    group: undefined,
    sizeBytes: 1,
    by: 'p',
    deliveries: 1,
    ...more,
  }),
  publishDeduplicated: (topic: string): Event.PublishDeduplicated => ({
    ...ofTopic(topic),
    kind: 'publish-deduplicated',
    by: 'p',
  }),
  filteredOut: (topic: string, subscription: string): Event.FilteredOut => ({
    ...ofTopic(topic),
    kind: 'filtered-out',
    subscription,
    why: 'it has no total',
  }),
  attempted: (
    topic: string,
    subscription: string,
    more: Partial<Event.DeliveryAttempted> = {},
  ): Event.DeliveryAttempted => ({
    ...ofTopic(topic),
    kind: 'delivery-attempted',
    subscription,
    attempt: 1,
    outcome: 'delivered',
    retryAt: undefined,
    ...more,
  }),
  givenUp: (
    topic: string,
    subscription: string,
    deadLetterQueue: string | undefined,
  ): Event.DeliveryGivenUp => ({
    ...ofTopic(topic),
    kind: 'delivery-given-up',
    subscription,
    attempts: 4,
    deadLetterQueue,
  }),
  replayed: (topic: string, subscription: string): Event.Replayed => ({
    ...ofTopic(topic),
    kind: 'replayed',
    subscription,
  }),
  topicRequest: (topic: string, refused: string): Event.TopicRequest => ({
    kind: 'topic-request',
    at: 1,
    topic,
    action: 'Publish',
    protocol: undefined,
    by: 'p',
    units: 1,
    refused,
  }),
  appended: (key: string | undefined): Event.Appended => ({
    ...ofRecord,
    kind: 'appended',
    key,
    by: 'p',
    sizeBytes: 1,
  }),
  refusedAppend: (code: string): Event.AppendRefused => ({
    kind: 'append-refused',
    at: 1,
    log: 'log',
    trace: 't',
    by: 'p',
    code,
  }),
  appendDeduplicated: (): Event.AppendDeduplicated => ({
    ...ofRecord,
    kind: 'append-deduplicated',
    by: 'p',
  }),
  transactionEnded: (): Event.TransactionEnded => ({
    kind: 'transaction-ended',
    at: 1,
    producer: 'p',
    outcome: 'committed',
  }),
  recordsDeleted: (): Event.RecordsDeleted => ({
    kind: 'records-deleted',
    at: 1,
    log: 'log',
    partition: 0,
    logStartOffset: 5,
    because: 'age',
  }),
  brokersChanged: (): Event.BrokersChanged => ({
    kind: 'brokers-changed',
    at: 1,
    log: 'log',
    inSyncReplicas: 2,
  }),
  fetched: (group: string, from: number, to: number): Event.Fetched => ({
    kind: 'fetched',
    at: 1,
    group,
    member: 'm',
    log: 'log',
    partition: 0,
    from,
    to,
  }),
  committed: (committedOffset: number, logEndOffset: number): Event.Committed => ({
    ...ofGroup,
    kind: 'committed',
    member: 'm',
    log: 'log',
    partition: 0,
    committedOffset,
    logEndOffset,
  }),
  rebalanceStarted: (): Event.RebalanceStarted => ({
    ...ofGroup,
    kind: 'rebalance-started',
    because: 'joined',
    generation: 1,
  }),
  partitionsAssigned: (): Event.PartitionsAssigned => ({
    ...ofGroup,
    kind: 'partitions-assigned',
    member: 'm',
    log: 'log',
    partitions: [0],
  }),
  memberLeft: (): Event.MemberLeft => ({
    ...ofGroup,
    kind: 'member-left',
    member: 'm',
    because: 'closed',
  }),
  offsetReset: (because: Event.OffsetReset['because']): Event.OffsetReset => ({
    ...ofGroup,
    kind: 'offset-reset',
    log: 'log',
    partition: 0,
    from: 5,
    to: 0,
    because,
  }),
  acquired: (): Event.RecordAcquired => ({
    ...ofGroup,
    ...ofRecord,
    kind: 'record-acquired',
    member: 'm',
    deliveryCount: 1,
    lockedUntil: 30,
  }),
  workEnded: (source: string, outcome: Event.WorkEnded['outcome']): Event.WorkEnded => ({
    kind: 'work-ended',
    at: 1,
    consumer: 'workers',
    worker: 'workers-1',
    trace: 't',
    source,
    message: '0/1',
    outcome,
    why: '',
    startedAt: 0,
    producedAt: 0,
  }),
};
