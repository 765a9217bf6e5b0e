import fc from 'fast-check';
import { chance, millis, seconds } from './amounts.ts';

const rate = fc.integer({ min: 1, max: 8 }).map((perSecond) => `${perSecond}/s`);

const arrivals = fc.oneof(
  rate,
  rate.map((constant) => ({ constant })),
  rate.map((to) => ({ ramp: { from: '0/s', to, over: '10s' } })),
  rate.map((base) => ({ spike: { base, peak: '40/s', at: '5s', for: '1s' } })),
  fc.constant({ burst: { count: 60, at: '2s' } }),
);
const retry = fc.record({ attempts: fc.integer({ min: 1, max: 6 }), backoff: millis(0, 900) });
const breaker = fc.record({ failures: fc.integer({ min: 1, max: 4 }), openFor: seconds(1, 5) });

/** How items come about, and how stubbornly they are sent. */
export const producing = fc.record(
  { arrivals, retry, breaker, resendChance: chance },
  { requiredKeys: ['arrivals'] },
);

/** How items come about for a service, which is called. */
export const calling = fc.record(
  { arrivals, retry, breaker, timeout: millis(50, 900) },
  { requiredKeys: ['arrivals'] },
);

/** How a consumer calls a service. */
export const call = fc.record(
  { service: fc.constant('bank'), timeout: seconds(1, 2), retry, breaker },
  { requiredKeys: ['service', 'timeout'] },
);
