import type { ConsumerSettings } from '../settings/consumer.ts';
import type { Admission } from './admission.ts';
import type { Lambda } from './lambda.ts';
import type { MessageSource } from './message-source.ts';
import type { Turns } from './turns.ts';
import type { Work } from './work.ts';

/** What the workers of a consumer have in common. */
export interface QueueWork {
  readonly name: string;
  readonly settings: ConsumerSettings;
  readonly sources: readonly MessageSource[];
  readonly work: Work;
  readonly admission: Admission;
  readonly lambda: Lambda | undefined;
  /** Answers that it was sent, by the item in front. */
  readonly answers: Turns;
  readonly deletesAtEnd: boolean;
  /** They can't reach the broker. */
  readonly isAway: boolean;
  /** How many of them are about to begin a batch just now, one inside of the other. */
  nested: number;
}
