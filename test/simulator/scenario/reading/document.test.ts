import { describe, expect, it } from 'vitest';
import { wrong } from './reading.ts';

describe('a file that is no YAML map', () => {
  it.each([
    ['an empty file', '', '1:1 the file is empty'],
    ['a comment alone', '# nothing\n', '1:1 the file is empty'],
    ['a list', '- queues\n', '1:1 the file is no map'],
    ['a word', 'queues\n', '1:1 the file is no map'],
    ['a key twice', 'seed: 1\nseed: 2\n', '2:1 this key is written twice'],
    ['a key twice inside', 'queues: { a: {}, a: {} }\n', '1:18 this key is written twice'],
    ['a tab', 'queues:\n\torders: {}\n', '2:1 a tab is used as indentation'],
    ['an open bracket', 'reaches: [lost,\n', '2:1 the indentation doesn’t fit'],
    ['an open quote', 'seed: "1\n', '2:1 something is missing here'],
    ['two keys on a line', 'queues: orders: {}\n', '1:9 a second key follows on the same line'],
    ['two documents', 'seed: 1\n---\nseed: 2\n', '2:1 a second document begins here'],
    ['another version of YAML', '%YAML 1.1\n---\nseed: 1\n', '1:1 a %YAML line'],
    ['a tag', 'seed: !!js/function x\n', '1:7 this is no YAML'],
    ['a list as a key', '? [a]\n: b\n', '1:3 a key is no text'],
    ['an alias', 'seed: &one 1\nrunFor: *one\n', '2:9 an alias repeats'],
    ['an alias of nothing', 'seed: *one\n', '1:7 an alias repeats'],
    ['brackets without end', `reaches: ${'['.repeat(100_000)}`, '1:1 the file is nested too deep'],
    ['dashes without end', '- '.repeat(100_000), '1:1 the file is nested too deep'],
    ['indentation without end', indented(2_000), '1:1 the file is'],
    ['a long file', `# ${'x'.repeat(300_000)}`, '1:1 the file is longer than 256 KiB'],
  ])('is told: %s', (_, text, start) => {
    const [first, ...more] = wrong(text);
    expect(first).toMatch(/ \| ./);
    expect(first?.slice(0, start.length)).toBe(start);
    expect(more.length).toBeLessThan(3);
  });

  it('makes no gigabytes of aliases', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (const [from, to] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg', 'gh', 'hi'])
      bomb.push(`${to}: &${to} [${Array(9).fill(`*${from}`).join(', ')}]`);
    expect(wrong(bomb.join('\n'))[0]).toContain('an alias repeats what stands elsewhere');
  });

  it.each([
    [
      'queues: [orders]\n',
      '1:1 queues can’t stay as it is | write a map: a name, then its settings, e.g. orders: {}',
    ],
    [
      'queues: 3\n',
      '1:9 queues can’t be 3 | write a map: a name, then its settings, e.g. orders: {}',
    ],
    [
      'queues:\n',
      '1:1 queues is missing | write a map: a name, then its settings, e.g. orders: {}',
    ],
    [
      'faults: {}\n',
      '1:1 faults can’t stay as it is | write a list: - { crash: workers, chance: 1/200 }',
    ],
    [
      'seed: 1.5\n',
      '1:7 seed can’t be 1.5 | write a whole number from 0 to 9007199254740991, e.g. 42',
    ],
    [
      'maxEvents: 1e999\n',
      '1:12 maxEvents can’t be Infinity | write a whole number from 1 to 1000000000, e.g. 5000000',
    ],
    ['runFor: 0s\n', '1:9 runFor can’t be “0s” | write a time above 0s'],
    ['runFor: 99999d\n', '1:9 runFor can’t be “99999d” | write at most 3650d, ten years'],
  ])('says what to write instead of %j', (text, problem) => {
    expect(wrong(text)).toEqual([problem]);
  });
});

function indented(levels: number): string {
  return Array.from({ length: levels }, (_, level) => `${' '.repeat(level)}a:\n`).join('');
}
