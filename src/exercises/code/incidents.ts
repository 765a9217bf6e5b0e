import type { Micros } from '../../simulator/engine/time.ts';
import type { Trouble } from './trouble.ts';

/** Something that was thrown, as the sandbox describes it. `own` is a mistake of the program, and no failure of what it called. */
export interface Thrown {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
  readonly own: boolean;
}

/** A line that a program wrote down. */
export interface LogLine {
  readonly at: Micros;
  readonly item: string | undefined;
  readonly text: string;
}

/** Thrown out of a run whose program can't go on. */
export class Stopped extends Error {
  readonly trouble: Trouble;

  constructor(trouble: Trouble) {
    super(trouble.what);
    this.trouble = trouble;
  }
}

/** The last lines of a log that are kept. */
const MOST_LINES = 1000;

/** Characters of a line that are kept. */
const MOST_CHARACTERS = 1000;

/** Mistakes after which a run has nothing more to show: one is enough for the verdict, and each may have cost much time. */
const MOST_THROWN = 100;

const CHANGES_NOTHING: ReadonlySet<string> = new Set(['get', 'delete', 'extend', 'sleep']);

interface Mistake {
  readonly error: Thrown;
  readonly items: Set<string>;
}

/** What went wrong with a program in one run, and what it wrote down. */
export class Incidents {
  readonly lines: LogLine[] = [];
  readonly #file: string;
  readonly #seed: number;
  readonly #mistakes = new Map<string, Mistake>();
  #thrown = 0;
  readonly #strays = new Map<string, Thrown>();
  #overrun: Trouble | undefined;
  readonly #worked = new Set<string>();
  readonly #changed = new Set<string>();

  constructor(file: string, seed: number) {
    this.#file = file;
    this.#seed = seed;
  }

  /** Whether the work itself was ever called for. */
  get hasWorked(): boolean {
    return this.#worked.size > 0;
  }

  /** An item that something was changed for, and never the work called for. */
  get unworked(): string | undefined {
    return [...this.#changed].find((item) => !this.#worked.has(item));
  }

  /** A call for an item. */
  called(does: string, item: string): void {
    if (does === 'work') this.#worked.add(item);
    else if (!CHANGES_NOTHING.has(does)) this.#changed.add(item);
  }

  wrote(at: Micros, item: string | undefined, text: string): void {
    this.lines.push({ at, item, text: printable(text.slice(0, MOST_CHARACTERS)) });
    if (this.lines.length > MOST_LINES) this.lines.shift();
  }

  threw(error: Thrown, item: string | undefined): void {
    const line = this.#lineOf(error);
    const place = `${error.name} ${line ?? error.message}`;
    const mistake = this.#mistakes.get(place) ?? { error, items: new Set() };
    if (item !== undefined) mistake.items.add(item);
    this.#mistakes.set(place, mistake);
    this.#thrown += 1;
    const [first] = this.troubles();
    if (this.#thrown === MOST_THROWN && first) throw new Stopped(first);
  }

  /** A rejection that nobody heard. */
  strayed(error: Thrown): void {
    this.#strays.set(`${error.message} ${this.#lineOf(error)}`, error);
  }

  /** The parser read it, and the machine doesn't: they may know different years of the language. */
  didNotCompile({ message, stack = '' }: SyntaxError): never {
    const error = { name: '', message, stack, own: true };
    throw new Stopped({
      kind: 'syntax',
      what: `it can’t be compiled: ${message}`,
      fix: 'write it another way',
      line: this.#lineOf(error),
    });
  }

  didNotLoad(error: Thrown): never {
    throw new Stopped({
      kind: 'unloadable',
      what: `the file throws when it is loaded: ${said(error)}`,
      fix: 'only what is in the exported function runs for each message',
      line: this.#lineOf(error),
    });
  }

  stuck(line: number, item: string | undefined): never {
    throw new Stopped({
      kind: 'endless-loop',
      what: 'it goes round here a million times without waiting for anything',
      fix: 'give it an end, or let time pass in it: await sleep(...) or a call',
      line,
      seed: this.#seed,
      item,
    });
  }

  calledTooOften(calls: number, item: string | undefined): never {
    throw new Stopped({
      kind: 'too-many-calls',
      what: `a worker makes more than ${calls} calls while no time passes`,
      fix: 'look for a loop that calls again at once; wait before each new attempt, and count the attempts',
      line: undefined,
      seed: this.#seed,
      item,
    });
  }

  /** Messages come back again and again. It can be told more than once: the first time counts. */
  neverDone(items: number, handOuts: number, item: string | undefined): void {
    this.#overrun ??= {
      kind: 'never-done',
      what: `${items === 1 ? 'one message was' : `${items} messages were`} handed out ${handOuts} times in all, and most are never done with`,
      fix: 'call await message.delete() once a message is done; what can’t be done needs an end, too',
      line: undefined,
      seed: this.#seed,
      item,
    };
  }

  /** It calls and calls, and time passes. It can be told more than once: the first time counts. */
  restless(calls: number, item: string | undefined): void {
    this.#overrun ??= {
      kind: 'too-many-calls',
      what: `it makes more than ${calls - 1} calls in one run, and goes on`,
      fix: 'look for a loop or a timer that never ends; count the attempts, and clear each interval',
      line: undefined,
      seed: this.#seed,
      item,
    };
  }

  answersLater(item: string): never {
    throw new Stopped({
      kind: 'programming-error',
      what: 'message gives a promise',
      fix: 'a message is written at once: take async away',
      line: undefined,
      seed: this.#seed,
      item,
    });
  }

  /** Whether it had more than its allowance: then its workers stand still at some time, and later events mean nothing. */
  get hasOverrun(): boolean {
    return this.#overrun !== undefined;
  }

  /** Everything that didn't stop the run. */
  troubles(): Trouble[] {
    const mistakes = [...this.#mistakes.values()].map(({ error, items }): Trouble => {
      const [item] = items;
      const often = items.size > 1 ? ` (for ${items.size} items)` : '';
      return {
        kind: 'programming-error',
        what: `${said(error)}${often}`,
        fix: 'a mistake in the program, and no failure of what it calls: correct the line',
        line: this.#lineOf(error),
        seed: this.#seed,
        item,
      };
    });
    const strays = [...this.#strays.values()].map(
      (error): Trouble => ({
        kind: 'unhandled-rejection',
        what: `a promise was rejected and nobody heard it: ${said(error)}`,
        fix: 'await each call, so that what goes wrong reaches the handler',
        line: this.#lineOf(error),
        seed: this.#seed,
      }),
    );
    return [...mistakes, ...strays, ...(this.#overrun ? [this.#overrun] : [])];
  }

  /** The topmost line of the learner's file in the stack. */
  #lineOf({ stack }: Thrown): number | undefined {
    const at = stack.indexOf(`${this.#file}:`);
    const line = at < 0 ? Number.NaN : Number.parseInt(stack.slice(at + this.#file.length + 1), 10);
    return Number.isNaN(line) ? undefined : line;
  }
}

function said({ name, message }: Thrown): string {
  return printable(name === '' || name === 'Error' ? message : `${name}: ${message}`);
}

/** What a program says goes to a terminal, which must not take it for commands. */
function printable(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ');
}
