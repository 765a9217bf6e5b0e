import type { Remedy } from '../../../settings/scenario.ts';
import { type Kind, readBy, Wrong } from './kind.ts';
import { isMap } from './map.ts';

/** Paths and values, written as a map: whether they lead anywhere shows when they are tried. */
export const remedy: Kind<readonly Remedy[]> = readBy((input) =>
  isMap(input)
    ? Object.entries(input).map(([path, value]) => ({
        path,
        value: typeof value === 'string' ? value : JSON.stringify(value),
      }))
    : new Wrong('write a map of paths and values: queues.orders.visibilityTimeout: 30s'),
);
