import fc from 'fast-check';
import { duration } from './amounts.ts';
import type { Pipeline } from './pipeline.ts';
import { calling } from './producing.ts';

/** Somebody who calls a service, which calls two others. */
export function called(id: string): fc.Arbitrary<Pipeline> {
  const [shop, stock, payments] = [`shop${id}`, `stock${id}`, `payments${id}`];
  return fc
    .record({
      made: calling,
      latency: duration,
      servers: fc.integer({ min: 1, max: 3 }),
      limits: fc.record(
        { queueLimit: fc.integer({ min: 0, max: 10 }), rateLimit: fc.constant('5/s') },
        { requiredKeys: [] },
      ),
    })
    .map(({ made, latency, servers, limits }) => ({
      sections: {
        services: {
          [shop]: { servers, latency, ...limits, calls: [stock, payments] },
          [stock]: { servers: 5, latency: '10ms' },
          [payments]: { servers, latency, availability: 0.95 },
        },
        producers: { [`p${id}`]: { sendsTo: shop, ...made } },
      },
      targets: { services: [shop, payments] },
    }));
}
