import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highlight } from '../../src/markdown/highlight.ts';

const textOf = (lines: ReturnType<typeof highlight>) =>
  lines?.map((line) => line.map(({ text }) => text).join('')).join('\n');

describe('highlight', () => {
  it.each([
    ['js', 'return "a"; // c', ['syntaxKeyword', 'syntaxString', 'syntaxComment']],
    ['python', 'def f():\n    return None', ['syntaxKeyword', 'syntaxName', 'syntaxLiteral']],
    ['json', '{"a": [1, true]}', ['syntaxName', 'syntaxNumber', 'syntaxLiteral']],
    ['sql', 'SELECT 1 -- one', ['syntaxKeyword', 'syntaxNumber', 'syntaxComment']],
  ])('colours %s', (language, code, roles) => {
    const found = highlight(code, language)
      ?.flat()
      .flatMap((span) => span.roles);
    expect(found).toEqual(expect.arrayContaining([...roles, 'codeBlock']));
  });

  it('colours every line of a comment that spans some', () => {
    expect(highlight('/* a\nb */ 1', 'js')).toEqual([
      [{ text: '/* a', roles: ['syntaxComment'] }],
      [
        { text: 'b */', roles: ['syntaxComment'] },
        { text: ' ', roles: ['codeBlock'] },
        { text: '1', roles: ['syntaxNumber'] },
      ],
    ]);
  });

  it.each(['', 'nonsense', 'constructor', '__proto__'])(
    'does not know the language "%s"',
    (name) => {
      expect(highlight('x = 1', name)).toBeUndefined();
    },
  );

  it.each([
    '```\nconst fence = 1;\n```',
    '&lt;b&gt; &amp; <b>',
    ':smile: \\n **not bold**',
    'a  ',
    '\n\nafter empty lines',
    '  indented\n\n    more',
  ])('leaves the code %j as it is', (code) => {
    expect(textOf(highlight(code, 'js'))).toBe(code);
  });

  it('takes private characters in the code for no marks of its own', () => {
    const lines = highlight('x = "\ue000a\uf8ff\uf8ff" + 1', 'js');
    expect(textOf(lines)).toBe('x = "\ufffda\ufffd\ufffd" + 1');
    expect(lines?.flat().at(-1)).toEqual({ text: '1', roles: ['syntaxNumber'] });
  });

  it.each(['js', 'python', 'json'])('never changes any code in %s, or gives up', (language) => {
    const piece = fc.oneof(
      fc.constantFrom(
        '"',
        "'",
        '`',
        '${',
        '}',
        '/*',
        '*/',
        '//',
        '#',
        '\n',
        '"""',
        '<',
        '&',
        '数',
        '  ',
      ),
      fc.constantFrom('const', 'def', 'true', '1', '0x1f', 'class A', 'f(x)', '/re/g', '\\', '@a'),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 15 }), (pieces) => {
        const code = pieces.join('').replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, '');
        const lines = highlight(code, language);
        if (lines) expect(textOf(lines)).toBe(code.replace(/\n+$/, ''));
      }),
    );
  });

  it('does not give up on ordinary code', () => {
    const names = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(names, fc.integer(), (name, value) => {
        const code = `const ${name} = [${value}, "${name}"];\n\nfunction f(${name}) {}`;
        expect(textOf(highlight(code, 'js'))).toBe(code);
      }),
    );
  });
});
