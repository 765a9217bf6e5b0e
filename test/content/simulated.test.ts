import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseQuestions } from '../../src/content/questions.ts';

const guide = readFileSync(new URL('../../content/README.md', import.meta.url), 'utf8');
const EXAMPLE = /^````markdown\n(## Q1 How many reports[\s\S]*?)^````$/m.exec(guide)?.[1] ?? '';

const parse = (text: string) => parseQuestions('questions.md', 'topic', text);
const problemsOf = (from: string | RegExp, to: string) => {
  const text = EXAMPLE.replace(from, to);
  expect(text).not.toBe(EXAMPLE);
  return parse(text).problems.map(({ line, what }) => [line, what]);
};

describe('a simulated question', () => {
  it('is read as the guide shows it', () => {
    const { questions, problems } = parse(EXAMPLE);
    expect(problems).toEqual([]);
    expect(questions[0]?.task).toEqual({
      kind: 'simulated',
      scenario: 'visibility-timeout-too-short',
      set: [{ path: 'runFor', value: '30m' }],
      draws: [{ path: 'queues.reports.visibilityTimeout', values: ['15s', '20s', '30s', '45s'] }],
      ask: { kind: 'number', metric: 'duplicates', tolerance: 0.3 },
      story: expect.stringMatching(/^Ten workers make[\s\S]*worked on\.$/),
    });
  });

  it('may ask which of several things happens', () => {
    const { questions, problems } = parse(
      EXAMPLE.replace(
        /^ask: .*$/m,
        'ask:\n  options:\n    - { text: "Yes", when: { lost: { above: 0 } }, why: So. }\n    - { text: "No", when: { lost: 0 }, why: So. }',
      ),
    );
    expect(problems).toEqual([]);
    expect(questions[0]?.task).toMatchObject({
      ask: { kind: 'choice', options: [{ text: 'Yes' }, { text: 'No' }] },
    });
  });

  it.each([
    ['without its block', /```yaml[\s\S]*?```/, '', [6, 'nothing says what is simulated']],
    ['without a scenario', /^scenario.*\n/m, '', [8, 'scenario is missing from the yaml block']],
    ['with a strange key', 'set:', 'sets:', [10, 'sets is no key that is known here']],
    ['that draws nothing', /^draw:\n.*$/m, 'draw: {}', [11, "draw can't stay as it is"]],
    ['with one value only', '[15s, 20s, 30s, 45s]', '[15s]', [12, expect.stringContaining('can')]],
    ['that asks nothing', /^ask.*\n/m, '', [8, 'ask is missing from the yaml block']],
    ['with broken YAML', 'draw:', 'draw: [', [13, expect.stringMatching(/no YAML/)]],
    [
      'whose story keeps a draw to itself',
      /hidden for \{\{.*?\}\}/,
      'hidden',
      [6, 'the story doesn’t tell what was drawn for queues.reports.visibilityTimeout'],
    ],
    [
      'whose story names what is not drawn',
      '2 a second',
      '{{lost}} a second',
      [6, '{{lost}} is not drawn'],
    ],
  ])('%s is told', (_, from, to, problem) => {
    const found = problemsOf(from, to);
    expect(found[0]).toEqual(problem);
  });
});
