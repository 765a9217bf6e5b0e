import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sanitize } from '../../src/markdown/sanitize.ts';

describe('sanitize', () => {
  it.each([
    ['colours', 'a\u001b[31mred\u001b[0mb', 'aredb'],
    ['a window title', 'a\u001b]0;evil\u0007b', 'ab'],
    ['a hyperlink', '\u001b]8;;https://evil.example\u001b\\word\u001b]8;;\u001b\\', 'word'],
    ['an 8-bit sequence', 'a\u009b2Jb', 'ab'],
    ['a bell, a backspace and a NUL', 'a\u0007\b\u0000b', 'ab'],
    ['a direction override', 'a\u202eb', 'ab'],
    ['a byte order mark', '\ufeffa', 'a'],
  ])('removes %s', (_what, hostile, harmless) => {
    expect(sanitize(hostile)).toBe(harmless);
  });

  it('keeps tabs, wide characters and joined emoji', () => {
    expect(sanitize('a\tb 数据 👩‍💻 é')).toBe('a\tb 数据 👩‍💻 é');
  });

  it('turns every kind of line end into a line feed', () => {
    expect(sanitize('a\r\nb\rc\u2028d')).toBe('a\nb\nc\nd');
  });

  it('cuts a line that is no prose and says how much is left out', () => {
    const [line, next] = sanitize(`${'x'.repeat(20_000_000)}\nnext`).split('\n');
    expect(line).toMatch(/^x{10000} … \(19990000 more characters of this line are left out\)$/);
    expect(next).toBe('next');
  });

  it('lets no control character through, whatever the text', () => {
    const nasty = fc.string({
      unit: fc.constantFrom(
        '\u001b',
        '[',
        ']',
        '3',
        'm',
        ';',
        '\u0007',
        '\u009b',
        '\\',
        'P',
        '\n',
        'a',
        '\u0000',
        '\u0090',
      ),
    });
    fc.assert(
      fc.property(nasty, (text) => {
        expect(sanitize(text)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
      }),
    );
  });

  it('keeps the number of lines of a text with line feeds', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme-ascii' })), (lines) => {
        expect(sanitize(lines.join('\n')).split('\n')).toHaveLength(Math.max(1, lines.length));
      }),
    );
  });
});
