import { expect, it } from 'vitest';
import type { QuestionOutline } from '../../src/domain/question.ts';
import { mockRound } from '../../src/scheduling/mock-round.ts';

const question = (
  id: string,
  topic: string,
  parent?: string,
  kind: QuestionOutline['kind'] = 'recall',
): QuestionOutline => ({
  id,
  topic,
  level: (id.split('.').length as 1 | 2 | 3) ?? 1,
  kind,
  fingerprint: '',
  formerly: [],
  ...(parent ? { parent } : {}),
});

const questions = [
  ...['a1', 'a2', 'a3'].map((id) => question(id, 'a')),
  ...['a1.1', 'a1.2', 'a1.3'].map((id) => question(id, 'a', 'a1')),
  question('a1.1.1', 'a', 'a1.1', 'number'),
  question('a1.2.1', 'a', 'a1.2', 'choice'),
  question('b1', 'b'),
  question('b2', 'b', undefined, 'cloze'),
  question('b1.1', 'b', 'b1'),
];

it('opens each subject once, and follows it up level by level along one line', () => {
  for (let seed = 0; seed < 50; seed += 1) {
    const digs = mockRound(questions, seed);
    expect(digs.map(([root]) => root).sort()).toEqual(['a1', 'a2', 'a3', 'b1']);
    for (const dig of digs)
      for (const [depth, id] of dig.entries())
        expect(questions.find((each) => each.id === id)?.parent).toBe(dig[depth - 1]);
    expect(digs.find(([root]) => root === 'b1')).toEqual(['b1', 'b1.1']);
  }
});

it('opens subjects of all topics before a second one of any', () => {
  for (let seed = 0; seed < 50; seed += 1) {
    const [first, second] = mockRound(questions, seed).map(([root]) => root?.[0]);
    expect([first, second].sort()).toEqual(['a', 'b']);
  }
});

it('asks nothing that needs options to be seen', () => {
  const asked = Array.from({ length: 50 }, (_, seed) => mockRound(questions, seed)).flat(2);
  expect(asked).not.toContain('b2');
  expect(asked).not.toContain('a1.2.1');
  expect(asked).toContain('a1.1.1');
});

it('is the same for the same seed, and another for another', () => {
  expect(mockRound(questions, 7)).toEqual(mockRound(questions, 7));
  const rounds = Array.from({ length: 30 }, (_, seed) =>
    JSON.stringify(mockRound(questions, seed)),
  );
  expect(new Set(rounds).size).toBeGreaterThan(10);
});
