import fc from 'fast-check';
import { describe, it } from 'vitest';
import {
  DEFAULT_QUEUE_SETTINGS,
  IDEAL_NATURE,
} from '../../../../../src/simulator/broker/queue/index.ts';
import { runs } from '../../../../fixtures/runs.ts';
import { DEAD, fifoCommands, settingsPair, standardCommands } from './random-commands.ts';
import { SideBySide } from './side-by-side.ts';

describe('the queue beside a slow and obvious model, every answer and count the same', () => {
  it('holds for a standard queue and its dead-letter queue under any commands', () => {
    fc.assert(
      fc.property(settingsPair(false), standardCommands, (settings, commands) => {
        new SideBySide(settings).runAll(commands);
      }),
      runs(500),
    );
  });

  it('holds for a FIFO queue and its dead-letter queue under any commands', () => {
    fc.assert(
      fc.property(settingsPair(true), fifoCommands, (settings, commands) => {
        new SideBySide(settings).runAll(commands);
      }),
      runs(500),
    );
  });

  it('STD-12: what is too old for the dead-letter queue when it is moved there is handed to nobody', () => {
    const nature = IDEAL_NATURE;
    const dead = { ...DEFAULT_QUEUE_SETTINGS, nature, messageRetentionPeriodSeconds: 60 };
    const redrivePolicy = { deadLetterQueue: DEAD, maxReceiveCount: 1 };
    const source = { ...DEFAULT_QUEUE_SETTINGS, nature, redrivePolicy };
    const receive = { kind: 'receive', max: 10, visibility: undefined } as const;
    new SideBySide([source, dead]).runAll([
      { kind: 'send', queue: 0, entries: [{ body: 'a' }] },
      { kind: 'wait', seconds: 1 },
      { kind: 'send', queue: 0, entries: [{ body: 'b' }] },
      { ...receive, queue: 0, wait: 0 },
      { kind: 'wait', seconds: 61 },
      { ...receive, queue: 1, wait: 20 },
      { ...receive, queue: 0, wait: 0 },
    ]);
  });
});
