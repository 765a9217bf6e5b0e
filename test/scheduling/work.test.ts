import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultStudySettings as settings } from '../../src/domain/study-settings.ts';
import type { Item } from '../../src/scheduling/item.ts';
import { nothingDone } from '../../src/scheduling/rehearsal.ts';
import { todaysWork } from '../../src/scheduling/work.ts';
import { item } from '../fixtures/items.ts';

const TODAY = 10;
const ids = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`);
const work = (items: readonly Item[], changes: Partial<typeof settings> = {}, done = nothingDone) =>
  todaysWork(items, TODAY, { ...settings, ...changes }, done);
/** The item of somebody who began to learn long ago. */
const begun = ({ question, progress }: Item): Item =>
  progress ? { question, progress: { ...progress, firstDay: 0 } } : { question };

describe('follow-ups', () => {
  it('are locked until their parent is known', () => {
    const child = item('a.1', { parent: 'a', level: 2 });
    expect(work([item('a'), child])).toMatchObject({ fresh: ['a'], left: { locked: 1 } });
    expect(work([item('a', { dueDay: 20 }), child])).toMatchObject({ fresh: ['a.1'] });
  });

  it('wait for nobody when their parent is not there', () => {
    expect(work([item('a.1', { parent: 'a' })]).fresh).toEqual(['a.1']);
  });

  it('of one parent are asked on different days', () => {
    const items = ['a.1', 'a.2'].map((id) => item(id, { parent: 'a', dueDay: TODAY }));
    expect(work(items)).toMatchObject({ reviews: ['a.1'], left: { buried: 1 } });
    const answered = { ...nothingDone, answered: new Set(['a.1']) };
    expect(
      work(items.slice(1).concat(item('a.1', { parent: 'a', dueDay: 20 })), {}, answered),
    ).toMatchObject({
      reviews: [],
      left: { buried: 1 },
    });
    expect(work(items, { burySiblings: false }).reviews).toEqual(['a.1', 'a.2']);
  });

  it('of one parent may meet on a day of the last pass', () => {
    const items = ['a.1', 'a.2'].map((id) => begun(item(id, { parent: 'a', dueDay: TODAY })));
    expect(work(items, { interview: TODAY + 1 }).reviews).toHaveLength(2);
  });
});

describe('new questions', () => {
  it('come from a few topics in turn, in the order of the library', () => {
    const items = ['p', 'q', 'r', 's'].flatMap((topic) =>
      ids(topic, 2).map((id) => item(id, { topic })),
    );
    expect(work(items).fresh).toEqual(['p0', 'q0', 'r0', 'p1', 'q1', 'r1', 's0', 's1']);
  });

  it('are as many as the settings say, less those of today', () => {
    const items = ids('n', 30).map((id) => item(id));
    expect(work(items)).toMatchObject({ fresh: ids('n', 10), left: { freshLater: 20 } });
    expect(work(items, {}, { ...nothingDone, fresh: new Set(['x', 'y']) }).fresh).toHaveLength(8);
    expect(todaysWork(items, TODAY, settings, nothingDone, { freshToday: 3 }).fresh).toHaveLength(
      3,
    );
  });

  it('are spread over the days before the last pass when there is a date', () => {
    const items = ids('n', 42).map((id) => item(id));
    // 28 days, of which the last 5 are for the last pass.
    expect(work(items, { interview: TODAY + 28 }).fresh).toHaveLength(2);
    expect(work(items, { interview: TODAY + 1 }).fresh).toHaveLength(42);
    expect(work(items, { interview: TODAY }).fresh).toEqual([]);
    expect(work(items, { interview: TODAY - 1 }).fresh).toHaveLength(10);
  });

  it('are not crowded out by reviews', () => {
    const items = [
      ...ids('r', 50).map((id) => item(id, { dueDay: TODAY })),
      ...ids('n', 50).map((id) => item(id)),
    ];
    const { fresh, reviews, left } = work(items, { minutesPerDay: 15 });
    expect([fresh.length, reviews.length, left.overCap]).toEqual([10, 10, 40]);
  });
});

describe('the cap', () => {
  it('leaves out the reviews that are least at risk', () => {
    const items = [3, 9, 1].map((dueDay, index) => {
      const { question, progress } = item(`r${index}`, { dueDay });
      if (!progress?.memory) throw new Error('never met');
      return {
        question,
        progress: { ...progress, memory: { ...progress.memory, lastDay: dueDay - 5 } },
      };
    });
    expect(work(items, { reviewsPerDay: 2 })).toMatchObject({
      reviews: ['r2', 'r0'],
      left: { overCap: 1 },
    });
  });

  it('counts what was done', () => {
    const items = ids('r', 30).map((id) => item(id, { dueDay: TODAY }));
    const done = { ...nothingDone, reviews: 8, spentMs: 6 * 60_000 };
    expect(work(items, { minutesPerDay: 15 }, done).reviews).toHaveLength(12);
    expect(work(items, { reviewsPerDay: 10 }, done).reviews).toHaveLength(2);
  });
});

describe('the last pass', () => {
  const learnt = ids('r', 30).map((id) => item(id, { dueDay: 99 }));

  it('draws what is not due in even shares, but for the eve', () => {
    const items = [begun(item('begun', { dueDay: 99 })), ...learnt];
    const share = (interview: number) => work(items, { interview }).lastPass.length;
    expect([1, 2, 3, 4, 10].map((days) => share(TODAY + days))).toEqual([0, 31, 16, 0, 0]);
  });
});

it('never asks what is suspended, nothing twice, and never more than the cap', () => {
  const someItem = fc.record({
    dueDay: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
    suspended: fc.boolean(),
    parent: fc.option(fc.nat(40), { nil: undefined }),
    topic: fc.constantFrom('p', 'q', 'r', 's'),
  });
  fc.assert(
    fc.property(
      fc.array(someItem, { maxLength: 40 }),
      fc.nat(30),
      fc.option(fc.integer({ min: TODAY - 2, max: TODAY + 30 })),
      (said, minutesPerDay, interview) => {
        const items = said.map(({ dueDay, suspended, parent, topic }, index) =>
          item(`${index}`, {
            topic,
            suspended,
            ...(dueDay === undefined ? {} : { dueDay }),
            ...(parent === undefined ? {} : { parent: `${parent}` }),
          }),
        );
        const { reviews, lastPass, fresh, left } = work(items, { minutesPerDay, interview });
        const asked = [...reviews, ...lastPass, ...fresh];
        expect(new Set(asked).size).toBe(asked.length);
        expect(asked.length).toBeLessThanOrEqual((minutesPerDay * 60) / 45);
        for (const id of asked) expect(items[Number(id)]?.progress?.suspended ?? false).toBe(false);
        const unmet = items.filter(({ progress }) => !progress);
        expect(fresh.length + left.freshLater + left.locked).toBeLessThanOrEqual(unmet.length);
        for (const count of Object.values(left)) expect(count).toBeGreaterThanOrEqual(0);
      },
    ),
  );
});
