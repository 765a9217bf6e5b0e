import type { Micros } from '../engine/time.ts';

/** Something that the operator does by hand, once. It may be after the scenario's `runFor`. */
export type ActionSettings =
  /** Starts a move task (STD-13): out of this dead-letter queue, to one queue or back to where each message came from. */
  | {
      readonly what: 'redrive';
      readonly at: Micros;
      readonly target: string;
      readonly to: string | undefined;
      /** Messages a second, 1 to 500; 500 when left out. */
      readonly rate: number | undefined;
    }
  /** Lets this FIFO topic send what it archived since `from` to one of its subscriptions again (SNSF-06). */
  | {
      readonly what: 'replay';
      readonly at: Micros;
      readonly target: string;
      readonly to: string;
      readonly from: Micros;
    }
  /** Empties this queue (STD-23). */
  | { readonly what: 'purge'; readonly at: Micros; readonly target: string };

export type ActionKind = ActionSettings['what'];
