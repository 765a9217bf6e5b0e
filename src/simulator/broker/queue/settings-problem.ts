import { LIMITS, type Limit } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import type { QueueNature, QueueSettings } from './settings.ts';

/** What a new queue has unless it says otherwise, with the service's small imperfections. */
export const DEFAULT_QUEUE_SETTINGS: QueueSettings = {
  fifo: false,
  visibilityTimeoutSeconds: 30,
  delaySeconds: 0,
  messageRetentionPeriodSeconds: 345_600,
  receiveMessageWaitTimeSeconds: 0,
  maximumMessageSize: LIMITS.maximumMessageSize.max,
  redrivePolicy: undefined,
  contentBasedDeduplication: false,
  deduplicationScope: 'queue',
  fifoThroughputLimit: 'perQueue',
  throttled: false,
  nature: {
    duplicateChance: 0.000_01,
    reorderChance: 0.01,
    reorderWindow: 10,
    shortPollMissChance: 0.1,
  },
};

/** A queue that never does what it merely may: no duplicates, no swaps, no misses. */
export const IDEAL_NATURE: QueueNature = {
  duplicateChance: 0,
  reorderChance: 0,
  reorderWindow: 10,
  shortPollMissChance: 0,
};

const RANGES = [
  'visibilityTimeoutSeconds',
  'delaySeconds',
  'messageRetentionPeriodSeconds',
  'receiveMessageWaitTimeSeconds',
  'maximumMessageSize',
] as const;

const CHANCES = ['duplicateChance', 'reorderChance', 'shortPollMissChance'] as const;

/** What is wrong with a queue's settings, in words; undefined when nothing is. */
export function settingsProblem(settings: QueueSettings): string | undefined {
  for (const name of RANGES) {
    if (!isWithin(LIMITS[name], settings[name]))
      return rangeText(name, settings[name], LIMITS[name]);
  }
  const receives = settings.redrivePolicy?.maxReceiveCount;
  if (receives !== undefined && !isWithin(LIMITS.maxReceiveCount, receives))
    return rangeText('maxReceiveCount', receives, LIMITS.maxReceiveCount);
  if (settings.contentBasedDeduplication && !settings.fifo)
    return 'contentBasedDeduplication is for FIFO queues only';
  return natureProblem(settings.nature);
}

function natureProblem(nature: QueueNature): string | undefined {
  for (const name of CHANCES) {
    const chance = nature[name];
    if (!(chance >= 0 && chance <= 1)) return `${name} is ${chance}: a chance is from 0 to 1`;
  }
  const { reorderWindow } = nature;
  if (Number.isInteger(reorderWindow) && reorderWindow >= 1) return undefined;
  return `reorderWindow is ${reorderWindow}: it is a whole number, 1 or more`;
}

/** Whole numbers only, as the API has them. */
export function isWithin(limit: Limit, value: number): boolean {
  return Number.isInteger(value) && value >= limit.min && value <= limit.max;
}

/** The service's answer to a parameter that is out of its range. */
export function outOfRange(name: string, value: number, limit: Limit): Refusal {
  return new Refusal('InvalidParameterValue', `${rangeText(name, value, limit)}.`);
}

function rangeText(name: string, value: number, limit: Limit): string {
  const range = `${limit.min} to ${limit.max}`;
  return `${name} is ${value}: it is a whole number from ${range} (${limit.unit})`;
}
