import { expect, it } from 'vitest';
import { printPart } from '../../../../src/commands/try/lines/parts.ts';
import type { Part } from '../../../../src/domain/dialogue.ts';

const printed = async (part: Part) => {
  const lines: string[] = [];
  const print = async (document: unknown) => {
    lines.push(JSON.stringify(document).includes('strong') ? 'a strong word' : 'a text');
  };
  await printPart(part, { say: (...more) => lines.push(...more), ask: () => undefined, print }, 40);
  return lines;
};

it('reads Markdown, and says a verdict with a mark and a word', async () => {
  expect(await printed({ kind: 'text', text: 'It is **gone**.' })).toEqual(['', 'a strong word']);
  expect(
    await printed({ kind: 'verdict', grade: 'close', text: 'You said 40; it is 48.' }),
  ).toEqual(['', '≈ Close. You said 40; it is 48.']);
});

it('wraps stories and logs', async () => {
  const lines = ['12.0 s  worker 3 receives order-17, which nobody else sees for 30 s'];
  expect(await printed({ kind: 'story', title: 'How it came:', lines })).toEqual([
    '',
    'How it came:',
    '12.0 s  worker 3 receives order-17,',
    '        which nobody else sees for 30 s',
  ]);
  expect(await printed({ kind: 'log', title: 'workers', lines: ['0 s up'] })).toEqual([
    '',
    'workers:',
    '  0 s up',
  ]);
});

it('says a row of values in a sentence, each after what it is', async () => {
  const rows = [
    { mark: 'wrong', name: 'lost', cells: ['exactly 0', '3 of 20', ''] },
    { name: 'latency.p99', cells: ['', '803 ms', '1 s'] },
  ] as const;
  expect(
    await printed({ kind: 'rows', title: 'Checks', heads: ['wanted', 'now', 'before'], rows }),
  ).toEqual([
    '',
    'Checks:',
    '  ✗ lost: wanted exactly 0; now 3 of 20.',
    '  latency.p99: now 803 ms; before 1 s.',
  ]);
});

it('tells curves in words, and of long ones as many points as can be listened to', async () => {
  const two = { kind: 'curves', title: 'Depth', at: ['30 s', '1 min'] } as const;
  const curve = (name: string, words: string[]) => ({ name, words, values: [] });
  expect(
    await printed({
      ...two,
      curves: [curve('you said', ['4', '9']), curve('it is', ['5', '50'])],
    }),
  ).toEqual(['', 'Depth:', '  at 30 s: you said 4, it is 5', '  at 1 min: you said 9, it is 50']);
  const at = Array.from({ length: 60 }, (_, place) => `${place + 1} s`);
  const long = await printed({ kind: 'curves', title: 'Depth', at, curves: [curve('d', at)] });
  expect(long).toHaveLength(14);
  expect(long.at(-1)).toBe('  at 60 s: 60 s');
});
