import { describe, expect, it } from 'vitest';
import { findings, judged } from './judged.ts';
import { VIDEOS } from './videos.ts';

describe('an encoder of videos', () => {
  it.each([
    [
      'beats by a timer',
      `const beat = setInterval(() => message.extend(30), 10_000);
  try {
    await work();
  } finally {
    clearInterval(beat);
  }`,
    ],
    [
      'beats in a loop beside the work',
      `let busy = true;
  const beat = async () => {
    while (busy) {
      await message.extend(30);
      await sleep(15_000);
    }
  };
  beat();
  await work();
  busy = false;`,
    ],
    ['asks for enough at once', 'await message.extend(120);\n  await work();'],
  ])('passes when it %s', async (_, body) => {
    expect(findings(await judged(VIDEOS, 'encoders', encoder(body)))).toEqual([]);
  });

  it('is caught when it lets the lease run out', async () => {
    const found = findings(await judged(VIDEOS, 'encoders', encoder('await work();')));
    expect(found).toContain('redeliveries');
  });

  it('is caught when its heart beats too late', async () => {
    const late = `const beat = setInterval(() => message.extend(30), 40_000);
  await work();
  clearInterval(beat);`;
    expect(findings(await judged(VIDEOS, 'encoders', encoder(late)))).toContain('redeliveries');
  });

  it('lives in virtual time, with chance that the seed decides', async () => {
    const program = encoder(`const began = Date.now();
  await sleep(1500);
  log(Date.now() - began, new Date(0).getTime(), Math.random(), crypto.randomUUID());
  await message.extend(120);
  await work();`);
    const one = await judged(VIDEOS, 'encoders', program, 1);
    const two = await judged(VIDEOS, 'encoders', program, 1);
    expect(one.lines[0]).toMatchObject({ item: 'studio-1' });
    expect(one.lines[0]?.text).toMatch(/^1500 0 0\.\d+ [\da-f]{8}-[\da-f]{4}-4/);
    expect(one.lines).toEqual(two.lines);
    expect(new Set(one.lines.map(({ text }) => text)).size).toBe(12);
  });
});

function encoder(body: string): string {
  return `export async function handle(message, { done, work, sleep, log }) {
  ${body}
  await done.putIfAbsent(message.id, true);
  await message.delete();
}`;
}
