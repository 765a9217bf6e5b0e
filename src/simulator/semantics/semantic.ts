/** One thing that the simulator does as the real service does it. */
export interface Semantic {
  /** Such as `STD-09`: a family and a number within it. */
  readonly id: string;
  readonly statement: string;
  /** Keys of the legend (`sources.ts`). */
  readonly sources: readonly SourceKey[];
  /** What the service leaves open or says in two ways, and the setting that turns it where there is one. */
  readonly open?: string;
}

/** What a statement was checked against; `sources.ts` says what each stands for. */
export type SourceKey =
  | 'BC-SQS'
  | 'BC-SNS'
  | 'LS-SQS'
  | 'LS-SNS'
  | 'DG-SQS'
  | 'DG-SNS'
  | 'Q-MSG'
  | 'FIFO-THR'
  | 'FIFO-BACK'
  | 'FAIR'
  | 'DLQ-RET'
  | 'PRICE-SQS'
  | 'SNS-RETRY'
  | 'SNS-FILT'
  | 'SNS-FDEL'
  | 'SNS-FGRP'
  | 'SNS-HT'
  | 'SNS-FEAT'
  | 'KAF-REPO'
  | 'KAF-42'
  | 'KAF-43'
  | 'FOLLOWS';
