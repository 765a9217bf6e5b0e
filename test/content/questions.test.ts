import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuestions } from '../../src/content/questions.ts';
import { questionText } from '../fixtures/deck.ts';

const parse = (text: string) => parseQuestions('questions.md', 'topic', text);
const points = '\n\n**Key points**\n- [ ] one\n';

describe('parseQuestions', () => {
  it('reads a question with all its parts', () => {
    const { questions, problems } = parse(
      '# Questions\n\n## Q1: Why *hide* it? {#why-hide formerly=old-one,older}\n\nThe answer.\n\n- with a list\n\n**Key points:**\n- [ ] first\n- [x] second\n\n**Hint** think\n\n**Why not “delete”?**\nIt is lost.\n\n**See** [[other]]\n',
    );
    expect(problems).toEqual([]);
    expect(questions).toEqual([
      {
        id: 'why-hide',
        topic: 'topic',
        level: 1,
        prompt: 'Why *hide* it?',
        task: { kind: 'recall' },
        answer: 'The answer.\n\n- with a list',
        keyPoints: ['first', 'second'],
        hint: 'think',
        whyNot: [{ claim: 'Why not “delete”?', explanation: 'It is lost.' }],
        see: '[[other]]',
        formerly: ['old-one', 'older'],
        file: 'questions.md',
        line: 3,
      },
    ]);
  });

  it('takes level and parent from the nesting of headings', () => {
    const text = [
      questionText('a'),
      questionText('b', 2),
      questionText('c', 3),
      questionText('d', 2),
      questionText('e'),
    ].join('\n');
    expect(parse(text).questions.map(({ id, level, parent }) => [id, level, parent])).toEqual([
      ['a', 1, undefined],
      ['b', 2, 'a'],
      ['c', 3, 'b'],
      ['d', 2, 'a'],
      ['e', 1, undefined],
    ]);
  });

  it.each([
    [
      'choice',
      '**Options**\n- [x] right\n  - because\n- [ ] wrong\n\n  it is not',
      {
        kind: 'choice',
        options: [
          { text: 'right', correct: true, explanation: 'because' },
          { text: 'wrong', correct: false, explanation: 'it is not' },
        ],
      },
    ],
    [
      'number',
      '**Value** 1,200.5 msg/s ± 5%\n\n**Calculation**\n1 + 1',
      { kind: 'number', value: 1200.5, unit: 'msg/s', tolerance: 0.05, calculation: '1 + 1' },
    ],
    ['order', '**Order**\n1. first\n2. second', { kind: 'order', items: ['first', 'second'] }],
    [
      'cloze',
      '**Cloze**\nIt is {{hidden}} here.',
      { kind: 'cloze', text: 'It is {{hidden}} here.' },
    ],
  ])('reads a %s question', (_kind, part, task) => {
    const { questions, problems } = parse(`## Which? {#which}\n\n${part}${points}`);
    expect(problems).toEqual([]);
    expect(questions[0]?.task).toEqual(task);
  });

  it.each([
    ['a missing id', `## Why?\n\nA.${points}`, 1, 'the question has no id'],
    ['a bad id', `## Why? {#Not_ok}\n\nA.${points}`, 1, '“Not_ok” is no id'],
    [
      'a level jump',
      `## A {#a}\n\nA.${points}\n#### C {#c}\n\nA.${points}`,
      8,
      'level 3 follows level 1',
    ],
    ['a follow-up without a parent', `### B {#b}\n\nA.${points}`, 1, 'level 2 follows level none'],
    ['an empty answer', `## Why? {#a}${points}`, 1, 'the answer is empty'],
    ['no key points', '## Why? {#a}\n\nA.\n', 1, 'the question has no key points'],
    [
      'an id used twice',
      `${questionText('a')}\n${questionText('a')}`,
      8,
      'the id a is used twice in this file',
    ],
    [
      'a mistyped label',
      `## Why? {#a}\n\nA.\n\n**Key point** x${points}`,
      5,
      '“Key point” is no label',
    ],
    [
      'text before the first question',
      `words\n\n${questionText('a')}`,
      1,
      'text before the first question belongs to none',
    ],
    [
      'too deep a heading',
      `${questionText('a')}\n##### deeper\n`,
      8,
      'a heading of depth 5 is no question',
    ],
    ['an empty prompt', `## Q1 {#a}\n\nA.${points}`, 1, 'the question asks nothing'],
    [
      'an unknown attribute',
      `## Why? {#a .choice}\n\nA.${points}`,
      1,
      '“.choice” is no attribute of a question',
    ],
    [
      'a choice without a right option',
      `## Why? {#a}\n\n**Options**\n- [ ] x\n  - e\n- [ ] y\n  - e${points}`,
      3,
      'no option is right',
    ],
    [
      'an option without explanation',
      `## Why? {#a}\n\n**Options**\n- [x] x\n  - e\n- [ ] y${points}`,
      3,
      'the option “y” has no explanation',
    ],
    [
      'a value that is no number',
      `## Why? {#a}\n\n**Value** many\n\n**Calculation**\nx${points}`,
      3,
      '“many” is no number with a unit',
    ],
    [
      'a number without calculation',
      `## Why? {#a}\n\n**Value** 3 s${points}`,
      3,
      'a number without its calculation',
    ],
    [
      'one thing to order',
      `## Why? {#a}\n\n**Order**\n1. x${points}`,
      3,
      'there is nothing to put in order',
    ],
    ['a cloze that hides nothing', `## Why? {#a}\n\n**Cloze** x${points}`, 3, 'nothing is hidden'],
    [
      'two kinds',
      `## Why? {#a}\n\n**Cloze** {{x}}\n\n**Order**\n1. x\n2. y${points}`,
      5,
      "a question can't have both Cloze and Order",
    ],
  ])('says on the right line that there is %s', (_what, text, line, what) => {
    expect(parse(text).problems.map((problem) => [problem.line, problem.what])).toEqual([
      [line, what],
    ]);
  });

  it.each(['1,5 s', '1,200,5 s', '1 000 s', '180 s ± 5 s'])('takes “%s” for no number', (value) => {
    const { questions, problems } = parse(
      `## Why? {#a}\n\n**Value** ${value}\n\n**Calculation**\nx${points}`,
    );
    expect(questions).toEqual([]);
    expect(problems.map(({ what }) => what)).toEqual([`“${value}” is no number with a unit`]);
  });

  it.each([
    ['1,200,000', 1_200_000, ''],
    ['1200000 B', 1_200_000, 'B'],
    ['-2.5 % of all', -2.5, '% of all'],
  ])('reads the number %s', (text, value, unit) => {
    const { questions } = parse(`## Why? {#a}\n\n**Value** ${text}\n\n**Calculation**\nx${points}`);
    expect(questions[0]?.task).toMatchObject({ value, unit });
  });

  it('joins what stands below a label that comes twice', () => {
    const { questions } = parse(
      `## Why? {#a}\n\nA.\n\n**Hint** one\n\n**See**: [[x]]\n\n**Hint** two\n\n**See** [[y]]${points}`,
    );
    expect(questions[0]).toMatchObject({ hint: 'one\n\ntwo', see: '[[x]]\n\n[[y]]' });
  });

  it('reads every list of a part', () => {
    const { questions, problems } = parse(
      '## Why? {#a}\n\nA.\n\n**Key points**:\n- one\n\n* two\n\n<!-- remark -->\n\n---\n',
    );
    expect(problems).toEqual([]);
    expect(questions[0]?.keyPoints).toEqual(['one', 'two']);
  });

  it.each([
    ['Key points', 'A.\n\n**Key points**\nprose\n- one\n'],
    ['Key points', 'A.\n\n**Key points**\n- one\n\nprose\n'],
    ['Options', `**Options** prose\n- [x] a\n  - e\n- [ ] b\n  - e${points}`],
    ['Order', `**Order**\n1. a\n2. b\n\n> prose${points}`],
  ])('says that prose beside the list of %s is not read', (label, text) => {
    const { problems } = parse(`## Why? {#a}\n\n${text}`);
    expect(problems.map(({ what }) => what)).toEqual([`of ${label} only the list is read`]);
  });

  it('says that a calculation without a value is not read', () => {
    const { problems } = parse(`## Why? {#a}\n\nA.\n\n**Calculation**\n1 + 1${points}`);
    expect(problems.map(({ line, what }) => [line, what])).toEqual([
      [5, 'a calculation without its number'],
    ]);
  });

  it('keeps the good questions beside a bad one', () => {
    expect(
      parse(`## No id\n\nA.${points}\n${questionText('good')}`).questions.map(({ id }) => id),
    ).toEqual(['good']);
  });

  it('gives back every tree of questions that it is written from', () => {
    const levels = fc.array(fc.constantFrom<1 | 2 | 3>(1, 2, 3), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(levels, (wanted) => {
        let last = 0;
        const made = wanted.map((level, index) => {
          last = Math.min(level, last + 1);
          return { id: `q-${index}`, level: last as 1 | 2 | 3 };
        });
        const { questions, problems } = parse(
          made.map(({ id, level }) => questionText(id, level)).join('\n'),
        );
        expect(problems).toEqual([]);
        expect(questions.map(({ id, level }) => ({ id, level }))).toEqual(made);
      }),
    );
  });

  it('never throws, whatever the text', () => {
    const fragment = fc.constantFrom(
      '## Q1 x {#a}',
      '### {#b',
      '**Options**',
      '- [x] y',
      '**Value** 3',
      '**Order**',
      '1. z',
      '---',
      '```',
      '{{',
      '**Key points**',
      '#',
      '',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(fragment, fc.string())), (lines) => {
        expect(() => parse(lines.join('\n'))).not.toThrow();
      }),
    );
  });
});
