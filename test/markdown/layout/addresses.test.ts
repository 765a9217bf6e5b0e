import { describe, expect, it } from 'vitest';
import { shown } from './shown.ts';

describe('the address of a web link on paper', () => {
  it.each([
    ['[docs](https://e.org/docs)', 'docs (https://e.org/docs)'],
    ['[e](https://e.org)', 'e (https://e.org)'],
    ['[e.org/docs](https://e.org/docs)', 'e.org/docs'],
    ['[e.org](https://e.org/)', 'e.org'],
    ['<https://e.org/docs>', 'https://e.org/docs'],
    ['<ada@e.org>', 'ada@e.org'],
    ['[[queues]]', 'queues'],
  ])('of %s is left out only when the words say it', (markdown, line) => {
    expect(shown(markdown, 60, { plain: true })).toEqual([line]);
  });
});
