import { describe, expect, it } from 'vitest';
import { pageOf, shown } from './shown.ts';

const question = `Before

<details><summary>Why is <b>this</b> so?</summary>

Because of [[queues]].

- one

</details>

After`;

describe('details', () => {
  it('are one line while they are folded', () => {
    expect(shown(question, 40, { open: new Set() })).toEqual([
      'Before',
      '',
      '▸ Why is this so?',
      '',
      'After',
    ]);
  });

  const unfolded = [
    'Before',
    '',
    '▾ Why is this so?',
    '',
    '  Because of queues.',
    '',
    '  • one',
    '',
    'After',
  ];

  it.each(['all', new Set(['details-1'])] as const)(
    'show what they hold when %o is open',
    (open) => {
      expect(shown(question, 40, { open })).toEqual(unfolded);
    },
  );

  it('stay folded when it is others that are open', () => {
    expect(shown(question, 40, { open: new Set(['details-2']) })).toHaveLength(5);
  });

  it('are a target on every piece of their summary, and hide the links they hold', () => {
    const closed = pageOf(question, 40, { open: new Set() });
    expect(closed.targets).toEqual([{ kind: 'details', key: 'details-1', line: 2, open: false }]);
    expect(closed.lines[2]?.spans.map(({ target }) => target)).toEqual([0, 0, 0, 0]);
    const { targets } = pageOf(question, 40);
    expect(targets.map(({ kind, line }) => [kind, line])).toEqual([
      ['details', 2],
      ['link', 4],
    ]);
  });
});

describe('footnotes', () => {
  it('stand at the end behind their numbers, with hanging indents', () => {
    const markdown = `A claim[^a] and another[^b].

[^a]: A short note.
[^b]: A note that is long enough to wrap at this width.`;
    expect(shown(markdown, 40)).toEqual([
      'A claim[1] and another[2].',
      '',
      '────────────────────',
      '[1] A short note.',
      '[2] A note that is long enough to wrap',
      '    at this width.',
    ]);
  });
});
