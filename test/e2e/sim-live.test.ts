import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SHOP } from '../commands/sim/live/shop.ts';
import { temporaryDirectory } from './run-cli.ts';
import { Terminal } from './terminal.ts';

const wrapped = (command: string) => `echo before; ${command}; echo "code $?"`;
const RUN = 'swelearn sim run ./shop.yaml';

function open(command = RUN, size = {}, env: Readonly<Record<string, string>> = {}): Terminal {
  const cwd = temporaryDirectory();
  writeFileSync(join(cwd, 'shop.yaml'), SHOP);
  return new Terminal(wrapped(command), { cwd, env, ...size });
}

async function expectRestored(terminal: Terminal, code: number): Promise<void> {
  await terminal.waitForText(`code ${code}`);
  expect(terminal.buffer).toBe('normal');
  expect(terminal.isCursorShown).toBe(true);
  expect(terminal.isWrapping).toBe(true);
  expect(terminal.lines[0]).toBe('before');
}

describe('a simulation on a terminal', { timeout: 30_000 }, () => {
  it('plays, pauses, steps, breaks something, follows a message, ends, begins anew and leaves', async () => {
    const terminal = open(RUN, { columns: 120, rows: 40 });
    await terminal.waitForText(/The shop · seed 7[\s\S]*playing/);
    expect(terminal.buffer).toBe('alternate');
    await terminal.waitForText(/[1-9]\d* produced/);
    for (const name of ['shoppers', 'orders', 'pickers', 'courier', 'shelf'])
      expect(terminal.text).toContain(name);

    terminal.press(' ');
    await terminal.waitForText('paused');
    const [before] = terminal.lines;
    terminal.press('.');
    await terminal.waitFor(({ lines }) => lines[0] !== before);

    terminal.press('f');
    await terminal.waitForText(/Break something[\s\S]*crash one of pickers/);
    terminal.press('1');
    await terminal.waitForText(/at [\d:.]+\d: crash one of pickers/);
    await terminal.waitForText('fault: pickers');

    terminal.press('/');
    terminal.press('s-1');
    await terminal.waitForText('s-1█');
    terminal.press('\r');
    await terminal.waitForText('Following shoppers-1');
    terminal.press('\r');
    await terminal.waitForText('shoppers makes shoppers-1');
    terminal.press('\u001b');
    await terminal.waitForText('Following shoppers-1');

    terminal.press('e');
    await terminal.waitForText('The run is over: nothing is left to do.');
    terminal.press('c');
    await terminal.waitForText(/✗ fails[\s\S]*duplicates[\s\S]*You broke it by hand 1 time/);
    terminal.press('c');
    terminal.press('r');
    await terminal.waitForText('playing');
    terminal.press('e');
    await terminal.waitForText('The run is over: nothing is left to do.');
    terminal.press('c');
    await terminal.waitForText('Why: ');
    expect(terminal.text).not.toContain('You broke it');
    // Its checks failed, so it leaves as the report would.
    terminal.press('qq');
    await expectRestored(terminal, 1);
    // What the run came to stays on the terminal, so that it can be read and copied.
    expect(terminal.text).toMatch(/The shop, seed 7: [\s\S]*^FAILS duplicates is \d+/m);
    expect(terminal.text).not.toContain('Why: ');
  });

  it('gives the terminal back on Ctrl-C', async () => {
    const terminal = open();
    await terminal.waitForText(/The shop[\s\S]*playing/);
    terminal.press('\u0003');
    await expectRestored(terminal, 130);
  });

  it('goes to the shell and comes back', async () => {
    const cwd = temporaryDirectory();
    writeFileSync(join(cwd, 'shop.yaml'), SHOP);
    const script = `set -m; ${RUN}; echo "stopped $?"; read line; fg; echo "code $?"`;
    const terminal = new Terminal(script, { cwd });
    await terminal.waitForText(/The shop[\s\S]*playing/);
    terminal.press('\u001a');
    await terminal.waitForText('stopped');
    expect(terminal.buffer).toBe('normal');
    terminal.press('\n');
    await terminal.waitFor(({ buffer, text }) => buffer === 'alternate' && text.includes('orders'));
    terminal.press('q');
    await terminal.waitForText('code 0');
    expect(terminal.buffer).toBe('normal');
  });

  it('fits small and large screens, also when they change', async () => {
    const terminal = open(RUN, { columns: 40, rows: 12 });
    await terminal.waitForText(/orders[\s\S]*pickers/);
    terminal.press(' ');
    terminal.resize(180, 50);
    await terminal.waitForText('The shop · seed 7');
    expect(terminal.lines).toHaveLength(50);
    expect(terminal.text).toContain('orders-dlq');
    terminal.press('q');
    await expectRestored(terminal, 0);
  });

  it('draws itself anew when the screen changes while time passes', async () => {
    const terminal = open(RUN, { columns: 60, rows: 20 });
    await terminal.waitForText(/[1-9]\d* produced/);
    for (const [columns, rows] of [
      [120, 40],
      [40, 12],
      [80, 24],
    ] as const) {
      terminal.resize(columns, rows);
      const before = terminal.lines[0];
      await terminal.waitFor(
        ({ lines }) => lines[0] !== before && /Space pause/.test(lines[rows - 2] ?? ''),
      );
      expect(terminal.lines.at(-1)).toBe('');
      expect(terminal.text.match(/Space pause/g)).toHaveLength(1);
    }
    terminal.press('q');
    await expectRestored(terminal, 0);
  });

  it('has colours for a dark and for a light background, and none where none are wanted', async () => {
    // A colour is a parameter from 30 to 48 or from 90 to 107.
    const colours = /\u001b\[(?:\d+;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;\d+)*m/g;
    const coloursWith = async (env: Readonly<Record<string, string>>) => {
      const terminal = open(RUN, {}, env);
      await terminal.waitForText(/[1-9]\d* produced/);
      terminal.press('q');
      await expectRestored(terminal, 0);
      return new Set(terminal.written.match(colours));
    };
    expect(await coloursWith({ NO_COLOR: '1' })).toEqual(new Set());
    const dark = await coloursWith({ COLORFGBG: '15;0' });
    const light = await coloursWith({ COLORFGBG: '0;15' });
    expect(dark.size).toBeGreaterThan(0);
    expect(light.size).toBeGreaterThan(0);
    expect(light).not.toEqual(dark);
  });

  it('keeps hearing the keys while it runs as fast as it can', async () => {
    const cwd = temporaryDirectory();
    writeFileSync(
      join(cwd, 'busy.yaml'),
      `# Busy
runFor: 1h
maxEvents: 100000000
queues: { orders: {} }
producers: { shop: { sendsTo: orders, arrivals: 3000/s } }
consumers: { workers: { receivesFrom: orders, count: 60, batch: 10, steps: [{ work: 5ms }, delete] } }
`,
    );
    const terminal = new Terminal(wrapped('swelearn sim run ./busy.yaml'), { cwd });
    await terminal.waitForText(/Busy[\s\S]*\d+k produced/);
    terminal.press('+++');
    await terminal.waitForText('slower than');
    terminal.press('?');
    await terminal.waitForText('find a message to follow');
    terminal.press('q');
    await terminal.waitFor(({ text }) => !text.includes('find a message to follow'));
    terminal.press('q');
    await expectRestored(terminal, 0);
  });
});
