import { describe, expect, it } from 'vitest';
import { topicDocument } from '../../src/content/topic-document.ts';
import type { Question, Task } from '../../src/domain/question.ts';
import type { TopicCard } from '../../src/domain/topic-card.ts';
import { layout, lineText } from '../../src/markdown/index.ts';

const card: TopicCard = {
  id: 't',
  title: 'Leases',
  tags: ['sqs'],
  difficulty: 'easy',
  estimatedMinutes: 5,
  prerequisites: [],
  confusedWith: [],
  sources: [],
  checked: '2026-11-21',
  file: '/deck/t/card.md',
  body: '## Overview\n\n<details><summary>More</summary>\n\nHidden.\n\n</details>\n',
  bodyLine: 1,
};
const question = (changes: Partial<Question> = {}): Question => ({
  id: 'q',
  topic: 't',
  level: 1,
  prompt: 'Why *so*?',
  task: { kind: 'recall' },
  answer: 'Because.',
  keyPoints: ['one point'],
  whyNot: [],
  formerly: [],
  file: '/deck/t/questions.md',
  line: 1,
  ...changes,
});

/** The document as text, with these folds open. */
function text(questions: readonly Question[], open: 'all' | string[] = 'all'): string {
  const options = { open: open === 'all' ? open : new Set(open), tools: {}, plain: true };
  const { lines } = layout(topicDocument({ card, questions, exercises: [] }), 60, options);
  return lines.map((line) => lineText(line).trimEnd()).join('\n');
}

describe('topicDocument', () => {
  it('shows the card, then each question with its level, in the order of the file', () => {
    const folded = text(
      [
        question(),
        question({ id: 'r', level: 2, prompt: 'And then?' }),
        question({ id: 's', prompt: 'Next?' }),
      ],
      [],
    );
    expect(folded).toContain('5 min · easy · checked 2026-11-21 · sqs');
    expect(folded.indexOf('Overview')).toBeLessThan(folded.indexOf('Questions'));
    expect(folded.split('\n').filter((line) => line.startsWith('▸'))).toEqual([
      '▸ More',
      '▸ L1 Why so?',
      '▸ L2 And then?',
      '▸ L1 Next?',
    ]);
    expect(folded).not.toContain('Because.');
  });

  it('opens a plain question to its answer and key points at once', () => {
    const open = text(
      [question({ whyNot: [{ claim: 'Why not that?', explanation: 'It fails.' }], see: '[[t]]' })],
      ['q'],
    );
    for (const words of [
      'Because.',
      'Key points',
      '• one point',
      'Why not that?',
      'It fails.',
      'See t',
    ])
      expect(open).toContain(words);
  });

  it('opens a question with a hint to the hint first', () => {
    const hinted = [question({ hint: 'Think of a crash.' })];
    expect(text(hinted, ['q'])).not.toMatch(/crash|Because/);
    expect(text(hinted, ['q', 'q-hint'])).toContain('Think of a crash.');
    expect(text(hinted, ['q', 'q-hint'])).not.toContain('Because.');
    expect(text(hinted, ['q', 'q-answer'])).toContain('Because.');
  });

  it.each<[string, Task, RegExp, RegExp]>([
    [
      'choice',
      {
        kind: 'choice',
        options: [
          { text: 'first', correct: false, explanation: 'no' },
          { text: 'second', correct: true, explanation: 'yes' },
        ],
      },
      /• first\n\s+• second/,
      /☐ first\n\s+no\n\s+☑ second\n\s+yes/,
    ],
    [
      'order',
      { kind: 'order', items: ['wake', 'eat', 'sleep'] },
      /• eat\n\s+• sleep\n\s+• wake/,
      /1\. wake\n\s+2\. eat\n\s+3\. sleep/,
    ],
    [
      'cloze',
      { kind: 'cloze', text: 'It is {{hidden}} here.' },
      /It is …… here/,
      /It is hidden here/,
    ],
  ])('asks a %s question before it gives the answer away', (_kind, task, asked, solved) => {
    expect(text([question({ task })], ['q'])).toMatch(asked);
    expect(text([question({ task })], ['q'])).not.toMatch(solved);
    expect(text([question({ task })], ['q', 'q-answer'])).toMatch(solved);
  });

  it.each([
    [0.0000004, '0.0000004 USD'],
    [1200.5, '1,200.5 USD'],
    [3_000_000, '3,000,000 USD'],
  ])('shows every digit of %s', (value, shown) => {
    expect(
      text([
        question({
          task: { kind: 'number', value, unit: 'USD', tolerance: 0.05, calculation: '1 + 1' },
        }),
      ]),
    ).toContain(`${shown} (± 5 %)`);
  });

  it('gives every fold a name of its own', () => {
    const more = '<details><summary>More</summary>\n\nx\n\n</details>';
    const document = topicDocument({
      card,
      questions: [question({ answer: more }), question({ id: 'r', answer: more })],
      exercises: [],
    });
    const { targets } = layout(document, 60, { open: 'all', tools: {}, plain: false });
    const keys = targets.flatMap((target) => (target.kind === 'details' ? [target.key] : []));
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toHaveLength(5);
  });
});
