import { formatMetric } from '../metrics/format.ts';
import type { Report } from '../metrics/report.ts';
import type { Told } from './told.ts';

/** What a store was asked for: load doesn’t explain what is in it. */
export function storeStory(metric: string, { stores }: Report): Told | undefined {
  const name = Object.keys(stores).find((each) => metric.startsWith(`stores.${each}.`));
  const store = name === undefined ? undefined : stores[name];
  if (!store) return undefined;
  const [applied, refused] = [store.applied, store.refused].map((value) =>
    formatMetric(value, 'count'),
  );
  return {
    lines: [`${name} was changed ${applied} times, and ${refused} changes were refused.`],
    reason: undefined,
  };
}
