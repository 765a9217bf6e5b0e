import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitFrontMatter } from '../../src/content/front-matter.ts';

describe('splitFrontMatter', () => {
  it('splits a text and knows the line of each key', () => {
    const { data, body, bodyLine, keyLine } = splitFrontMatter(
      '---\nid: a\ntags: [x, y]\n---\nbody\n',
    );
    expect(data).toEqual({ id: 'a', tags: ['x', 'y'] });
    expect([body, bodyLine, keyLine('tags'), keyLine('nowhere')]).toEqual(['body\n', 5, 3, 1]);
  });

  it.each([
    ['no front matter', 'text\n\n---\n\nmore\n---\n'],
    ['an opening rule only', '---\ntext'],
    ['prose between two rules', '---\nJust some words here\n---\ntext'],
    ['a heading above the rule', '# Title\n---\ntitle: x\n---\n'],
  ])('leaves a text with %s alone', (_what, text) => {
    expect(splitFrontMatter(text)).toMatchObject({ data: {}, body: text, bodyLine: 1 });
  });

  it('accepts a short banner of another tool above', () => {
    expect(splitFrontMatter('tool 1.0\n\na banner\n---\ntitle: T\n---\nbody')).toMatchObject({
      data: { title: 'T' },
      body: 'body',
      bodyLine: 7,
    });
  });

  it.each(['js', 'javascript', 'coffee', 'coffeescript', 'cson', 'toml'])(
    'never executes front matter in %s',
    (language) => {
      const { data, body, error } = splitFrontMatter(
        `---${language}\n{ id: globalThis.executed = true }\n---\nbody`,
      );
      expect([data, body]).toEqual([{}, 'body']);
      expect(error?.message).toContain('never executed');
      expect(globalThis).not.toHaveProperty('executed');
    },
  );

  it('never makes a function of YAML', () => {
    const { data, error } = splitFrontMatter(
      '---\nid: !!js/function "function () { globalThis.executed = true }"\n---\n',
    );
    expect(data).toEqual({});
    expect(error?.line).toBe(2);
  });

  it('takes control characters and line ends out of decoded values and keys', () => {
    const { data } = splitFrontMatter(
      '---\ntitle: "\\e]0;pwned\\a a\\nb"\n"\\e[2Jkey": ["\\x9b31mx", {y: "\\u202e z"}]\nid: a\n---\n',
    );
    expect(data).toEqual({ title: 'a b', key: ['x', { y: 'z' }], id: 'a' });
  });

  it('keeps every value of another kind', () => {
    const { data } = splitFrontMatter('---\nat: 2026-11-21T10:00:00Z\nn: 1\nno: null\n---\n');
    expect(data).toEqual({ at: new Date('2026-11-21T10:00:00Z'), n: 1, no: null });
  });

  it.each([
    ['an alias of itself', 'a: &a [*a, *a, *a, *a, *a, *a]', 'deep'],
    [
      'aliases that multiply',
      `a: &a [${'x,'.repeat(9000)}]\nb: &b [*a, *a, *a]\nc: [*b, *b, *b]`,
      'values',
    ],
  ])('refuses %s', (_what, yaml, message) => {
    expect(splitFrontMatter(`---\n${yaml}\n---\nbody`)).toMatchObject({
      data: {},
      body: 'body',
      error: { message: expect.stringContaining(message) },
    });
  });

  it.each([
    ['an alarm: nothing else', 'Take care: this\nis [prose'],
    ['an address', 'https://example.org'],
    ['a list', '- one\n- two'],
    ['nothing', ''],
    ['a longer rule', 'id: a\n----\nprose'],
  ])('shows %s between two rules as text', (_what, between) => {
    const text = `---\n${between}\n---\nbody`;
    expect(splitFrontMatter(text)).toMatchObject({ data: {}, body: text, bodyLine: 1 });
  });

  it('sees a closing rule with spaces behind it', () => {
    expect(splitFrontMatter('---  \nid: a\n--- \nbody\n---\n')).toMatchObject({
      data: { id: 'a' },
      body: 'body\n---\n',
      bodyLine: 4,
    });
  });

  it('says where bad YAML goes wrong, every time it is asked', () => {
    const text = '---\nid: a\ntags: [x\ntitle: T\n---\nbody';
    for (const _time of [1, 2])
      expect(splitFrontMatter(text)).toMatchObject({
        data: {},
        body: 'body',
        error: { line: 4, column: 1 },
      });
  });

  it('refuses a YAML bomb before it is expanded', () => {
    const bomb = Array.from(
      { length: 30 },
      (_, i) =>
        `a${i + 1}: &a${i + 1} [${Array(9)
          .fill(i === 0 ? 'x' : `*a${i}`)
          .join(', ')}]`,
    );
    expect(splitFrontMatter(`---\n${bomb.join('\n')}\n---\nbody`).error?.message).toContain(
      'aliases',
    );
  });

  it('refuses front matter of more than 64 KiB', () => {
    expect(splitFrontMatter(`---\nid: ${'x'.repeat(70_000)}\n---\n`).error?.message).toContain(
      '64 KiB',
    );
  });

  it('never throws and never loses a line of the body', () => {
    const line = fc.oneof(
      fc.constantFrom('---', 'id: x', '- a', '---js', 'a: [', '*x', 'text', '', '...'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(line.filter((each) => !each.includes('\n'))), (lines) => {
        const { body, bodyLine } = splitFrontMatter(lines.join('\n'));
        expect(body).toBe(lines.slice(bodyLine - 1).join('\n'));
      }),
    );
  });
});
