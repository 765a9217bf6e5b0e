import { expect, it } from 'vitest';
import { Practice, weakestFirst } from '../../../src/commands/quiz/practice.ts';
import type { Memory } from '../../../src/domain/progress.ts';
import { defaultParameters, nextMemory } from '../../../src/scheduling/fsrs.ts';
import type { Item } from '../../../src/scheduling/item.ts';
import { questionText } from '../../fixtures/deck.ts';
import { libraryOf } from '../../fixtures/study.ts';

const ids = ['q1', 'q2', 'q3', 'q4', 'q5', 'q6'];
const library = await libraryOf({ a: ids.map((id) => questionText(id)).join('\n') });
const start = (asked = ids) => new Practice(library, asked, 7);
const current = ({ card }: { card: { sheet: { question: { id: string } } } | undefined }) =>
  card?.sheet.question.id;

it('asks a question again after four others when it was not known', () => {
  const practice = start();
  const order = [current(practice.turn())];
  order.push(current(practice.rate(1)));
  for (let times = 0; times < 6; times += 1) order.push(current(practice.rate(3)));
  expect(order).toEqual(['q1', 'q2', 'q3', 'q4', 'q5', 'q1', 'q6', undefined]);
  expect(practice.summary()).toEqual([
    '7 questions practised, 1 again. The schedule is as it was.',
  ]);
});

it('takes answers back one by one', () => {
  const practice = start();
  practice.rate(1);
  practice.rate(3);
  expect(current(practice.undo())).toBe('q2');
  expect(current(practice.undo())).toBe('q1');
  expect(practice.undo()).toMatchObject({ notice: /nothing to undo/, answered: 0 });
});

it('shows no intervals, since it changes none', () => {
  expect(start().turn().card?.intervals).toBeUndefined();
});

it('begins with the weakest, ends with what was never met, and leaves out what is suspended', () => {
  const memory = (stability: number): Memory => ({
    ...nextMemory(undefined, 4, { day: 100, atMs: 0 }, defaultParameters, 'q'),
    stability,
  });
  const item = (id: string, progress?: Partial<Item['progress']>): Item => ({
    question: { id, topic: 'a', level: 1, kind: 'recall', fingerprint: '', formerly: [] },
    ...(progress
      ? { progress: { question: id, suspended: false, fingerprint: '', ...progress } }
      : {}),
  });
  const items = [
    item('new'),
    item('strong', { memory: memory(90) }),
    item('gone', { memory: memory(1), suspended: true }),
    item('weak', { memory: memory(3) }),
  ];
  expect(weakestFirst(items, 110, defaultParameters.weights)).toEqual(['weak', 'strong', 'new']);
});
