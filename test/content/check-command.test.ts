import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { checkCommand } from '../../src/commands/check.ts';
import type { Host } from '../../src/commands/host.ts';
import { cardText, questionText, sections } from '../fixtures/deck.ts';
import { memoryFiles } from '../fixtures/memory-files.ts';

const check = async (nodes: [string, string][], ...paths: string[]) => {
  const written: string[] = [];
  const stream = { write: (text: string) => written.push(text) };
  const host = {
    stdout: stream,
    stderr: stream,
    cwd: '/',
    files: memoryFiles(new Map(nodes)),
    paths: { config: '/nowhere', data: '/nowhere', cache: '/nowhere' },
    shippedContent: '/shipped',
    exitWith: () => undefined,
  } as unknown as Host;
  const program = new Command().option('--content <dir>', '', (path) => [path], []);
  await program.addCommand(checkCommand(host)).parseAsync(['check', ...paths], { from: 'user' });
  return written.join('');
};

const shipped: [string, string][] = [
  ['/shipped/far/card.md', cardText({ id: 'far' })],
  ['/shipped/far/questions.md', questionText('far-why')],
];

describe('swelearn check', () => {
  it('knows the shipped topics when it checks another directory only', async () => {
    const body = `${sections()}\n[[far]]\n`;
    const deck: [string, string][] = [
      ['/deck/a/card.md', cardText({ id: 'a', prerequisites: '[far]' }, body)],
      ['/deck/a/questions.md', questionText('a-why')],
    ];
    expect(await check([...shipped, ...deck], 'deck')).toBe(
      '1 topic, 1 question, 0 exercises, 0 scenarios: no problems\n',
    );
  });

  it('lets no name of a file speak to the terminal', async () => {
    const written = await check([...shipped, ['/deck/\u001b[31ma/questions.md', '']], 'deck');
    expect(written).toContain('deck/a/questions.md:1:1: these questions belong to no topic');
  });
});
