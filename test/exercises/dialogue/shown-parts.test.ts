import { expect, it } from 'vitest';
import { partsOf } from '../../../src/exercises/dialogue/shown-parts.ts';
import { HOUR, MINUTE, SECOND } from '../../../src/simulator/engine/time.ts';

it.each([
  ['duration', 0.2 * SECOND, 'm, in ms', 200],
  ['duration', 199 * SECOND, 'm, in s', 199],
  ['time', 30 * MINUTE, 'm, in min', 30],
  ['duration', 12 * HOUR, 'm, in h', 12],
  ['ratio', 0.25, 'm, in %', 25],
  ['count', 1500, 'm', 1500],
] as const)('a series of %s up to %d is drawn as %s', (unit, value, name, drawn) => {
  const points = [
    { at: 0, value: undefined },
    { at: SECOND, value },
  ];
  const [part] = partsOf('A look', { kind: 'series', metric: 'm', unit, points });
  expect(part).toMatchObject({ kind: 'curves', curves: [{ name, values: [undefined, drawn] }] });
});
