import { describe, expect, it } from 'vitest';
import type { Task } from '../../../src/domain/question.ts';
import { print, shippedTopics } from './topics.ts';

const questions = shippedTopics.flatMap((topic) => topic.questions);
const KINDS: readonly Task['kind'][] = [
  'recall',
  'choice',
  'number',
  'simulated',
  'order',
  'cloze',
];

describe('the questions that are shipped', () => {
  it('are 320 at least: 60 numbers, 60 choices, 30 simulated', () => {
    const count = (kind: Task['kind'], among = questions) =>
      among.filter(({ task }) => task.kind === kind).length;
    print([
      ['topic', ...KINDS],
      ...shippedTopics.map(
        (topic) =>
          [topic.card.id, ...KINDS.map((kind) => count(kind, [...topic.questions]))] as const,
      ),
      ['in all', ...KINDS.map((kind) => count(kind))],
    ]);
    expect(questions.length).toBeGreaterThanOrEqual(320);
    expect(count('number')).toBeGreaterThanOrEqual(60);
    expect(count('choice')).toBeGreaterThanOrEqual(60);
    expect(count('simulated')).toBeGreaterThanOrEqual(30);
  });

  it.each(shippedTopics.map(({ card: { id }, questions }) => ({ id, questions })))(
    '$id is asked about on all three levels',
    ({ questions }) => {
      expect(new Set(questions.map(({ level }) => level))).toEqual(new Set([1, 2, 3]));
      expect(questions.length).toBeGreaterThanOrEqual(12);
    },
  );

  it('have key points that can be ticked one by one', () => {
    const few = questions.filter(({ keyPoints }) => keyPoints.length < 2 || keyPoints.length > 8);
    expect(few.map(({ id }) => id)).toEqual([]);
  });

  it('don’t tell by place or length which option is right', () => {
    const choices = questions.flatMap(({ task }) => (task.kind === 'choice' ? [task.options] : []));
    const first = choices.filter(([option]) => option?.correct).length;
    expect(first / choices.length).toBeLessThan(0.6);
    const longest = choices.filter((options) => {
      const [right] = options.filter(({ correct }) => correct);
      return options.every(({ text }) => text.length <= (right?.text.length ?? 0));
    }).length;
    expect(longest / choices.length).toBeLessThan(0.6);
  });
});
