import { SECOND } from '../../engine/time.ts';
import { Refusal } from '../refusal.ts';
import { TOPIC_LIMITS } from './limits.ts';
import { DEFAULT_DELIVERY_POLICY, phasesOf, RetrySchedule } from './retries.ts';
import type { DeliveryPolicy } from './settings.ts';

const COUNTS = [
  'numRetries',
  'numNoDelayRetries',
  'numMinDelayRetries',
  'numMaxDelayRetries',
] as const;

const DELAYS = ['minDelayTarget', 'maxDelayTarget'] as const;

/** What SNS has against an HTTP/S delivery policy (SNS-05): whole numbers, phases within `numRetries`, at most an hour. */
export function deliveryPolicyProblem(custom: Partial<DeliveryPolicy>): Refusal | undefined {
  const policy = { ...DEFAULT_DELIVERY_POLICY, ...custom };
  const problem = rangeProblem(policy) ?? phaseProblem(policy) ?? totalProblem(policy);
  return problem === undefined
    ? undefined
    : new Refusal('InvalidParameter', `DeliveryPolicy: ${problem}`);
}

function rangeProblem(policy: DeliveryPolicy): string | undefined {
  const retries = TOPIC_LIMITS.httpRetries.max;
  const seconds = TOPIC_LIMITS.httpDelaySeconds.max;
  for (const name of COUNTS)
    if (!isWhole(policy[name], 0, retries))
      return `${name} must be a whole number from 0 to ${retries}, not ${policy[name]}`;
  for (const name of DELAYS)
    if (!isWhole(policy[name], 1, seconds))
      return `${name} must be whole seconds from 1 to ${seconds}, not ${policy[name]}`;
  if (policy.minDelayTarget > policy.maxDelayTarget)
    return `minDelayTarget (${policy.minDelayTarget}) must be at most maxDelayTarget (${policy.maxDelayTarget})`;
  return undefined;
}

function phaseProblem(policy: DeliveryPolicy): string | undefined {
  const { backoff } = phasesOf('http', policy);
  if (backoff >= 0) return undefined;
  return `its phases have ${policy.numRetries - backoff} retries, more than numRetries (${policy.numRetries})`;
}

function totalProblem(policy: DeliveryPolicy): string | undefined {
  const schedule = new RetrySchedule(phasesOf('http', policy));
  let total = 0;
  for (let retry = 1; retry <= schedule.retries; retry += 1)
    total += schedule.delayBefore(retry) ?? 0;
  const most = TOPIC_LIMITS.httpTotalSeconds.max;
  if (total <= most * SECOND) return undefined;
  return `its retries take ${Math.ceil(total / SECOND)} seconds in all; at most ${most} are allowed`;
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
