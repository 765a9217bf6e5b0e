import { type Context, createContext, Script } from 'node:vm';

interface ProgramText {
  readonly text: string;
  readonly file: string;
  readonly columns: number;
}

/** What the setup gives: functions of the sandbox that take and give texts only. */
interface Realm {
  enter(text: string): void;
  take(): string;
}

interface Stray {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
}

/** Lets the promises of a context go on: they have a queue of their own, which runs when a script of theirs has ended. */
const GO_ON = new Script('');

/**
 * Contexts for code that isn't ours. It sees the language and what `setup` gives it, and no object of this world; it can't make
 * code from texts. It is no wall against an attacker: it keeps an exercise honest, offline and deterministic.
 */
export class Sandboxes {
  static #isBusy = false;

  /** Throws a SyntaxError for a program that can't be compiled. */
  open(setup: string, { text, file, columns }: ProgramText): { exchange(text: string): string } {
    const context = createContext(Object.create(null), {
      microtaskMode: 'afterEvaluate',
      codeGeneration: { strings: false, wasm: false },
    });
    const script = new Script(text, { filename: file, columnOffset: -columns });
    const program: unknown = script.runInContext(context);
    const start = new Script(setup, { filename: 'setup' }).runInContext(context);
    const realm: Realm = start(program);
    return { exchange: (said) => exchange(realm, context, said) };
  }

  /**
   * Does something with sandboxes, and gives the rejections that nobody heard in them. They are told to the whole process, so
   * only one such thing goes on at a time.
   */
  async during<Result>(run: () => Result): Promise<{ result: Result; strays: readonly Stray[] }> {
    if (Sandboxes.#isBusy) throw new Error('sandboxes are used one after the other');
    Sandboxes.#isBusy = true;
    const others = process.listeners('unhandledRejection');
    const strays: Stray[] = [];
    process.removeAllListeners('unhandledRejection');
    process.on('unhandledRejection', (reason, promise) => {
      if (promise instanceof Promise) for (const other of others) other(reason, promise);
      else strays.push(strayOf(reason));
    });
    try {
      const result = run();
      return { result, strays };
    } finally {
      // Rejections are told after everything that runs now, and before anything that waits for its turn.
      await new Promise((resolve) => setImmediate(resolve));
      process.removeAllListeners('unhandledRejection');
      for (const other of others) process.on('unhandledRejection', other);
      Sandboxes.#isBusy = false;
    }
  }
}

function exchange(realm: Realm, context: Context, said: string): string {
  realm.enter(said);
  GO_ON.runInContext(context);
  return realm.take();
}

/** A reason of another world: even reading it may fail. */
function strayOf(reason: unknown): Stray {
  try {
    const { name = '', message = reason, stack = '' } = Object(reason);
    return { name: String(name), message: String(message), stack: String(stack) };
  } catch {
    return { name: '', message: 'something that can’t be read', stack: '' };
  }
}
