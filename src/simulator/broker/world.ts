import type { Micros } from '../engine/time.ts';
import type { BrokerEvent } from '../events/index.ts';

/**
 * What the broker asks of whoever drives it: the simulator in virtual time, a server in real time. Every command takes the
 * time as an argument, so the broker has no clock.
 */
export interface BrokerWorld {
  readonly timers: Timers;
  /** A seeded stream of its own for each name, so that using one leaves the draws of the others alone. */
  random(name: string): Chance;
  /** A name that nothing else in this broker has. */
  newId(): string;
  /** Tells what happened, in the order in which it happened. */
  emit(event: BrokerEvent): void;
}

/** Where the broker says when it next has something to do. */
export interface Timers {
  /**
   * Calls `run` once, with the time it then is: at `time` in virtual time, and not before it in real time. Nothing takes a timer
   * back: whoever no longer needs it ignores the call.
   */
  at(time: Micros, run: (now: Micros) => void): void;
}

/** Draws for what the services leave open. */
export interface Chance {
  /** Uniform in [0, 1). */
  uniform(): number;
  /** A whole number in [0, below). */
  below(below: number): number;
  /** True with this probability; 0 never and 1 always, both without drawing. */
  chance(probability: number): boolean;
}
