import { expect, it } from 'vitest';
import { typedAmount } from '../../../src/exercises/amounts/typed-amount.ts';
import { wantedIn } from '../../../src/exercises/dialogue/amounts.ts';
import { formatMetric } from '../../../src/simulator/observers/index.ts';

it.each([
  ['count', '1,500'],
  ['duration', '30 s'],
  ['time', '120 s'],
  ['ratio', '40 %'],
  ['dollars', '$3.60'],
  ['rate', '20/s'],
] as const)('the example of a %s can be typed as it stands', (unit, read) => {
  const typed = typedAmount(wantedIn(unit).example, unit);
  expect(typed.ok && formatMetric(typed.value, unit)).toBe(read);
});
