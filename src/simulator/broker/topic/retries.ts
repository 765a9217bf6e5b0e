import { type Micros, SECOND } from '../../engine/time.ts';
import type { SnsProtocol } from '../../events/index.ts';
import { backoffDelays } from './backoff.ts';
import type { DeliveryPolicy } from './settings.ts';

/** The retries after a failed first attempt, in four phases. Delays are in seconds, before jitter. */
export interface RetryPhases {
  readonly immediate: number;
  /** So many, `minDelay` apart. */
  readonly preBackoff: number;
  /** So many, from `minDelay` to `maxDelay`. */
  readonly backoff: number;
  /** So many, `maxDelay` apart. */
  readonly postBackoff: number;
  readonly minDelay: number;
  readonly maxDelay: number;
  readonly backoffFunction: DeliveryPolicy['backoffFunction'];
}

/** SNS-03: 3 + 2 + 10 + 100,000 over 23 days, for what AWS runs itself. */
const MANAGED: RetryPhases = {
  immediate: 3,
  preBackoff: 2,
  backoff: 10,
  postBackoff: 100_000,
  minDelay: 1,
  maxDelay: 20,
  backoffFunction: 'exponential',
};

/** SNS-03: 0 + 2 + 10 + 38 over 6 hours, for what goes to people. */
const PERSONAL: RetryPhases = {
  immediate: 0,
  preBackoff: 2,
  backoff: 10,
  postBackoff: 38,
  minDelay: 10,
  maxDelay: 600,
  backoffFunction: 'exponential',
};

/** SNS-03: 3 times, 20 seconds apart. */
export const DEFAULT_DELIVERY_POLICY: DeliveryPolicy = {
  numRetries: 3,
  numNoDelayRetries: 0,
  numMinDelayRetries: 0,
  numMaxDelayRetries: 0,
  minDelayTarget: 20,
  maxDelayTarget: 20,
  backoffFunction: 'linear',
};

/** The retries that SNS makes for a protocol; only HTTP/S has a policy of its own. */
export function phasesOf(protocol: SnsProtocol, policy?: Partial<DeliveryPolicy>): RetryPhases {
  if (protocol === 'http') return phasesOfPolicy({ ...DEFAULT_DELIVERY_POLICY, ...policy });
  return protocol === 'sqs' || protocol === 'lambda' || protocol === 'firehose'
    ? MANAGED
    : PERSONAL;
}

/** SNS-05: what the other phases leave of `numRetries` is for the backoff, which may be nothing. */
function phasesOfPolicy(policy: DeliveryPolicy): RetryPhases {
  const others = policy.numNoDelayRetries + policy.numMinDelayRetries + policy.numMaxDelayRetries;
  return {
    immediate: policy.numNoDelayRetries,
    preBackoff: policy.numMinDelayRetries,
    backoff: policy.numRetries - others,
    postBackoff: policy.numMaxDelayRetries,
    minDelay: policy.minDelayTarget,
    maxDelay: policy.maxDelayTarget,
    backoffFunction: policy.backoffFunction,
  };
}

/** When to try again. Only the backoff's delays are kept; the 100,000 after it are all the same. */
export class RetrySchedule {
  readonly retries: number;
  readonly #immediate: number;
  readonly #backoffFrom: number;
  readonly #backoff: readonly Micros[];
  readonly #minDelay: Micros;
  readonly #maxDelay: Micros;

  constructor(phases: RetryPhases) {
    this.#immediate = phases.immediate;
    this.#backoffFrom = phases.immediate + phases.preBackoff;
    this.#minDelay = phases.minDelay * SECOND;
    this.#maxDelay = phases.maxDelay * SECOND;
    this.#backoff = backoffDelays(
      phases.backoffFunction,
      phases.backoff,
      this.#minDelay,
      this.#maxDelay,
    );
    this.retries = this.#backoffFrom + phases.backoff + phases.postBackoff;
  }

  /** The delay before a retry, counted from 1; undefined when there are no more. */
  delayBefore(retry: number): Micros | undefined {
    if (retry > this.retries) return undefined;
    if (retry <= this.#immediate) return 0;
    if (retry <= this.#backoffFrom) return this.#minDelay;
    return this.#backoff[retry - this.#backoffFrom - 1] ?? this.#maxDelay;
  }
}
