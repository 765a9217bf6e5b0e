import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchedKeyPoints } from '../../src/grading/key-points.ts';
import { contentStems } from '../../src/grading/words.ts';

const points = [
  'a worker may **crash** before it deletes the message',
  'the message becomes visible again after 30 seconds',
  'consumers must be idempotent',
];

it.each([
  ['', []],
  ['no idea', []],
  ['When a worker crashes before deleting, the message comes back', [0]],
  ['wroker crashs befor deleting a mesage', [0]],
  ['after 30 seconds the message is visible', [1]],
  ['after 300 seconds the message is visible', []],
  ['after some seconds the message is visible', []],
  ['CONSUMERS: IDEMPOTENT!', [2]],
  ['the consumer', []],
])('%j holds the points %j', (typed, indices) => {
  expect([...matchedKeyPoints(typed, points)]).toEqual(indices);
});

describe('always', () => {
  const anyPoint = fc.lorem({ maxCount: 8 }).filter((text) => contentStems(text).length > 0);

  it('an answer that says the point word for word holds it', () => {
    fc.assert(
      fc.property(anyPoint, fc.lorem(), (point, more) =>
        matchedKeyPoints(`${more} ${point.toUpperCase()}`, [point]).has(0),
      ),
    );
  });

  it('saying more loses no point', () => {
    fc.assert(
      fc.property(fc.lorem(), fc.lorem(), fc.array(anyPoint), (said, more, all) => {
        const before = [...matchedKeyPoints(said, all)];
        const after = matchedKeyPoints(`${said} ${more}`, all);
        expect(before.every((index) => after.has(index))).toBe(true);
      }),
    );
  });
});

it('a point without words is left to the learner', () => {
  expect(matchedKeyPoints('anything', ['→', 'is it?']).size).toBe(0);
});
