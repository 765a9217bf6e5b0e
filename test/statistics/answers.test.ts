import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../src/domain/review-log.ts';
import { type Answer, answersOf, pastOf } from '../../src/statistics/answers.ts';
import { review } from '../fixtures/reviews.ts';

const stamp = (day: number) => ({ id: `entry ${day}`, atMs: 0, orderMs: day, day });
const reset = (day: number): LogEntry => ({
  ...stamp(day),
  kind: 'reset',
  question: 'q',
  fingerprint: 'f',
});
const undo = (day: number, undoes: string): LogEntry => ({
  ...stamp(day),
  kind: 'undo',
  question: 'q',
  undoes,
});
const carry = (day: number, from: string, question: string): LogEntry => ({
  ...stamp(day),
  kind: 'carry',
  from,
  question,
});
const daysBefore = (answer: Answer | undefined) =>
  answer && pastOf(answer).map((past) => past.review.day);

describe('the answers of a log', () => {
  it('know the answers before them, and how many days ago the last was', () => {
    const answers = answersOf([
      review({ day: 1 }),
      review({ day: 2, question: 'other' }),
      review({ day: 4 }),
      review({ day: 9 }),
    ]);
    expect(answers.map(({ elapsedDays }) => elapsedDays)).toEqual([0, 0, 3, 5]);
    expect(daysBefore(answers[3])).toEqual([1, 4]);
  });

  it('leave out what was taken back, also when that is told later', () => {
    const answers = answersOf([
      review({ day: 1 }),
      review({ day: 2 }),
      review({ day: 5 }),
      undo(6, '2 q'),
    ]);
    expect(answers.map(({ review, elapsedDays }) => [review.day, elapsedDays])).toEqual([
      [1, 0],
      [5, 4],
    ]);
  });

  it('begin anew after a reset, unless the reset was taken back', () => {
    const log = [review({ day: 1 }), reset(2), review({ day: 4 })];
    expect(answersOf(log).map(daysBefore)).toEqual([[], []]);
    expect(answersOf([...log, undo(5, 'entry 2')]).map(daysBefore)).toEqual([[], [1]]);
  });

  it('go on where a question got another id', () => {
    const answers = answersOf([
      review({ day: 1, question: 'old' }),
      carry(2, 'old', 'new'),
      review({ day: 4, question: 'new' }),
    ]);
    expect(answers).toHaveLength(2);
    expect(daysBefore(answers[1])).toEqual([1]);
  });

  it('of two ids that were answered by turns are one history in the order of the log', () => {
    const answers = answersOf([
      review({ day: 1, question: 'old' }),
      review({ day: 2, question: 'new' }),
      review({ day: 3, question: 'old' }),
      carry(4, 'old', 'new'),
      review({ day: 6, question: 'new' }),
    ]);
    expect(answers).toHaveLength(4);
    expect(daysBefore(answers[3])).toEqual([1, 2, 3]);
  });

  it('are never a negative number of days apart, though the clock was set back', () => {
    const days = [5, 3, 4];
    const log = days.map((day, index) => review({ day, orderMs: index }));
    expect(answersOf(log).map(({ elapsedDays }) => elapsedDays)).toEqual([0, 0, 1]);
  });

  it('are all reviews that were not taken back, once and in order', () => {
    const step = fc.record({
      kind: fc.constantFrom('review', 'review', 'review', 'reset', 'carry'),
      question: fc.constantFrom('a', 'b', 'c'),
      from: fc.constantFrom('a', 'b', 'c'),
    });
    fc.assert(
      fc.property(fc.array(step), fc.nat(), (steps, chosen) => {
        const log: LogEntry[] = steps.map(({ kind, question, from }, day): LogEntry => {
          if (kind === 'review') return review({ day, question });
          if (kind === 'carry') return carry(day, from, question);
          return { ...reset(day), question } as LogEntry;
        });
        const reviews = log.filter(({ kind }) => kind === 'review');
        const taken = reviews[chosen % Math.max(1, reviews.length)];
        const all = taken ? [...log, undo(log.length, taken.id)] : log;
        expect(answersOf(all).map((answer) => answer.review)).toEqual(
          reviews.filter((each) => each !== taken),
        );
      }),
    );
  });
});
