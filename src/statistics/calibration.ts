import { binOf, logLoss, rmseBins } from './error.ts';
import type { Prediction } from './prediction.ts';
import { type Share, shareOf } from './share.ts';

/** Predictions of about one probability, and how often they came true. */
export interface CalibrationStep {
  /** From this probability on. */
  readonly from: number;
  /** Below this one; 1 is included. */
  readonly to: number;
  /** The mean of what was predicted. */
  readonly predicted: number;
  readonly recalled: Share;
}

/** How far predicted recall can be trusted. */
export interface Calibration {
  /** From low to high, those without predictions left out. */
  readonly steps: readonly CalibrationStep[];
  readonly logLoss: number;
  readonly rmseBins: number;
}

/** Finer where schedulers aim. */
const EDGES = [0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1];

/** Undefined when nothing was predicted yet. */
export function calibrationOf(predictions: readonly Prediction[]): Calibration | undefined {
  if (predictions.length === 0) return undefined;
  return {
    steps: EDGES.slice(1).flatMap((to, index) => stepOf(predictions, EDGES[index] ?? 0, to)),
    logLoss: logLoss(predictions),
    rmseBins: rmseBins(predictions),
  };
}

function stepOf(predictions: readonly Prediction[], from: number, to: number): CalibrationStep[] {
  const group = predictions.filter(
    ({ probability }) => probability >= from && (probability < to || to === 1),
  );
  if (group.length === 0) return [];
  const recalled = group.filter((prediction) => prediction.recalled).length;
  return [
    { from, to, predicted: binOf(group).predicted, recalled: shareOf(recalled, group.length) },
  ];
}
