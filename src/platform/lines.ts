import { createInterface } from 'node:readline';

/** What a learner types, line by line. */
export interface Lines {
  /** The next line, or why there is none. */
  next(): Promise<string | { readonly end: 'input is over' | 'interrupted' }>;
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
  const onSignal = () => stop('interrupted');
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
