import { table } from '../../charts/table.ts';
import type { Calibration } from '../../statistics/calibration.ts';
import { percent, range } from './words.ts';

/** How often predictions of each height came true. */
export function calibrationLines(calibration: Calibration | undefined, width: number): string[] {
  if (!calibration) return ['nothing was predicted yet'];
  const rows = calibration.steps.map(({ from, to, predicted, recalled }) => [
    `${Math.round(100 * from)}-${Math.round(100 * to)} %`,
    `${Math.round(100 * predicted)} %`,
    percent(recalled),
    range(recalled),
    String(recalled.of),
  ]);
  return [
    ...table([['', 'said', 'came', '95 % range', 'of'], ...rows], width),
    `log loss ${calibration.logLoss.toFixed(3)}, RMSE(bins) ${calibration.rmseBins.toFixed(3)}`,
    'both: the lower, the better',
  ];
}
