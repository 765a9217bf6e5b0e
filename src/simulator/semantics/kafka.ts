import type { Semantic } from './semantic.ts';

/** The Kafka-style log, its consumer groups, transactions and share groups. */
export const KAFKA: readonly Semantic[] = [
  {
    id: 'KFK-01',
    statement:
      "A record goes to the partition that its key's hash names: the same key always to the same one, while their number is unchanged. Records without a key stick to one partition for a batch and then change.",
    sources: ['KAF-REPO'],
    open: 'Which partition a batch without keys takes. Here it is drawn from the seed.',
  },
  {
    id: 'KFK-02',
    statement:
      'Offsets rise within a partition, and everyone reads it in that order. Between partitions there is no order.',
    sources: ['KAF-REPO'],
  },
  {
    id: 'KFK-03',
    statement:
      'Within a group every partition has exactly one owner. Members beyond the number of partitions are idle.',
    sources: ['KAF-REPO'],
  },
  {
    id: 'KFK-04',
    statement:
      'Groups know nothing of each other: each has its own committed offset, and reading removes nothing.',
    sources: ['KAF-REPO'],
  },
  {
    id: 'KFK-05',
    statement:
      'Log retention deletes by age or size, read or not (7 days by default). A group that is behind the new start falls to auto.offset.reset: latest skips, earliest begins at the start.',
    sources: ['KAF-REPO'],
  },
  {
    id: 'KFK-06',
    statement:
      'Committing after the work repeats records when a crash comes between (at least once); committing before it loses them (at most once). Auto-commit does it every 5 s, at a poll.',
    sources: ['KAF-REPO'],
  },
  {
    id: 'KFK-07',
    statement:
      'The committed offset is one position for a partition. A poison record blocks what is behind it until someone skips it; there is no acknowledgement of single records and no built-in dead-letter queue.',
    sources: ['KAF-REPO'],
  },
  {
    id: 'KFK-08',
    statement:
      'A member without heartbeats for 45 s, or without a poll for 5 minutes, loses its partitions. One that closes leaves at once.',
    sources: ['KAF-REPO'],
  },
  {
    id: 'KFK-09',
    statement:
      'An eager rebalance takes all partitions from all members: a full pause. A cooperative one pauses only those that move. With the consumer protocol the coordinator moves them one by one while the others go on.',
    sources: ['KAF-REPO', 'KAF-43'],
  },
  {
    id: 'KFK-10',
    statement:
      'A new owner begins at the last committed offset, so work that was not committed is done again.',
    sources: ['KAF-REPO'],
  },
  {
    id: 'KFK-11',
    statement:
      'Lag is the end of the log less the committed offset, for each partition. More members help only up to the number of partitions, and a hot key lags alone.',
    sources: ['KAF-REPO'],
  },
  {
    id: 'KFK-12',
    statement:
      "Replay sets a group's offsets back, by time or to the start, while the group is stopped; or a new group reads from there.",
    sources: ['KAF-REPO'],
  },
  {
    id: 'KFK-13',
    statement:
      "An idempotent producer's retries add nothing. Transactions with read_committed give exactly-once from log to log; what was aborted stays readable to read_uncommitted.",
    sources: ['KAF-REPO'],
  },
  {
    id: 'KFK-14',
    statement:
      'With acks=all, replication 3 and min.insync.replicas 2, one lost broker changes nothing and two make writes fail with NOT_ENOUGH_REPLICAS.',
    sources: ['KAF-REPO'],
  },
  {
    id: 'KFK-15',
    statement:
      'In a share group (Kafka 4.2) many members read one partition. A record is locked for 30 s; when the lock ends or is released it comes again with a higher delivery count, and after 5 deliveries it is archived. Rejected is never again.',
    sources: ['KAF-42', 'KAF-REPO'],
  },
];
