import { resolve } from 'node:path';
import { type IPty, spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { onTestFailed, onTestFinished } from 'vitest';
import { temporaryDirectory } from './run-cli.ts';
import { warmIndex } from './warm-index.ts';

const bin = resolve(import.meta.dirname, '../../bin/swelearn.js');

interface Options {
  readonly columns?: number;
  readonly rows?: number;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A terminal with a shell in it: what the learner sees, without a window. Closed when the test is over. */
export class Terminal {
  readonly #pty: IPty;
  readonly #screen: InstanceType<typeof xterm.Terminal>;
  #written = '';

  /** `script` is for sh; in it, `swelearn` runs the built tool, and $NODE and $BIN are what it is run with. */
  constructor(script: string, { columns = 80, rows = 24, cwd, env }: Options = {}) {
    const home = temporaryDirectory();
    warmIndex(env?.SWELEARN_HOME ?? resolve(home, 'state'));
    this.#screen = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
    this.#pty = spawn('/bin/sh', ['-c', `swelearn() { "$NODE" "$BIN" "$@"; }\n${script}`], {
      name: 'xterm-256color',
      cols: columns,
      rows,
      cwd: cwd ?? home,
      env: {
        PATH: process.env.PATH ?? '',
        HOME: home,
        LANG: 'C.UTF-8',
        NODE: process.execPath,
        BIN: bin,
        SWELEARN_HOME: resolve(home, 'state'),
        ...env,
      },
    });
    this.#pty.onData((data) => {
      this.#written += data;
      this.#screen.write(data);
    });
    // What the screen answers when a program asks it something.
    this.#screen.onData((answer) => this.#pty.write(answer));
    onTestFailed(() => {
      process.stderr.write(`The screen was (${this.buffer}):\n${this.text}\n`);
    });
    onTestFinished(() => {
      this.#pty.kill('SIGKILL');
      this.#screen.dispose();
    });
  }

  /** The rows of the screen, without the spaces at their ends. */
  get lines(): string[] {
    const { active } = this.#screen.buffer;
    return Array.from({ length: this.#screen.rows }, (_, row) =>
      (active.getLine(active.viewportY + row)?.translateToString(true) ?? '').trimEnd(),
    );
  }

  get text(): string {
    return this.lines.join('\n');
  }

  /** `alternate` while a program has taken the whole screen. */
  get buffer(): 'normal' | 'alternate' {
    return this.#screen.buffer.active.type;
  }

  get isCursorShown(): boolean {
    return this.#written.lastIndexOf('\u001b[?25h') >= this.#written.lastIndexOf('\u001b[?25l');
  }

  /** Long lines go on in the next row, as a shell expects. */
  get isWrapping(): boolean {
    return this.#screen.modes.wraparoundMode;
  }

  /** The pieces of the screen that are drawn in reverse. */
  get reversed(): string[] {
    const { active } = this.#screen.buffer;
    return this.lines.flatMap((line, row) => {
      const cells = Array.from({ length: this.#screen.cols }, (_, column) =>
        active.getLine(active.viewportY + row)?.getCell(column),
      );
      const marked = cells.map((cell) => (cell?.isInverse() ? cell.getChars() || ' ' : '\n'));
      return line === '' ? [] : marked.join('').split(/\n+/).filter(Boolean);
    });
  }

  /** Everything that was written to the terminal, escape sequences included. */
  get written(): string {
    return this.#written;
  }

  press(keys: string): void {
    this.#pty.write(keys);
  }

  /** Writes on the screen behind the program's back. */
  spoil(words: string): void {
    this.#screen.write(`\u001b[5;5H${words}\r\n`);
  }

  resize(columns: number, rows: number): void {
    this.#screen.resize(columns, rows);
    this.#pty.resize(columns, rows);
  }

  /** Resolves when the screen is as wished; looks each time that a whole frame was drawn. */
  waitFor(isSo: (terminal: this) => boolean): Promise<void> {
    return new Promise((done) => {
      const look = () => {
        if (this.#screen.modes.synchronizedOutputMode || !isSo(this)) return;
        listener.dispose();
        done();
      };
      const listener = this.#screen.onWriteParsed(look);
      look();
    });
  }

  /** Resolves when the words stand on the screen. */
  waitForText(words: string | RegExp): Promise<void> {
    return this.waitFor(({ text }) =>
      typeof words === 'string' ? text.includes(words) : words.test(text),
    );
  }
}
