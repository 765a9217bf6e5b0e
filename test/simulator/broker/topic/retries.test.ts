import { describe, expect, it } from 'vitest';
import { backoffDelays } from '../../../../src/simulator/broker/topic/backoff.ts';
import { deliveryPolicyProblem } from '../../../../src/simulator/broker/topic/delivery-policy.ts';
import { phasesOf, RetrySchedule } from '../../../../src/simulator/broker/topic/retries.ts';
import type { DeliveryPolicy } from '../../../../src/simulator/broker/topic/settings.ts';
import { DAY, HOUR, SECOND } from '../../../../src/simulator/engine/time.ts';
import type { SnsProtocol } from '../../../../src/simulator/events/index.ts';
import { codeOf, reasonOf, Scene, STANDARD, subscription } from './scene.ts';

function delays(schedule: RetrySchedule, from: number, to: number): number[] {
  return Array.from(
    { length: to - from + 1 },
    (_, index) => (schedule.delayBefore(from + index) ?? Number.NaN) / SECOND,
  );
}

function total(schedule: RetrySchedule): number {
  let sum = 0;
  for (let retry = 1; retry <= schedule.retries; retry += 1)
    sum += schedule.delayBefore(retry) ?? 0;
  return sum;
}

describe('the retries of a protocol', () => {
  it.each(['sqs', 'lambda', 'firehose'] as const)(
    'SNS-03: %s is retried 3 + 2 + 10 + 100,000 times over 23 days',
    (protocol) => {
      const schedule = new RetrySchedule(phasesOf(protocol));
      expect(schedule.retries).toBe(100_015);
      expect(delays(schedule, 1, 6)).toEqual([0, 0, 0, 1, 1, 1]);
      expect(delays(schedule, 15, 17)).toEqual([20, 20, 20]);
      expect(schedule.delayBefore(100_015)).toBe(20 * SECOND);
      expect(schedule.delayBefore(100_016)).toBeUndefined();
      expect(Math.floor(total(schedule) / DAY)).toBe(23);
    },
  );

  it.each(['sms', 'email', 'application'] as const)(
    'SNS-03: %s is retried 0 + 2 + 10 + 38 times over 6 hours',
    (protocol) => {
      const schedule = new RetrySchedule(phasesOf(protocol));
      expect(schedule.retries).toBe(50);
      expect(delays(schedule, 1, 3)).toEqual([10, 10, 10]);
      expect(delays(schedule, 12, 14)).toEqual([600, 600, 600]);
      expect(schedule.delayBefore(51)).toBeUndefined();
      expect(Math.floor(total(schedule) / HOUR)).toBe(6);
    },
  );

  it('SNS-03: HTTP is retried 3 times, 20 s apart, unless it has a policy', () => {
    expect(delays(new RetrySchedule(phasesOf('http')), 1, 4)).toEqual([20, 20, 20, Number.NaN]);
    const own = phasesOf('http', { numRetries: 5, numNoDelayRetries: 1, numMinDelayRetries: 1 });
    expect(delays(new RetrySchedule({ ...own, minDelay: 5 }), 1, 5)).toEqual([0, 5, 5, 12.5, 20]);
  });

  it('SNS-03: delays differ by up to the jitter, either way, and average out', () => {
    const retryAts = retriesOf('http', { numRetries: 100, minDelayTarget: 20 }, 0.25);
    const waits = retryAts.map(({ at, retryAt }) => (retryAt - at) / SECOND);
    expect(waits).toHaveLength(100);
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(15);
    expect(Math.min(...waits)).toBeLessThan(16);
    expect(Math.max(...waits)).toBeLessThanOrEqual(25);
    expect(Math.max(...waits)).toBeGreaterThan(24);
    expect(Math.abs(waits.reduce((sum, wait) => sum + wait) / 100 - 20)).toBeLessThan(1);
  });

  it('SNS-03: the same seed gives the same jitter, and another seed another', () => {
    const policy = { numRetries: 10 };
    expect(retriesOf('http', policy, 0.25)).toEqual(retriesOf('http', policy, 0.25));
    expect(retriesOf('http', policy, 0.25, 2)).not.toEqual(retriesOf('http', policy, 0.25));
  });

  it('SNS-03: a queue that stays down for the whole 23 days gets all of its attempts', () => {
    const scene = new Scene(STANDARD);
    const letters = subscription({ rawMessageDelivery: true, deadLetterQueue: 'failed' });
    scene.topic.subscribe(0, 'q', letters);
    scene.queue('orders').isDown = true;
    scene.topic.publish(0, { body: 'hello' });
    scene.calendar.runUntil(23 * DAY);
    expect(scene.bodies('failed')).toEqual([]);
    scene.calendar.runUntil(24 * DAY);
    expect(scene.bodies('failed')).toEqual(['hello']);
    expect(scene.of('delivery-given-up')).toMatchObject([{ attempts: 100_016 }]);
  });
});

describe('an HTTP delivery policy', () => {
  it.each([
    [[10, 0, 2, 8], 0],
    [[10, 1, 2, 3], 4],
    [[3, 0, 0, 0], 3],
    [[0, 0, 0, 0], 0],
  ] as const)('SNS-05: of %j retries the backoff gets %i', ([all, none, min, max], backoff) => {
    const phases = phasesOf('http', {
      numRetries: all,
      numNoDelayRetries: none,
      numMinDelayRetries: min,
      numMaxDelayRetries: max,
    });
    expect(phases.backoff).toBe(backoff);
    expect(new RetrySchedule(phases).retries).toBe(all);
  });

  it('SNS-05: (10, 0, 2, 8) from 5 to 300 s has no backoff, whatever its function', () => {
    const policy = {
      numRetries: 10,
      numMinDelayRetries: 2,
      numMaxDelayRetries: 8,
      minDelayTarget: 5,
      maxDelayTarget: 300,
      backoffFunction: 'exponential',
    } as const;
    const schedule = new RetrySchedule(phasesOf('http', policy));
    expect(deliveryPolicyProblem(policy)).toBeUndefined();
    expect(delays(schedule, 1, 10)).toEqual([5, 5, 300, 300, 300, 300, 300, 300, 300, 300]);
    expect(total(schedule)).toBe(2_410 * SECOND);
  });

  it('SNS-05: all retries together take at most 3,600 seconds', () => {
    const hour = { numRetries: 10, minDelayTarget: 360, maxDelayTarget: 360 };
    expect(deliveryPolicyProblem(hour)).toBeUndefined();
    const longer = deliveryPolicyProblem({ ...hour, maxDelayTarget: 361 });
    expect(codeOf(longer)).toBe('InvalidParameter');
    expect(reasonOf(longer)).toContain('3600');
  });

  it.each<[Partial<DeliveryPolicy>, string]>([
    [{ numRetries: 101 }, 'numRetries must be a whole number from 0 to 100, not 101'],
    [{ numRetries: 1.5 }, 'numRetries'],
    [{ numNoDelayRetries: -1 }, 'numNoDelayRetries'],
    [{ minDelayTarget: 0 }, 'minDelayTarget must be whole seconds from 1 to 3600, not 0'],
    [{ maxDelayTarget: 3_601 }, 'maxDelayTarget'],
    [{ minDelayTarget: 21 }, 'minDelayTarget (21) must be at most maxDelayTarget (20)'],
    [{ numRetries: 3, numMinDelayRetries: 2, numMaxDelayRetries: 2 }, 'more than numRetries (3)'],
  ])('SNS-05: %j is refused', (policy, reason) => {
    expect(codeOf(deliveryPolicyProblem(policy))).toBe('InvalidParameter');
    expect(reasonOf(deliveryPolicyProblem(policy))).toContain(reason);
  });

  it('SNS-05: only HTTP subscriptions have one', () => {
    const { topic } = new Scene(STANDARD);
    const deliveryPolicy = { numRetries: 5 };
    expect(codeOf(topic.subscribe(0, 'q', subscription({ deliveryPolicy })))).toBe(
      'InvalidParameter',
    );
    expect(
      topic.subscribe(0, 'h', subscription({ protocol: 'http', deliveryPolicy })),
    ).toBeUndefined();
  });
});

describe('the backoff functions', () => {
  const seconds = (
    name: DeliveryPolicy['backoffFunction'],
    count: number,
    min: number,
    max: number,
  ) => backoffDelays(name, count, min * SECOND, max * SECOND).map((delay) => delay / SECOND);

  it('grow by the same, by more each time, by twice as much, or by a factor', () => {
    expect(seconds('linear', 5, 10, 50)).toEqual([10, 20, 30, 40, 50]);
    expect(seconds('arithmetic', 5, 10, 110)).toEqual([10, 20, 40, 70, 110]);
    expect(seconds('exponential', 5, 10, 85)).toEqual([10, 15, 25, 45, 85]);
    expect(seconds('geometric', 5, 1, 16)).toEqual([1, 2, 4, 8, 16]);
  });

  it.each(['linear', 'arithmetic', 'geometric', 'exponential'] as const)(
    '%s goes from the smallest to the largest delay and never down',
    (name) => {
      const all = seconds(name, 100, 3, 3_600);
      expect(all[0]).toBe(3);
      expect(all.at(-1)).toBe(3_600);
      expect(all.toSorted((a, b) => a - b)).toEqual(all);
      expect(seconds(name, 1, 3, 3_600)).toEqual([3]);
      expect(seconds(name, 3, 20, 20)).toEqual([20, 20, 20]);
    },
  );
});

/** When an endpoint that always fails is tried again. */
function retriesOf(
  protocol: SnsProtocol,
  deliveryPolicy: Partial<DeliveryPolicy>,
  retryJitter: number,
  seed = 1,
): { at: number; retryAt: number }[] {
  const scene = new Scene({ ...STANDARD, nature: { retryJitter } }, seed);
  scene.topic.subscribe(0, 's', subscription({ protocol, endpoint: 'shop', deliveryPolicy }));
  scene.endpoint('shop').outcome = () => 'server-error';
  scene.topic.publish(0, { body: 'hello' });
  scene.calendar.runUntil(DAY);
  return scene
    .of('delivery-attempted')
    .flatMap(({ at, retryAt }) => (retryAt === undefined ? [] : [{ at, retryAt }]));
}
