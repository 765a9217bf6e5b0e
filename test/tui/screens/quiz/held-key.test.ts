import { expect, it } from 'vitest';
import { afterKey, isHeld } from '../../../../src/tui/screens/quiz/held-key.ts';

const pressedAt = (atMs: number, hasActed = false) => afterKey(undefined, 'Space', atMs, hasActed);

it.each([
  ['Space', 100, true],
  ['Space', 149, true],
  ['Space', 150, false],
  ['Enter', 10, false],
])('%s at %i ms after Space is held: %s', (name, atMs, held) => {
  expect(isHeld(pressedAt(0), name, atMs)).toBe(held);
});

it('a key that showed or rated an answer is deaf for as long as a terminal waits before it repeats', () => {
  const acted = pressedAt(0, true);
  expect([500, 799, 800].map((atMs) => isHeld(acted, 'Space', atMs))).toEqual([true, true, false]);
  expect(isHeld(afterKey(acted, 'Enter', 300, false), 'Space', 500)).toBe(false);
});

it('a clock that is put back makes no key deaf', () => {
  expect(isHeld(pressedAt(10_000, true), 'Space', 0)).toBe(false);
});

it('the first key is not held', () => {
  expect(isHeld(undefined, 'Space', 0)).toBe(false);
});
