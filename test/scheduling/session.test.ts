import { expect, it } from 'vitest';
import {
  afterAnswer,
  askedAgain,
  nextId,
  type Session,
  without,
} from '../../src/scheduling/session.ts';

const MINUTE = 60_000;
const session: Session = { waiting: ['a', 'b'], steps: [], room: 0 };

it('asks in order', () => {
  expect(nextId(session, 0)).toBe('a');
  expect(nextId(afterAnswer(session, 'a', null), 0)).toBe('b');
});

it('asks a step as soon as its minute has come, before what waits', () => {
  const later = afterAnswer(session, 'a', 10 * MINUTE);
  expect(nextId(later, 9 * MINUTE)).toBe('b');
  expect(nextId(later, 10 * MINUTE)).toBe('a');
});

it('asks a step up to 20 minutes early when nothing else is left, and not earlier', () => {
  const only = afterAnswer({ ...session, waiting: ['a'] }, 'a', 30 * MINUTE);
  expect(nextId(only, 10 * MINUTE - 1)).toBeUndefined();
  expect(nextId(only, 10 * MINUTE)).toBe('a');
});

it('asks the earliest step first', () => {
  const both = afterAnswer(afterAnswer(session, 'a', 5 * MINUTE), 'b', 2 * MINUTE);
  expect(nextId(both, 5 * MINUTE)).toBe('b');
});

it('asks a question next whose answer was taken back, and no longer as a step', () => {
  const answered = afterAnswer(session, 'a', MINUTE);
  expect(askedAgain(answered, 'a')).toEqual(session);
});

it('forgets a question that was suspended', () => {
  expect(without(afterAnswer(session, 'a', MINUTE), 'a')).toEqual({ ...session, waiting: ['b'] });
});
