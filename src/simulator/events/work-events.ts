import type { Micros } from '../engine/time.ts';

/** What producers, workers, services and stores did. */
export type WorkEvent =
  | Produced
  | ProduceFailed
  | WorkStarted
  | WorkEnded
  | StepEnded
  | Effect
  | CallEnded
  | CallWasted
  | WorkerState
  | Scaled
  | BreakerState
  | FaultFired
  | OperatorActed
  | AlarmState;

/** A producer made an item. Its `trace`, such as `buyers-17`, names it from here to its effect. */
export interface Produced {
  readonly kind: 'produced';
  readonly at: Micros;
  readonly producer: string;
  readonly trace: string;
  readonly to: string;
}

/** The producer gave up: it never heard that what it made was accepted, and whoever wanted it saw an error. */
export interface ProduceFailed {
  readonly kind: 'produce-failed';
  readonly at: Micros;
  readonly producer: string;
  readonly trace: string;
  readonly to: string;
  /** The service's code, or why the item was not even sent: `shed`, `timeout`, `breaker-open`, `unavailable`. */
  readonly code: string;
  readonly attempts: number;
}

interface OfWork {
  readonly at: Micros;
  /** The name in the scenario. */
  readonly consumer: string;
  /** One of its workers: `workers-3`. */
  readonly worker: string;
  readonly trace: string;
}

export interface WorkStarted extends OfWork {
  readonly kind: 'work-started';
  /** Where the message came from: a queue, a topic, a log. */
  readonly source: string;
  /** The message id, or `partition/offset`. */
  readonly message: string;
  /** Deliveries of this message so far, this one included, where the source counts them; else 1. */
  readonly attempt: number;
  /** When the item was produced. */
  readonly producedAt: Micros;
}

export interface WorkEnded extends OfWork {
  readonly kind: 'work-ended';
  readonly source: string;
  readonly message: string;
  /**
   * `done`: all steps ran. `skipped`: it was found to be done already. `failed`: a step failed. `crashed`: the worker died.
   * `shed`: it was thrown away on purpose. `stopped`: its worker was scaled in or lost its partition.
   */
  readonly outcome: 'done' | 'skipped' | 'failed' | 'crashed' | 'shed' | 'stopped';
  /** What failed, in a few words; '' otherwise. */
  readonly why: string;
  readonly startedAt: Micros;
  readonly producedAt: Micros;
}

/** A step of a worker's recipe ended. For following one message; nothing counts these. */
export interface StepEnded extends OfWork {
  readonly kind: 'step-ended';
  /** The step's name in the scenario: `work`, `write`, `reserve`, `claim`, `check`, `record`, `call`, `send`, `delete`. */
  readonly step: string;
  readonly on: string;
}

/** A store was asked to change. The number of `applied` for one item tells how often its effect happened. */
export interface Effect {
  readonly kind: 'effect';
  readonly at: Micros;
  readonly store: string;
  readonly operation: 'write' | 'reserve' | 'claim' | 'record';
  /** The item of the store that was touched; the trace for a plain write. */
  readonly key: string;
  readonly trace: string;
  readonly worker: string;
  /** `refused`: a condition failed (sold out, claimed already). */
  readonly outcome: 'applied' | 'refused';
  /** What is left of the key after it, where the store counts stock; below 0 it is oversold. */
  readonly left: number | undefined;
}

/** A synchronous call to a service came back, as its caller saw it. */
export interface CallEnded {
  readonly kind: 'call-ended';
  readonly at: Micros;
  readonly service: string;
  readonly caller: string;
  readonly trace: string;
  readonly outcome: 'ok' | 'error' | 'rejected' | 'rate-limited' | 'timeout' | 'breaker-open';
  readonly startedAt: Micros;
  /** How long it waited for a free server. */
  readonly waited: Micros;
}

/** A server is through with a call whose caller had stopped waiting for it: work for nobody. */
export interface CallWasted {
  readonly kind: 'call-wasted';
  readonly at: Micros;
  readonly service: string;
  readonly caller: string;
  readonly trace: string;
  readonly startedAt: Micros;
  /** How long it waited for a free server. */
  readonly waited: Micros;
  /** When its caller hung up. */
  readonly leftAt: Micros;
}

export interface WorkerState {
  readonly kind: 'worker-state';
  readonly at: Micros;
  readonly consumer: string;
  readonly worker: string;
  /** `idle` waits for messages; `busy` works; `paused` holds still without knowing it; `down` crashed; `gone` was scaled in. */
  readonly state: 'starting' | 'idle' | 'busy' | 'paused' | 'down' | 'gone';
}

export interface Scaled {
  readonly kind: 'scaled';
  readonly at: Micros;
  readonly consumer: string;
  readonly from: number;
  readonly to: number;
  /** Visible messages for each running worker, when it was decided. */
  readonly backlogPerWorker: number;
}

export interface BreakerState {
  readonly kind: 'breaker-state';
  readonly at: Micros;
  /** Who holds it, and the service it guards. */
  readonly owner: string;
  readonly service: string;
  readonly state: 'closed' | 'open' | 'half-open';
}

/** A fault struck. `key` names this occurrence: the same key in another run is the same occurrence. */
export interface FaultFired {
  readonly kind: 'fault-fired';
  readonly at: Micros;
  /** The place of the fault in the scenario's list, from 0. */
  readonly fault: number;
  readonly key: string;
  /** What happened, as a clause: `crashes after the effect, before the delete`. */
  readonly what: string;
  /** Whom it struck: a worker, a queue, a service. */
  readonly target: string;
  readonly trace: string;
}

/** The operator did something by hand. */
export interface OperatorActed {
  readonly kind: 'operator-acted';
  readonly at: Micros;
  readonly action: 'redrive' | 'replay' | 'purge';
  /** The queue, or the topic of a replay. */
  readonly target: string;
  /** The queue or the subscription that gets the messages; undefined for a redrive to where each of them came from. */
  readonly to: string | undefined;
  /** What a replay sends was published then or later. */
  readonly from: Micros | undefined;
  /** How many are moved or purged; undefined for a replay, and when nothing came of it. */
  readonly messages: number | undefined;
  /** The service's error code, when nothing came of it. */
  readonly refused: string | undefined;
}

export interface AlarmState {
  readonly kind: 'alarm-state';
  readonly at: Micros;
  readonly alarm: string;
  readonly state: 'ok' | 'alarm';
  readonly value: number;
}
