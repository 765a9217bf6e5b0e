import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoTime } from '../../../../src/simulator/broker/topic/iso-time.ts';
import { DAY, MILLISECOND } from '../../../../src/simulator/engine/time.ts';
import { runs } from '../../../fixtures/runs.ts';

describe('a moment as text', () => {
  it('is what Node writes, from 1970 to 2200', () => {
    fc.assert(
      fc.property(fc.nat({ max: 84_000 * (DAY / MILLISECOND) }), (milliseconds) => {
        expect(isoTime(milliseconds * MILLISECOND + 999)).toBe(
          new Date(milliseconds).toISOString(),
        );
      }),
      runs(500),
    );
  });

  it.each(['1970-01-01', '1972-02-29', '2000-02-29', '2000-03-01', '2026-12-31', '2100-02-28'])(
    'is right on %s',
    (day) => {
      expect(isoTime(Date.parse(day) * MILLISECOND)).toBe(`${day}T00:00:00.000Z`);
    },
  );
});
