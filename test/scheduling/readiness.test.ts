import { expect, it } from 'vitest';
import { readiness } from '../../src/scheduling/readiness.ts';
import { item } from '../fixtures/items.ts';

it('counts met and ready questions by topic and level, but no suspended ones, and no exercises', () => {
  const recalls: Record<string, number> = { a: 0.9, b: 0.85, c: 0.5, d: 0, e: 1, f: 1 };
  const items = [
    item('a'),
    item('b', { level: 2 }),
    item('c', { level: 2, topic: 'u' }),
    item('d', { topic: 'u' }),
    item('e', { suspended: true, dueDay: 3 }),
    item('f', { kind: 'exercise', dueDay: 3 }),
  ];
  const { overall, levels, topics } = readiness(items, ({ question }) => recalls[question.id] ?? 0);
  expect(overall).toEqual({ questions: 4, met: 3, ready: 2, recall: 0.5625 });
  expect(levels.get(2)).toMatchObject({ questions: 2, met: 2, ready: 1 });
  expect(topics.get('u')?.overall).toMatchObject({ questions: 2, met: 1, ready: 0, recall: 0.25 });
  expect(topics.get('t')?.levels.get(1)).toMatchObject({ questions: 1, ready: 1 });
});

it('of nothing is nothing', () => {
  expect(readiness([], () => 1).overall).toEqual({ questions: 0, met: 0, ready: 0, recall: 0 });
});
