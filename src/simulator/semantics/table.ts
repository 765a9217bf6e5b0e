import { FIFO } from './fifo.ts';
import { KAFKA } from './kafka.ts';
import type { Semantic } from './semantic.ts';
import { SNS } from './sns.ts';
import { SNS_FIFO } from './sns-fifo.ts';
import { STANDARD } from './standard.ts';

export interface Family {
  readonly title: string;
  readonly semantics: readonly Semantic[];
}

/** Everything that the simulator promises to do as the services do, by family. */
export const FAMILIES: readonly Family[] = [
  { title: 'SQS standard queues', semantics: STANDARD },
  { title: 'SQS FIFO queues', semantics: FIFO },
  { title: 'SNS standard topics', semantics: SNS },
  { title: 'SNS FIFO topics', semantics: SNS_FIFO },
  { title: 'Kafka-style logs', semantics: KAFKA },
];

export const SEMANTICS: readonly Semantic[] = FAMILIES.flatMap((family) => family.semantics);
