import { describe, expect, it } from 'vitest';
import { harbourDeck } from './deck.ts';
import { Terminal } from './terminal.ts';

const wrapped = (command: string) => `echo before; ${command}; echo "code $?"`;
const STUDY = 'swelearn study --content deck';
const QUIT = /q quit$/m;
const DOWN = '\u001b[B';
const BACKSPACE = '\u007f';
const ESCAPE = '\u001b';

async function openHarbour(columns = 80, rows = 24): Promise<Terminal> {
  const terminal = new Terminal(wrapped(`${STUDY} harbour`), { columns, rows, cwd: harbourDeck() });
  await terminal.waitForText(QUIT);
  return terminal;
}

/** The shell's screen as it was, the cursor on it, and how the program ended. */
async function expectRestored(terminal: Terminal, code: number): Promise<void> {
  await terminal.waitForText(`code ${code}`);
  expect(terminal.buffer).toBe('normal');
  expect(terminal.isCursorShown).toBe(true);
  expect(terminal.isWrapping).toBe(true);
  expect(terminal.lines[0]).toBe('before');
  expect(terminal.text).not.toMatch(QUIT);
  // This would take away what the shell's window can be scrolled back to.
  expect(terminal.written).not.toContain('\u001b[3J');
}

describe('the reader', { timeout: 20_000 }, () => {
  it('opens a shipped topic on the alternate screen, its title at the top', async () => {
    const terminal = new Terminal(wrapped('swelearn study visibility-timeout'));
    await terminal.waitForText(QUIT);
    expect(terminal.buffer).toBe('alternate');
    expect(terminal.isCursorShown).toBe(false);
    expect(terminal.lines[0]).toContain('Visibility timeout');
    expect(terminal.lines).not.toContain('before');
    terminal.press('q');
    await expectRestored(terminal, 0);
  });

  it('draws also where CI is set, as some containers do', async () => {
    const env = { CI: 'true' };
    const terminal = new Terminal(wrapped('swelearn study visibility-timeout'), { env });
    await terminal.waitForText(QUIT);
  });

  it('scrolls by lines, pages and to the ends', async () => {
    const terminal = await openHarbour();
    terminal.press('j');
    await terminal.waitFor(({ lines }) => /^ *━+$/.test(lines[0] ?? ''));
    terminal.press('jjjj');
    await terminal.waitFor(({ lines }) => lines[0]?.includes('Overview') === true);
    terminal.press('G');
    await terminal.waitForText(/100%/);
    expect(terminal.text).toContain('Who leads a ship in?');
    terminal.press('g');
    await terminal.waitFor(({ lines }) => lines[0]?.includes('The harbour') === true);
    terminal.press(' ');
    await terminal.waitForText('Berth number 20 ');
  });

  it('searches, and marks the place it is at', async () => {
    const terminal = await openHarbour();
    terminal.press('/');
    await terminal.waitForText(/^\/█$/m);
    terminal.press('berth number 2');
    await terminal.waitForText('/berth number 2█');
    terminal.press('\r');
    await terminal.waitForText('1/11 “berth number 2”');
    expect(terminal.reversed).toEqual(['Berth number 2']);
    terminal.press('nn');
    await terminal.waitForText('3/11');
    const line = terminal.lines.find((each) => each.includes('Berth number 21'));
    expect(line).toBeDefined();
    terminal.press(ESCAPE);
    await terminal.waitForText(/^ The harbour › Overview +\d+% {2}\? keys {2}q quit$/m);
    expect(terminal.reversed).toEqual([]);
  });

  it('is drawn anew at every size, in place and without remains', async () => {
    const terminal = await openHarbour();
    const sizes = [
      [40, 12],
      [120, 50],
      [20, 5],
      [61, 33],
      [200, 6],
      [80, 24],
    ] as const;
    for (const [columns, rows] of sizes) {
      terminal.resize(columns, rows);
      const status = columns > 30 ? /^ The harbour.* 0% {2}\? keys {2}q quit$/ : /^ 0%$/;
      await terminal.waitFor(
        ({ lines }) =>
          lines[0]?.trim() === 'The harbour' &&
          /^ *━+$/.test(lines[1] ?? '') &&
          status.test(lines[rows - 2] ?? ''),
      );
      expect(terminal.lines[rows - 1]).toBe('');
      expect(terminal.lines.filter((line) => /0%/.test(line))).toHaveLength(1);
    }
    terminal.press('q');
    await expectRestored(terminal, 0);
  });

  it('lives through many sizes in a row, keys between them', async () => {
    const terminal = await openHarbour();
    for (let step = 0; step < 20; step += 1) {
      terminal.resize(30 + ((step * 37) % 90), 6 + ((step * 11) % 40));
      terminal.press(step % 2 === 0 ? 'j' : 'k');
    }
    terminal.resize(72, 20);
    await terminal.waitFor(({ lines }) => /q quit$/.test(lines[18] ?? ''));
    terminal.press('G');
    await terminal.waitFor(({ lines }) => /100%.*q quit$/.test(lines[18] ?? ''));
    expect(terminal.text).toContain('Who leads a ship in?');
    expect(terminal.lines.filter((line) => QUIT.test(line))).toHaveLength(1);
  });

  it('says so when the window is too small, and comes back', async () => {
    const terminal = await openHarbour();
    terminal.resize(15, 4);
    await terminal.waitFor(({ lines }) => lines[0] === 'too small');
    terminal.resize(60, 20);
    await terminal.waitFor(({ lines }) => /q quit$/.test(lines[18] ?? ''));
    expect(terminal.text).not.toContain('too small');
    terminal.resize(16, 4);
    await terminal.waitFor(({ lines }) => lines[0] === 'too small');
    const drawn = terminal.written.length;
    terminal.resize(17, 4);
    await terminal.waitFor(({ written }) => written.indexOf('too small', drawn) > 0);
    await terminal.waitFor(({ lines }) => lines[0] === 'too small');
  });

  it('jumps to a section of the outline, and Backspace comes back', async () => {
    const terminal = await openHarbour();
    terminal.press('o');
    await terminal.waitForText('Sections');
    terminal.press('leav');
    await terminal.waitForText(/Sections {2}leav$/m);
    expect(terminal.text).not.toContain('Overview');
    terminal.press('\r');
    await terminal.waitForText('lowers the ball');
    expect(terminal.text).not.toContain('Ships come in');
    terminal.press(BACKSPACE);
    await terminal.waitForText('Ships come in');
  });

  it('follows a link and comes back to it', async () => {
    const terminal = await openHarbour();
    terminal.press('\t');
    await terminal.waitFor(({ reversed }) => reversed.join() === 'lighthouse');
    terminal.press('\r');
    await terminal.waitForText('It turns all night.');
    expect(terminal.lines[0]).toContain('The lighthouse');
    terminal.press(BACKSPACE);
    await terminal.waitForText('Ships come in');
    expect(terminal.reversed).toEqual(['lighthouse']);
  });

  it('opens and closes an answer', async () => {
    const terminal = await openHarbour();
    terminal.press('G');
    await terminal.waitForText('▸ L1 Who leads a ship in?');
    terminal.press('a');
    await terminal.waitForText('The pilot does, from a small boat.');
    expect(terminal.text).toContain('▾ L1 Who leads a ship in?');
    terminal.press('a');
    await terminal.waitForText('▸ L1 Who leads a ship in?');
    expect(terminal.text).not.toContain('The pilot does');
  });

  it('changes its colours by t', async () => {
    const terminal = await openHarbour();
    expect(terminal.written).not.toContain('38;5;25m');
    terminal.press('t');
    await terminal.waitFor(({ written }) => written.includes('38;5;25m'));
    expect(terminal.lines[0]).toContain('The harbour');
  });

  it('draws everything again by r', async () => {
    const terminal = await openHarbour();
    terminal.spoil('spoilt by somebody else');
    await terminal.waitForText('spoilt by somebody else');
    terminal.press('r');
    await terminal.waitFor(
      ({ lines, text }) => lines[0]?.trim() === 'The harbour' && !text.includes('spoilt'),
    );
    expect(terminal.lines[22]).toMatch(QUIT);
  });

  it('writes no colour under NO_COLOR', async () => {
    const cwd = harbourDeck();
    const terminal = new Terminal(wrapped(`${STUDY} harbour`), { cwd, env: { NO_COLOR: '1' } });
    await terminal.waitForText(QUIT);
    terminal.press('t');
    await terminal.waitForText('colours are off');
    expect(terminal.written).not.toMatch(/\u001b\[[\d;]*[349][0-8]/);
  });

  it('reads Markdown from a pipe and keys from the terminal', async () => {
    const script = wrapped('swelearn study - < notes.md');
    const terminal = new Terminal(
      script.replace('swelearn', 'cat notes.md | swelearn').replace(' < notes.md', ''),
      {
        cwd: harbourDeck(),
      },
    );
    await terminal.waitForText('Words from a file.');
    expect(terminal.buffer).toBe('alternate');
    terminal.press('?');
    await terminal.waitForText('half a page down, up');
    terminal.press(ESCAPE);
    await terminal.waitForText('Words from a file.');
    terminal.press('q');
    await expectRestored(terminal, 0);
  });
});

describe('the picker', { timeout: 20_000 }, () => {
  it('is filtered by what is typed, and Enter reads', async () => {
    const terminal = new Terminal(wrapped(STUDY), { cwd: harbourDeck() });
    await terminal.waitForText('What do you want to read?');
    expect(terminal.buffer).toBe('alternate');
    expect(terminal.text).toContain('visibility-timeout');
    terminal.press('lamps');
    await terminal.waitFor(
      ({ lines }) => /lamps$/.test(lines[1] ?? '') && /› lighthouse/.test(lines[3] ?? ''),
    );
    expect(terminal.text).not.toContain('visibility-timeout');
    terminal.resize(50, 15);
    await terminal.waitFor(
      ({ lines }) =>
        /What do you/.test(lines[1] ?? '') &&
        /› lighthouse/.test(lines[3] ?? '') &&
        /Enter reads/.test(lines[13] ?? ''),
    );
    terminal.press('\r');
    await terminal.waitForText('It turns all night.');
    terminal.press('q');
    await expectRestored(terminal, 0);
  });

  it('is filtered by the letters that move and leave elsewhere', async () => {
    const terminal = new Terminal(wrapped(STUDY), { cwd: harbourDeck() });
    await terminal.waitForText('What do you want to read?');
    terminal.press('q');
    await terminal.waitForText(/What do you want to read\? {2}q$/m);
    terminal.press('jk');
    await terminal.waitForText(/What do you want to read\? {2}qjk$/m);
  });

  it('moves by arrows', async () => {
    const terminal = new Terminal(wrapped(STUDY), { cwd: harbourDeck() });
    await terminal.waitForText('What do you want to read?');
    const chosen = () => terminal.lines.find((line) => line.startsWith('  ›'));
    const first = chosen();
    terminal.press(DOWN);
    await terminal.waitFor(() => chosen() !== first && chosen() !== undefined);
  });

  it.each([
    [ESCAPE, 0],
    ['\u0003', 130],
  ])('is left by %j with code %i', async (key, code) => {
    const terminal = new Terminal(wrapped(STUDY), { cwd: harbourDeck() });
    await terminal.waitForText('What do you want to read?');
    terminal.press(key);
    await expectRestored(terminal, code);
  });
});

describe('the way out', { timeout: 20_000 }, () => {
  it.each([
    ['q', 0],
    ['\u0003', 130],
  ])('by %j gives code %i and the shell as it was', async (key, code) => {
    const terminal = await openHarbour();
    terminal.press(key);
    await expectRestored(terminal, code);
    expect(terminal.text).not.toContain('Ships come in');
  });

  it('by Ctrl-C is open while something is typed', async () => {
    const terminal = await openHarbour();
    terminal.press('/');
    await terminal.waitForText(/^\/█$/m);
    terminal.press('\u0003');
    await expectRestored(terminal, 130);
  });

  it.each([
    ['SIGTERM', 143],
    ['SIGINT', 130],
    ['SIGHUP', 129],
  ] as const)('by %s gives code %i and the shell as it was', async (signal, code) => {
    const program = `sh -c 'echo "pid $$"; exec "$NODE" "$BIN" study --content deck harbour'`;
    const terminal = new Terminal(wrapped(program), { cwd: harbourDeck() });
    await terminal.waitForText(QUIT);
    process.kill(Number(/pid (\d+)/.exec(terminal.written)?.[1]), signal);
    await expectRestored(terminal, code);
  });

  it('is open to what is typed ahead: the keys after q are lost, q is not', async () => {
    const terminal = await openHarbour();
    terminal.press('jjqll');
    await expectRestored(terminal, 0);
  });

  it.each([
    [`q${DOWN}`, 0],
    [`\u0003${DOWN}`, 130],
    [`${DOWN}q${DOWN}j`, 0],
  ])('is open when other keys come in the same packet: %j', async (keys, code) => {
    const terminal = await openHarbour();
    terminal.press(keys);
    await expectRestored(terminal, code);
  });

  it('by Ctrl-Z is none where no shell could bring it back: the reader stays', async () => {
    const terminal = await openHarbour();
    terminal.press('\u001a');
    await terminal.waitFor(({ written }) => written.includes('\u001b[?1049l'));
    terminal.press('G');
    await terminal.waitFor(({ buffer, text }) => buffer === 'alternate' && text.includes('100%'));
    terminal.press('q');
    await expectRestored(terminal, 0);
  });

  it('leaves the terminal to the next program: what is typed is echoed and read by lines', async () => {
    const script = `${wrapped('swelearn study notes.md')}; read answer; echo "read $answer"`;
    const terminal = new Terminal(script, { cwd: harbourDeck() });
    await terminal.waitForText(QUIT);
    terminal.press('q');
    await expectRestored(terminal, 0);
    terminal.press('words\r');
    await terminal.waitForText('read words');
    expect(terminal.lines).toContain('words');
  });

  it.each([
    ['swelearn study ./none.md', 'none.md'],
    [`${STUDY} harbor`, 'did you mean'],
  ])('is taken before the screen is when there is nothing to read: %s', async (command, words) => {
    const terminal = new Terminal(wrapped(command), { cwd: harbourDeck() });
    await expectRestored(terminal, 2);
    expect(terminal.text).toContain(words);
    expect(terminal.written).not.toContain('\u001b[?1049h');
  });

  it.each<[string, ((terminal: Terminal) => void) | undefined]>([
    ['the same size', undefined],
    ['another size', (terminal) => terminal.resize(70, 20)],
  ])('to the shell by Ctrl-Z is not for ever: fg comes back, at %s', async (_, resize) => {
    const script = `set -m; echo before; ${STUDY} harbour; echo "stopped"; read _; fg; echo "code $?"`;
    const terminal = new Terminal(script, { cwd: harbourDeck() });
    await terminal.waitForText(QUIT);
    terminal.press('G');
    await terminal.waitForText('100%');
    const [top] = terminal.lines;
    terminal.press('\u001a');
    await terminal.waitForText('stopped');
    expect(terminal.buffer).toBe('normal');
    expect(terminal.isCursorShown).toBe(true);
    resize?.(terminal);
    terminal.press('\r');
    await terminal.waitFor(
      ({ lines, buffer }) =>
        buffer === 'alternate' && lines[0] === top && QUIT.test(lines.at(-2) ?? ''),
    );
    expect(terminal.isCursorShown).toBe(false);
    terminal.press('q');
    await terminal.waitForText('code 0');
    expect(terminal.buffer).toBe('normal');
    expect(terminal.isCursorShown).toBe(true);
  });
});
