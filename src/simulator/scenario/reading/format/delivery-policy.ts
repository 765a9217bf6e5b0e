import type { DeliveryPolicy } from '../../../broker/topic/settings.ts';
import { count, seconds } from './amounts.ts';
import { followedBy, type Kind, optional, Wrong } from './kind.ts';
import { fields, oneOf } from './map.ts';

const retries = count(0, 100, 3);
const target = seconds(1, 3_600, '20s');

/** SNS-03, SNS-05: how an HTTP/S subscription tries again; what is left out is as the service has it. */
export const deliveryPolicy: Kind<Partial<DeliveryPolicy>> = followedBy(
  fields({
    numRetries: optional(retries),
    numNoDelayRetries: optional(retries),
    numMinDelayRetries: optional(retries),
    numMaxDelayRetries: optional(retries),
    minDelayTarget: optional(target),
    maxDelayTarget: optional(target),
    backoffFunction: optional(oneOf(['linear', 'arithmetic', 'geometric', 'exponential'])),
  }),
  (read): Partial<DeliveryPolicy> | Wrong => {
    const {
      numRetries = 3,
      numNoDelayRetries = 0,
      numMinDelayRetries = 0,
      numMaxDelayRetries = 0,
    } = read;
    const phases = numNoDelayRetries + numMinDelayRetries + numMaxDelayRetries;
    if (phases > numRetries)
      return new Wrong(
        `raise numRetries to ${phases} at least: the phases are part of it, and it is ${numRetries}`,
      );
    const { minDelayTarget = 20, maxDelayTarget = 20 } = read;
    if (minDelayTarget > maxDelayTarget)
      return new Wrong('let minDelayTarget be at most maxDelayTarget; each is 20s when left out');
    return Object.fromEntries(
      Object.entries(read).filter(([, value]) => value !== undefined),
    ) as Partial<DeliveryPolicy>;
  },
);
