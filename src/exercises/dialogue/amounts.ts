import type { MetricUnit } from '../../simulator/observers/index.ts';

/** What is wanted of a learner who states an amount. */
export interface Wanted {
  readonly what: string;
  readonly example: string;
}

const WANTED: Readonly<Record<MetricUnit, Wanted>> = {
  count: { what: 'a number', example: '1500' },
  duration: { what: 'a time', example: '30 s' },
  time: { what: 'a moment', example: '2 min' },
  ratio: { what: 'a share', example: '40 %' },
  dollars: { what: 'dollars', example: '$3.60' },
  rate: { what: 'a rate', example: '20/s' },
};

export function wantedIn(unit: MetricUnit): Wanted {
  return WANTED[unit];
}
