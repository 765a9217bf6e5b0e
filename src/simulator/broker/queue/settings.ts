/** A queue's attributes, named and measured as SQS names them, each with the service's default. */
export interface QueueSettings {
  readonly fifo: boolean;
  /** 0 to 43,200; default 30. */
  readonly visibilityTimeoutSeconds: number;
  /** 0 to 900; default 0. */
  readonly delaySeconds: number;
  /** 60 to 1,209,600; default 345,600. */
  readonly messageRetentionPeriodSeconds: number;
  /** 0 to 20; default 0. */
  readonly receiveMessageWaitTimeSeconds: number;
  /** 1,024 to 1,048,576; default 1,048,576. */
  readonly maximumMessageSize: number;
  readonly redrivePolicy: RedrivePolicy | undefined;
  /** FIFO only. */
  readonly contentBasedDeduplication: boolean;
  /** FIFO only; default queue. */
  readonly deduplicationScope: 'queue' | 'messageGroup';
  /** FIFO only; default perQueue. */
  readonly fifoThroughputLimit: 'perQueue' | 'perMessageGroupId';
  /** Whether calls beyond the service's rates are refused. Off, a queue takes whatever comes. */
  readonly throttled: boolean;
  readonly nature: QueueNature;
}

export interface RedrivePolicy {
  /** The name of a queue of the same type. */
  readonly deadLetterQueue: string;
  /** 1 to 1,000. */
  readonly maxReceiveCount: number;
}

/** What the service leaves open, as chances that a learner can see and turn. */
export interface QueueNature {
  /** STD-15: chance that a receive also hands out a message that is hidden, or was just deleted. */
  readonly duplicateChance: number;
  /** STD-16: chance that a receive takes not the oldest message but one of the next `reorderWindow`. */
  readonly reorderChance: number;
  readonly reorderWindow: number;
  /** STD-14: chance that a short poll doesn't see a given message. */
  readonly shortPollMissChance: number;
}
