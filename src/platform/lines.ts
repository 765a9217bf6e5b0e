import { createInterface } from 'node:readline';

/** What a learner types, line by line. */
export interface Lines {
  /** The next line, or why there is none. */
  next(): Promise<string | { readonly end: 'input is over' | 'interrupted' }>;
  /** Resolves when Ctrl-C was pressed, for what takes its time. */
  readonly interrupted: Promise<void>;
  /** Gives the keyboard to another program while `work` runs it. */
  lend<Result>(work: () => Result): Result;
  close(): void;
}

/** Reads lines from a terminal or a pipe. Ctrl-C ends them instead of the program. */
export function readLines(stdin: NodeJS.ReadStream): Lines {
  const reader = createInterface({ input: stdin, terminal: false });
  const waiting: string[] = [];
  let wake: () => void = () => undefined;
  let end: 'input is over' | 'interrupted' | undefined;
  const stop = (why: 'input is over' | 'interrupted') => {
    end ??= why;
    wake();
  };
  let interrupt: () => void = () => undefined;
  const interrupted = new Promise<void>((resolve) => {
    interrupt = resolve;
  });
  const onSignal = () => {
    stop('interrupted');
    interrupt();
  };
  reader.on('line', (line) => {
    waiting.push(line);
    wake();
  });
  reader.on('close', () => stop('input is over'));
  process.on('SIGINT', onSignal);
  return {
    async next() {
      while (waiting.length === 0 && end === undefined)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      // A signal counts at once, whatever was typed ahead.
      if (end === 'interrupted') return { end };
      return waiting.shift() ?? { end: 'input is over' };
    },
    interrupted,
    lend(work) {
      reader.pause();
      try {
        return work();
      } finally {
        reader.resume();
      }
    },
    close() {
      process.off('SIGINT', onSignal);
      reader.close();
    },
  };
}
