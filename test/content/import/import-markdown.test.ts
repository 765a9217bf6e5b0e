import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCard } from '../../../src/content/card.ts';
import { importMarkdown } from '../../../src/content/import/import-markdown.ts';
import { parseQuestions } from '../../../src/content/questions.ts';
import { sanitize, topLevelTokens } from '../../../src/markdown/parsing.ts';
import { markdownText } from '../../fixtures/markdown-text.ts';
import { runs } from '../../fixtures/runs.ts';

const run = (text: string, fileName = 'some-notes.md') =>
  importMarkdown(text, { fileName, today: '2026-11-21' });
/** The text without what may go: headings below which nothing stands, and tags around nothing. */
function withoutHeadings(text: string): string {
  return topLevelTokens(sanitize(text))
    .map(({ token }) => (token.type === 'heading' ? '' : token.raw))
    .join('\n')
    .replace(/^\s*#+\s.*$/gm, '')
    .replace(/<\/?div[^>\n]*>/g, '');
}

function counted(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.match(/[\p{L}\p{N}]+/gu) ?? [])
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

const prompts = (text: string) => run(text).questions.map(({ prompt }) => prompt);

describe('importMarkdown', () => {
  it.each<[string, string, unknown[]]>([
    [
      'headings with a number and an answer',
      '# T\n\n#### Q1: What is a lease?\n\n**A:** A promise.\n\n#### Q2. And a lock?\n\nNone.\n',
      [
        [1, 3, undefined, 0],
        [1, 7, undefined, 0],
      ],
    ],
    [
      'bold paragraphs',
      '**Q1: What is a lease?**\n\n**A**: A promise.\n\n---\n\n**Q2: And a lock?**\n\nNone.\n',
      [
        [1, 1, undefined, 0],
        [1, 7, undefined, 0],
      ],
    ],
    [
      'numbers with dots below level headings',
      '### Level 1\n\n#### Q1: One?\n\nA.\n\n##### Level 2 Follow-ups:\n\n  **Q1.1: Two?**\n\n  A.\n\n###### Level 3:\n\n  **Q1.1.1: Three?**\n\n  A.\n\n#### Q2: Four?\n\nA.\n',
      [
        [1, 3, undefined, 0],
        [2, 9, 't-one', 0],
        [3, 15, 't-two', 0],
        [1, 19, undefined, 0],
      ],
    ],
    [
      'levels by headings alone',
      '## Level 1\n\n**Q1: One?**\n\nA.\n\n## Level 2\n\n**Q2: Two?**\n\nA.\n',
      [
        [1, 3, undefined, 0],
        [2, 9, 't-one', 0],
      ],
    ],
    [
      'guidance in a paragraph',
      '### Question 1: The lease\n**Question:** "How long is it?"\n\n**Guidance for a Strong Answer:**\n*   **Long:** enough\n*   short\n',
      [[1, 1, undefined, 2]],
    ],
    [
      'guidance in a list',
      '**Q1: How long is it?**\n\n*   **Guidance for a Strong Answer:**\n    *   **Long:** enough\n    *   short\n    *   both\n',
      [[1, 1, undefined, 3]],
    ],
  ])('recognises %s', (_what, text, expected) => {
    const { questions: found, topic: prefix } = run(text);
    expect(
      found.map(({ level, line, parent, keyPoints }) => [
        level,
        line,
        parent?.replace(`${prefix}-`, 't-'),
        keyPoints,
      ]),
    ).toEqual(expected);
  });

  it('asks what stands in quotation marks below a short title', () => {
    expect(
      prompts('### Question 1: The lease\n**Question:** "How long is it?"\n\nLong.\n'),
    ).toEqual(['How long is it?']);
    expect(prompts('### Question 1: The lease\n“How long is it?”\n\nLong.\n')).toEqual([
      'How long is it?',
    ]);
    expect(prompts('### Question 1: How long is the lease?\n\nLong.\n')).toEqual([
      'How long is the lease?',
    ]);
  });

  it('takes no code for a question', () => {
    expect(run('# T\n\n```md\n#### Q1: Not one\n```\n').questions).toEqual([]);
  });

  it('loads front matter, also below a banner, and says what it assumed', () => {
    const { topic, title, assumed } = run(
      'tool 1.0\n\n---\ntitle: "Queues & more"\ntags: [sqs]\ndifficulty: hard\nestimated_time: 25min\n---\n\n## Overview\n\nText.\n',
    );
    expect([topic, title]).toEqual(['queues-more', 'Queues & more']);
    expect(Object.keys(assumed)).toEqual(['id', 'prerequisites', 'sources', 'checked']);
  });

  it('takes no escape sequence from the name of the file', () => {
    const { title, topic } = run('Words.\n', 'no\u001b[31mtes.md');
    expect([title, topic]).toEqual(['notes', 'notes']);
  });

  it('says how questions look when it recognises none', () => {
    expect(run('# T\n\nText.\n').remarks).toEqual([
      { line: 1, what: expect.stringMatching(/no questions were recognised; they look like/) },
    ]);
  });

  it('keeps headings without text, which may be questions nobody has answered', () => {
    const { files } = run(
      '# T\n\n## When is it wrong?\n\n## L1 cache\n\n## Level 1\n\n**Q1: One?**\n\nA.\n',
    );
    expect(files['card.md']).toMatch(/## When is it wrong\?\n\n## L1 cache\n$/);
  });

  it('gives ids that are short, stable and unique', () => {
    const text =
      '# Leases\n\n**Q1: What is the lease?**\n\nA.\n\n## Next\n\n**Q1: What is a lease?**\n\nA.\n';
    expect(run(text).questions.map(({ id }) => id)).toEqual(['leases-lease', 'leases-lease-2']);
    expect(run(text)).toEqual(run(text.replaceAll('\n', '\r\n')));
  });

  it('says what it could not place or complete', () => {
    expect(
      run('# T\n\n**Question about leases**\n\n**Q1: Empty?**\n\n**Q2: Full?**\n\nA.\n').remarks,
    ).toEqual([
      { line: 3, what: 'not placed, though it looks like a question: **Question about leases**' },
      { line: 5, what: 'the question has neither answer nor key points' },
      { line: 7, what: 'no key points: write what a strong answer must contain' },
    ]);
  });

  it('keeps the rest of the text for the card, without headings that lost their questions', () => {
    const { files } = run(
      '# T\n\n## Overview\n\nWords.\n\n## Interview\n\n### Level 1\n\n**Q1: One?**\n\nA.\n',
    );
    expect(files['card.md'].split('---\n').at(-1)?.trim()).toBe('## Overview\n\nWords.');
  });

  it('writes cards and questions that our own format reads back', () => {
    const word = fc.constantFrom(
      'lease',
      'queue',
      'group: "x"',
      'a *b* c',
      'yes',
      '数据',
      '#',
      '{x}',
    );
    const question = fc.record({
      prompt: fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' ')),
      deeper: fc.boolean(),
      points: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(question, { maxLength: 6 }), word, (questions, title) => {
        let parent = 0;
        const text = questions.map(({ prompt, deeper, points }, index) => {
          const isDeeper = deeper && parent > 0;
          if (!isDeeper) parent = index + 1;
          const number = isDeeper ? `${parent}.${index}` : `${parent}`;
          return `**Q${number}: What about ${prompt}?**\n\nA.\n\n**Guidance for a Strong Answer:**\n${'* point\n'.repeat(points)}`;
        });
        const result = run(`# About ${title}\n\n${text.join('\n')}`);
        const read = parseQuestions('q', result.topic, result.files['questions.md']);
        expect(read.problems).toEqual([]);
        expect(
          read.questions.map(({ id, level, parent: above, keyPoints }) => [
            id,
            level,
            above,
            keyPoints.length,
          ]),
        ).toEqual(
          result.questions.map(({ id, level, parent: above, keyPoints }) => [
            id,
            level,
            above,
            keyPoints,
          ]),
        );
        const card = parseCard('c', result.files['card.md']);
        expect(card.card?.title).toBe(result.title);
      }),
      runs(60),
    );
  });

  it('keeps lines whole that are too long to be shown, and says so', () => {
    const long = `${'word '.repeat(3000)}end`;
    const { files, remarks } = run(`# T\n\n${long}\n\n\u001b[31mred${'x'.repeat(20_000)}\n`);
    expect(files['card.md']).toContain(`\n${long}\n`);
    expect(files['card.md']).not.toContain('\u001b');
    expect(remarks.slice(1)).toEqual(
      [3, 5].map((line) => ({
        line,
        what: 'longer than 10,000 characters: kept whole, but only its beginning is shown; break it',
      })),
    );
  });

  it('takes underlined headings for headings', () => {
    const { title, questions, files } = run(
      'The notes\n=========\n\nWords.\n\nQ1: What is a lease?\n-----\n\nA promise.\n\nLater\n---\n\nMore.\n',
    );
    expect([title, questions.map(({ prompt, line }) => [prompt, line])]).toEqual([
      'The notes',
      [['What is a lease?', 6]],
    ]);
    expect(files['card.md']).toMatch(/Words\.\n\n## Later\n\nMore\.\n$/);
  });

  it('takes a rule too close to an answer for no heading', () => {
    const { questions, files } = run(
      '#### Q1: Why?\n\n**A:** A promise\n---\n\n#### Q2: How?\n\nFor a time.\n---\n',
    );
    expect(questions).toHaveLength(2);
    expect(files['questions.md']).toMatch(/\n\nA promise\n[\s\S]*\n\nFor a time\.\n$/);
  });

  it.each([
    ['underlined', 'Sub title\n-----', '**Sub title**'],
    ['a rule too close to prose', 'Prose\nin two\n---', 'Prose\nin two\n***'],
    ['with a rule below', '### Sub\n---', '**Sub**\n\n---'],
    ['below text', 'Text.\n### Sub', 'Text.\n\n**Sub**'],
    ['indented', '    Sub title\n    -----\n\n    More.', '**Sub title**'],
    ['in bold', '### A **big** one', '**A big one**'],
  ])('makes no question of a heading in an answer: %s', (_what, heading, bold) => {
    const { files, topic } = run(`# Q1: Why?\n\n${heading}\n\n    More.\n`);
    const read = parseQuestions('q', topic, files['questions.md']);
    expect(read.questions.map(({ prompt }) => prompt)).toEqual(['Why?']);
    expect(read.questions[0]?.answer).toContain(bold);
  });

  it('leaves code in an answer alone', () => {
    const code =
      '````md\n# Not a heading\n```\nTitle\n-----\n**Guidance for a Strong Answer:**\n````';
    const { files, questions } = run(`**Q1: Why?**\n\n${code}\n\n**Q2: How?**\n\nSo.\n`);
    expect(files['questions.md']).toContain(code);
    expect(questions.map(({ keyPoints }) => keyPoints)).toEqual([0, 0]);
  });

  it('keeps code in a key point as code', () => {
    const { files } = run(
      '**Q1: Why?**\n\n**Key points**\n\n* call it:\n\n  ```js\n  - lease();\n  renew();\n  ```\n* stop\n',
    );
    expect(files['questions.md']).toContain('- [ ] call it: `- lease(); renew();`\n- [ ] stop\n');
  });

  it('loses no word of a text without questions', () => {
    const line = fc.oneof(
      markdownText,
      fc.constantFrom(
        'Sub\n---',
        'Two\nlines\n===',
        '- a\n---',
        '- ```\n  x\n  ```',
        '> Quote\n---',
      ),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (parts) => {
        const text = `# Title of it\n\n${parts.join('\n')}`;
        const { files, questions } = run(text);
        fc.pre(questions.length === 0);
        const kept = counted(files['card.md'].split('\n---\n').slice(1).join('\n---\n'));
        for (const [word, count] of counted(withoutHeadings(text)))
          expect([word, (kept.get(word) ?? 0) >= count]).toEqual([word, true]);
      }),
    );
  });

  it('never throws, whatever the text', () => {
    const fragment = fc.constantFrom(
      '# T',
      '**Q1: x?**',
      '#### Q1.1: y',
      '###### Level 3',
      '**A:** z',
      '```',
      '---',
      '* **Guidance for a Strong Answer:**',
      '    * p',
      '<div>',
      '',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(fragment, fc.string())), (lines) => void run(lines.join('\n'))),
    );
  });
});
