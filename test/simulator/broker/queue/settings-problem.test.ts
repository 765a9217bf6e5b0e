import { describe, expect, it } from 'vitest';
import {
  DEFAULT_QUEUE_SETTINGS,
  type QueueSettings,
  settingsProblem,
} from '../../../../src/simulator/broker/queue/index.ts';
import { codeOf, Shop, STANDARD } from './shop.ts';

const { nature } = DEFAULT_QUEUE_SETTINGS;

describe('the settings of a queue', () => {
  it('are fine by default', () => {
    expect(settingsProblem(DEFAULT_QUEUE_SETTINGS)).toBeUndefined();
  });

  it.each<[Partial<QueueSettings>, string]>([
    [
      { visibilityTimeoutSeconds: 43_201 },
      'visibilityTimeoutSeconds is 43201: it is a whole number',
    ],
    [{ visibilityTimeoutSeconds: -1 }, 'from 0 to 43200 (seconds)'],
    [{ visibilityTimeoutSeconds: 1.5 }, 'visibilityTimeoutSeconds is 1.5'],
    [{ delaySeconds: 901 }, 'delaySeconds is 901'],
    [{ messageRetentionPeriodSeconds: 59 }, 'from 60 to 1209600'],
    [{ receiveMessageWaitTimeSeconds: 21 }, 'from 0 to 20'],
    [{ maximumMessageSize: 1023 }, 'from 1024 to 1048576 (bytes)'],
    [{ redrivePolicy: { deadLetterQueue: 'd', maxReceiveCount: 0 } }, 'from 1 to 1000 (receives)'],
    [{ contentBasedDeduplication: true }, 'FIFO queues only'],
    [{ nature: { ...nature, duplicateChance: 1.1 } }, 'a chance is from 0 to 1'],
    [{ nature: { ...nature, reorderWindow: 0 } }, 'reorderWindow is 0'],
  ])('%j is told in words', (change, words) => {
    expect(settingsProblem({ ...DEFAULT_QUEUE_SETTINGS, ...change })).toContain(words);
  });

  it('can be changed to what is allowed', () => {
    const shop = new Shop({ q: STANDARD });
    const refused = shop.queue().setAttributes(0, { visibilityTimeoutSeconds: 43_201 });
    expect(codeOf(refused)).toBe('InvalidAttributeValue');
    shop.queue().setAttributes(0, { visibilityTimeoutSeconds: 5 });
    shop.send(0);
    expect(shop.one(0).hiddenUntil).toBe(5_000_000);
  });
});
