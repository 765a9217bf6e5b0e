export { ConsumerGroup } from './consumer-group.ts';
export {
  type ConsumerGroupSettings,
  type RebalanceProtocol,
  SHARE_GROUP_DEFAULTS,
  type ShareGroupSettings,
} from './group-settings.ts';
export { IdempotentProducer } from './idempotent-producer.ts';
export type { GroupListener } from './member.ts';
export { PartitionedLog } from './partitioned-log.ts';
export type { Appended, AppendRequest, Isolation, LogRecord, RecordHeaders } from './record.ts';
export type { LogSettings } from './settings.ts';
export { type Acknowledgement, ShareGroup, type ShareListener } from './share-group.ts';
export type { Acquired } from './share-partition.ts';
export { type TransactionalProducer, TransactionCoordinator } from './transactions.ts';
