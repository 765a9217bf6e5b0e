import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventCalendar } from '../../../src/simulator/engine/index.ts';

describe('the event calendar', () => {
  it('runs events by time, and those of one time in the order in which they were scheduled', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 20 })), (times) => {
        const calendar = new EventCalendar();
        const ran: [time: number, index: number][] = [];
        for (const [index, time] of times.entries())
          calendar.at(time, (now) => ran.push([now, index]));
        while (calendar.step());
        const sorted = times
          .map((time, index): [number, number] => [time, index])
          .sort(([a, first], [b, second]) => a - b || first - second);
        expect(ran).toEqual(sorted);
        expect(calendar.processed).toBe(times.length);
      }),
    );
  });

  it('runs what an event schedules for now after all that was scheduled for now before', () => {
    const calendar = new EventCalendar();
    const ran: string[] = [];
    calendar.at(5, (now) => {
      ran.push('first');
      calendar.at(now, () => ran.push('third'));
    });
    calendar.at(5, () => ran.push('second'));
    calendar.runUntil(5);
    expect(ran).toEqual(['first', 'second', 'third']);
  });

  it('steps one event at a time and says when there is none', () => {
    const calendar = new EventCalendar();
    expect([calendar.nextAt, calendar.step()]).toEqual([undefined, false]);
    calendar.at(7, () => undefined);
    calendar.at(9, () => undefined);
    expect(calendar.nextAt).toBe(7);
    expect(calendar.step()).toBe(true);
    expect([calendar.now, calendar.nextAt, calendar.processed]).toEqual([7, 9, 1]);
  });

  it('runs up to and including a time, which it then is', () => {
    const calendar = new EventCalendar();
    const ran: number[] = [];
    for (const time of [1, 10, 11]) calendar.at(time, (now) => ran.push(now));
    calendar.runUntil(10);
    expect([ran, calendar.now]).toEqual([[1, 10], 10]);
    calendar.runUntil(3);
    expect(calendar.now, 'time never goes back').toBe(10);
    calendar.runUntil(20);
    expect([ran, calendar.now]).toEqual([[1, 10, 11], 20]);
  });

  it.each([4, 5.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses an event at %d', (time) => {
    const calendar = new EventCalendar();
    calendar.runUntil(5);
    expect(() => calendar.at(time, () => undefined)).toThrow(RangeError);
  });
});
