import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Acknowledgement,
  SHARE_GROUP_DEFAULTS,
  ShareGroup,
} from '../../../../src/simulator/broker/log/index.ts';
import { type Micros, SECOND } from '../../../../src/simulator/engine/time.ts';
import { runs } from '../../../fixtures/runs.ts';
import { aLog, append } from './consumer.ts';
import { FakeWorld } from './fake-world.ts';

interface Slot {
  state: 'new' | 'again' | 'locked' | 'done';
  count: number;
  by: string;
  until: Micros;
}

const MEMBERS = ['a', 'b', 'c'];

/** Every record of one partition, and what became of it. */
class Model {
  readonly #slots: Slot[] = [];

  append(count: number): void {
    for (let item = 0; item < count; item += 1)
      this.#slots.push({ state: 'new', count: 0, by: '', until: 0 });
  }

  /** Those that come again first, then new ones, both in the order of the log. */
  acquire(now: Micros, by: string, max: number): unknown[] {
    const chosen = [...this.#in('again'), ...this.#in('new')].slice(0, max);
    for (const slot of chosen) {
      slot.state = 'locked';
      slot.count += 1;
      slot.by = by;
      slot.until = now + 30 * SECOND;
    }
    return chosen.map((slot) => [this.#slots.indexOf(slot), slot.count, slot.until]);
  }

  /** Whether it may. */
  acknowledge(by: string, offset: number, how: Acknowledgement): boolean {
    const slot = this.#slots[offset];
    if (slot?.state !== 'locked' || slot.by !== by) return false;
    if (how === 'release') retry(slot);
    else slot.state = 'done';
    return true;
  }

  expire(now: Micros): void {
    for (const slot of this.#in('locked')) if (slot.until <= now) retry(slot);
  }

  leave(by: string): void {
    for (const slot of this.#in('locked')) if (slot.by === by) retry(slot);
  }

  get lag(): number {
    return this.#slots.length - this.#in('done').length;
  }

  #in(state: Slot['state']): Slot[] {
    return this.#slots.filter((slot) => slot.state === state);
  }
}

function retry(slot: Slot): void {
  slot.state = slot.count >= 5 ? 'done' : 'again';
}

const command = fc.record({
  what: fc.constantFrom(
    'append',
    'acquire',
    'acquire',
    'accept',
    'release',
    'reject',
    'wait',
    'leave',
  ),
  who: fc.constantFrom(...MEMBERS),
  offset: fc.nat(30),
  amount: fc.integer({ min: 1, max: 12 }),
});

describe('a share group against a model of one array', () => {
  it('KFK-15: hands out the same records with the same counts, and refuses the same acknowledgements', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 80, size: 'max' }), (commands) => {
        const world = new FakeWorld();
        const log = aLog(world, { partitions: 1 });
        const settings = { ...SHARE_GROUP_DEFAULTS, autoOffsetReset: 'earliest' as const };
        const group = new ShareGroup(world, 'workers', log, settings);
        const join = (name: string) =>
          group.join(world.now, name, { recordsReady: () => undefined });
        for (const name of MEMBERS) join(name);
        const model = new Model();

        for (const { what, who, offset, amount } of commands) {
          if (what === 'append') {
            append(world, log, 0, new Array(amount).fill('x'));
            model.append(amount);
          } else if (what === 'wait') {
            world.advance(amount * 3 * SECOND);
            model.expire(world.now);
          } else if (what === 'leave') {
            group.leave(world.now, who);
            model.leave(who);
            join(who);
          } else if (what === 'acquire') {
            const acquired = group.acquire(world.now, who, amount);
            expect(
              acquired.map((one) => [one.record.offset, one.deliveryCount, one.lockedUntil]),
            ).toEqual(model.acquire(world.now, who, amount));
          } else {
            const refusal = group.acknowledge(world.now, who, 0, offset, what);
            expect(refusal === undefined).toBe(model.acknowledge(who, offset, what));
          }
          expect(group.lag(0)).toBe(model.lag);
        }
      }),
      runs(400),
    );
  });
});
