import type { ConsumerGroup, LogRecord } from '../broker/log/index.ts';
import type { ConsumerSettings, GroupSettings } from '../settings/consumer.ts';
import type { Admission } from './admission.ts';
import type { Progress } from './progress.ts';
import type { Work } from './work.ts';

/** What the members of a consumer group have in common. */
export interface GroupWork {
  readonly name: string;
  readonly settings: ConsumerSettings;
  readonly groupSettings: GroupSettings;
  readonly group: ConsumerGroup;
  readonly work: Work;
  readonly admission: Admission;
  /** They can't reach the broker. */
  readonly isAway: boolean;
  progressOf(member: string): Progress;
  /** Counts one more delivery of a record, and gives how many there were. */
  delivered(record: LogRecord): number;
  /** Counts a failure. True when it was the last that is put up with: the record is skipped, or kept as a dead letter. */
  givesUp(record: LogRecord): boolean;
  /** Nobody goes back behind this offset, unless to replay. */
  settled(partition: number, offset: number): void;
}
