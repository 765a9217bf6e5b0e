import { describe, expect, it } from 'vitest';
import { widest, widthOf } from '../../../src/markdown/layout/measure.ts';

describe('widthOf', () => {
  it.each([
    ['plain words', 11],
    ['数据', 4],
    ['👩‍💻', 2],
    ['🇩🇪', 2],
    ['e\u0301', 1],
    ['⚠️', 2],
    ['☑ ☐ ▼ → │', 9],
  ])('measures %s', (text, columns) => {
    expect(widthOf(text)).toBe(columns);
  });
});

describe('widest', () => {
  it('takes more runs than a function takes arguments', () => {
    const runs = Array.from({ length: 200_000 }, () => [{ text: 'ab' }]);
    expect(widest(runs)).toBe(2);
  });
});
