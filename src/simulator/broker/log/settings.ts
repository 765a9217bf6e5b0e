/** A Kafka-style topic. Durations in milliseconds and sizes in bytes, as Kafka configures them. */
export interface LogSettings {
  readonly partitions: number;
  readonly replicationFactor: number;
  /** min.insync.replicas */
  readonly minInsyncReplicas: number;
  /** log.retention.ms; undefined keeps everything. */
  readonly logRetentionMs: number | undefined;
  /** log.retention.bytes for each partition. */
  readonly logRetentionBytes: number | undefined;
  /** acks of producers: all, or the leader's alone. */
  readonly acks: 'all' | '1';
}
