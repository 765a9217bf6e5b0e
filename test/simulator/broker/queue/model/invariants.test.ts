import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QueueNature } from '../../../../../src/simulator/broker/queue/settings.ts';
import { MINUTE } from '../../../../../src/simulator/engine/time.ts';
import type { BrokerEvent, QueueEvent } from '../../../../../src/simulator/events/index.ts';
import { runs } from '../../../../fixtures/runs.ts';
import { Alone } from './alone.ts';
import {
  type Command,
  fifoCommands,
  SOURCE,
  settingsPair,
  tenantCommands,
} from './random-commands.ts';

const wildNature: fc.Arbitrary<QueueNature> = fc.record({
  duplicateChance: fc.constantFrom(0, 0.1, 1),
  reorderChance: fc.constantFrom(0, 0.3, 1),
  reorderWindow: fc.constantFrom(1, 2, 10),
  shortPollMissChance: fc.constantFrom(0, 0.5, 1),
});

/** One deduplication id for all, so that time and group alone tell what may be stored. */
function withOneId(command: Command): Command {
  if (command.kind !== 'send') return command;
  const entries = command.entries.map((entry) => ({ ...entry, messageDeduplicationId: 'same' }));
  return { ...command, entries };
}

function idsOf(alone: Alone, kind: BrokerEvent['kind']): readonly string[] {
  return alone.events.flatMap((event) =>
    event.kind === kind && 'message' in event ? [event.message] : [],
  );
}

const ALL_KINDS: readonly QueueEvent['kind'][] = [
  'appeared',
  'dead-lettered',
  'deduplicated',
  'delete-ineffective',
  'deleted',
  'expired',
  'purged',
  'queue-request',
  'received',
  'redriven',
  'sent',
  'visibility-changed',
];

const seed = fc.nat(1_000_000);

describe('what holds for a queue whatever is asked of it', () => {
  it('keeps the books at every event, for standard queues of any nature', () => {
    fc.assert(
      fc.property(
        settingsPair(false),
        wildNature,
        tenantCommands,
        fc.boolean(),
        seed,
        (pair, nature, commands, isPunctual, own) => {
          const alone = new Alone(
            [
              { ...pair[0], nature },
              { ...pair[1], nature },
            ],
            isPunctual,
            own,
          );
          for (const command of commands) alone.run(command);
        },
      ),
      runs(300),
    );
  });

  it('FIFO-05: keeps the books and the turns of each group at every event', () => {
    fc.assert(
      fc.property(
        settingsPair(true),
        fifoCommands,
        fc.boolean(),
        seed,
        (pair, commands, isPunctual, own) => {
          const alone = new Alone(pair, isPunctual, own);
          for (const command of commands) alone.run(command);
        },
      ),
      runs(300),
    );
  });

  it('STD-02: never answers with more than was asked for, nor with the same message twice', () => {
    fc.assert(
      fc.property(
        settingsPair(false),
        wildNature,
        tenantCommands,
        seed,
        (pair, nature, commands, own) => {
          const alone = new Alone([{ ...pair[0], nature }, pair[1]], true, own);
          for (const command of commands) alone.run(command);
          for (const { max, deliveries } of alone.answers) {
            expect(deliveries.length).toBeLessThanOrEqual(max);
            expect(new Set(deliveries.map((one) => one.messageId)).size).toBe(deliveries.length);
          }
        },
      ),
      runs(200),
    );
  });

  it('STD-15: hands out all that does not expire in the end, however wild its nature is', () => {
    fc.assert(
      fc.property(
        settingsPair(false),
        wildNature,
        tenantCommands,
        seed,
        (pair, nature, commands, own) => {
          const lasting = {
            messageRetentionPeriodSeconds: 1_209_600,
            redrivePolicy: undefined,
            nature,
          };
          const alone = new Alone(
            [
              { ...pair[0], ...lasting },
              { ...pair[1], ...lasting },
            ],
            true,
            own,
          );
          for (const command of commands) if (command.kind !== 'purge') alone.run(command);
          alone.drain();
          const done = new Set([...idsOf(alone, 'received'), ...idsOf(alone, 'expired')]);
          expect(idsOf(alone, 'sent').filter((message) => !done.has(message))).toEqual([]);
        },
      ),
      runs(200),
    );
  });

  it('FIFO-02: stores nothing twice within five minutes of the first', () => {
    fc.assert(
      fc.property(settingsPair(true), fifoCommands, seed, (pair, commands, own) => {
        const [source] = pair;
        const alone = new Alone(pair, true, own);
        for (const command of commands) {
          if (command.kind !== 'purge' && command.kind !== 'move') alone.run(withOneId(command));
        }
        const lastSent = new Map<string, number>();
        for (const event of alone.events) {
          if (event.kind !== 'sent' || event.queue !== SOURCE) continue;
          const scope = source.deduplicationScope === 'queue' ? '' : (event.group ?? '');
          const last = lastSent.get(scope) ?? Number.NEGATIVE_INFINITY;
          expect(event.at - last).toBeGreaterThanOrEqual(5 * MINUTE);
          lastSent.set(scope, event.at);
        }
      }),
      runs(200),
    );
  });

  it('is asked for enough that all happens that can happen', () => {
    const kinds = new Set<string>();
    const see = (fifo: boolean, commands: fc.Arbitrary<Command[]>) => {
      for (const [pair, each] of fc.sample(fc.tuple(settingsPair(fifo), commands), 100)) {
        const alone = new Alone(pair, true, 1);
        for (const command of each) alone.run(command);
        for (const event of alone.events) kinds.add(event.kind);
      }
    };
    see(false, tenantCommands);
    see(true, fifoCommands);
    expect([...kinds].sort()).toEqual(ALL_KINDS);
  });
});
