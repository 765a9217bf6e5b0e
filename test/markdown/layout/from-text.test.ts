import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Inline } from '../../../src/markdown/ast.ts';
import { layout } from '../../../src/markdown/layout/index.ts';
import { widthOf } from '../../../src/markdown/layout/measure.ts';
import type { Page } from '../../../src/markdown/page.ts';
import { lineText } from '../../../src/markdown/paint.ts';
import { parseMarkdown } from '../../../src/markdown/parse.ts';
import { markdownText } from '../../fixtures/markdown-text.ts';
import { runs } from '../../fixtures/runs.ts';

/** What breaks naive wrapping: wide, joined and combined characters, and words longer than any line. */
const word = fc.oneof(
  { weight: 4, arbitrary: fc.stringMatching(/^[a-z0-9]{1,12}$/) },
  fc.constantFrom('数据库', '👩‍💻', '🇩🇪**🇫🇷**', '❤️', '한국어', 'é**\u0301**', 'क्षि', '→', '`a  b`'),
  fc.stringMatching(/^[a-z/]{30,90}$/),
);
const words = fc.array(word, { minLength: 1, maxLength: 12 }).map((list) => list.join(' '));
const prefix = fc.constantFrom(
  '',
  '- ',
  '> ',
  '12. ',
  '# ',
  '- [x] ',
  '    ',
  '| a | ',
  '<div style="display:flex">',
);
const prefixes = fc.array(prefix, { maxLength: 8 }).map((list) => list.join(''));
const line = fc.tuple(prefixes, words).map(([before, after]) => before + after);
const table = fc
  .array(fc.array(words, { minLength: 3, maxLength: 3 }), { maxLength: 4 })
  .map((rows) =>
    [['a', 'b', 'c'], ['--', ':-:', '-:'], ...rows]
      .map((row) => `| ${row.join(' | ')} |`)
      .join('\n'),
  );
const details = words.map((text) => `<details><summary>${text}</summary>\n\n${text}\n\n</details>`);
const box = line.map((text) => `<div style="border:1px solid;padding:4px">\n\n${text}\n\n</div>`);
/** Characters that must not come out again, behind doors other than plain text. */
const hostile = fc.constantFrom(
  '<a href="https://e.org/&#27;[2J">words</a>',
  '<img alt="&#27;[31m&#10;" src="&#9;x">',
  '![a&#10;b](c&#9;d "&#27;")',
  '[words](https://e.org/&#10;&#27;x)',
  '<pre>\na\tb&#27;\n</pre>',
  '[[a\tb|&#27;words]]',
  '| a&#10;b | `c\td` |\n|--|--|',
);
const part = fc.oneof({ weight: 3, arbitrary: line }, table, details, box, hostile, markdownText);
const text = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join('\n\n'));

const columns = fc.integer({ min: 20, max: 200 });

/** What holds for the page of any text at any width. */
function always(law: (page: Page, blocks: readonly Block[]) => void) {
  fc.assert(
    fc.property(text, columns, fc.boolean(), (source, width, plain) => {
      const document = parseMarkdown(source);
      law(layout(document, width, { open: 'all', tools: {}, plain }), document.blocks);
    }),
    runs(120),
  );
}

describe('the page of any text', () => {
  it('has no line wider than itself, unless that scrolls', () => {
    always(({ lines, width }) => {
      const wide = lines.filter((line) => !line.scrolls && widthOf(lineText(line)) > width);
      expect(wide.map(lineText)).toEqual([]);
    });
  });

  it('shows every letter and digit of the words', () => {
    always(({ lines }, blocks) => {
      expect(missing(wordsOf(blocks), lines.map(lineText).join(''))).toEqual([]);
    });
  });

  it('holds no control character, tab or line break', () => {
    always(({ lines }) => {
      expect(lines.map(lineText).join('')).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
    });
  });

  it('numbers its targets as they stand, and each is where its line says', () => {
    always(({ lines, targets }) => {
      const first = new Map<number, number>();
      for (const [at, { spans }] of lines.entries())
        for (const { target } of spans)
          if (target !== undefined && !first.has(target)) first.set(target, at);
      expect([...first]).toEqual(targets.map((target, index) => [index, target.line]));
    });
  });

  it('has an outline in the order of its lines, under names that occur once', () => {
    always(({ lines, outline }) => {
      const places = outline.map((entry) => entry.line);
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(places.every((place) => place in lines)).toBe(true);
      const generated = outline.map(({ id }) => id).filter((id) => id !== 'two');
      expect(new Set(generated).size).toBe(generated.length);
    });
  });

  it('changes neither words nor their order when it is wider', () => {
    fc.assert(
      fc.property(line, columns, columns, (source, one, other) => {
        const [narrow, wide] = [one, other].map((width) =>
          layout(
            { blocks: [{ type: 'paragraph', children: [{ type: 'text', text: source }] }] },
            width,
            {
              open: 'all',
              tools: {},
              plain: false,
            },
          )
            .lines.map(lineText)
            .join('')
            .replaceAll(' ', ''),
        );
        expect(narrow).toBe(wide);
      }),
    );
  });
});

function missing(written: string, shown: string): string[] {
  const left = new Map<string, number>();
  for (const character of shown.normalize('NFC'))
    left.set(character, (left.get(character) ?? 0) + 1);
  return [...written.normalize('NFC')].filter((character) => {
    const count = left.get(character) ?? 0;
    left.set(character, count - 1);
    return /[\p{L}\p{N}]/u.test(character) && count <= 0;
  });
}

/** Every text in the tree but names and addresses, powers aside because they are drawn with other characters. */
function wordsOf(blocks: readonly (Block | Inline)[]): string {
  let found = '';
  JSON.stringify(blocks, (key, value) => {
    if (/^(type|id|key|label|href|language|align|target)$/.test(key)) return undefined;
    if (typeof value === 'string') found += value;
    return value;
  });
  return found;
}
