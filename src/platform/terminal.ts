import { openSync, writeSync } from 'node:fs';
import { ReadStream } from 'node:tty';

/** The alternate screen, empty, without a cursor, and with long lines cut instead of wrapped. */
const ENTER = '\u001b[?1049h\u001b[2J\u001b[H\u001b[?25l\u001b[?7l';
const LEAVE = '\u001b[?7h\u001b[?25h\u001b[?1049l';

/** Signals that end the program, with the exit codes that shells give them. */
const DEADLY = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** The alternate screen, taken from the shell until it is released. */
export interface Screen {
  /** What to do first when a signal or an error ends the program. */
  onMount(unmount: () => void): void;
  onResume(listener: () => void): () => void;
  /** Gives the terminal back to the shell until `fg`. */
  suspend(): void;
  /** Gives the terminal to another program while `work` runs it. */
  lend<Result>(work: () => Result): Result;
  release(): void;
}

/** Takes the alternate screen. It is given back on every way out: release, signal, error or exit. */
export function takeScreen(stdin: NodeJS.ReadStream, stdout: NodeJS.WriteStream): Screen {
  let taken = true;
  let unmount: () => void = () => undefined;
  const resumed = new Set<() => void>();
  // Written at once, past the stream's queue: the process may be about to end.
  const write = (sequence: string) => {
    try {
      writeSync((stdout as NodeJS.WriteStream & { fd: number }).fd, sequence);
    } catch {
      // The terminal is gone, and nobody is left to see it.
    }
  };
  const release = () => {
    if (!taken) return;
    taken = false;
    write(LEAVE);
    if (stdin.isTTY) stdin.setRawMode(false);
  };
  const end = (code: number) => {
    unmount();
    release();
    process.exit(code);
  };
  const onError = (error: unknown) => {
    unmount();
    release();
    process.stderr.write(`swelearn: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(3);
  };
  const onContinue = () => {
    if (!taken) return;
    write(ENTER);
    stdin.setRawMode(true);
    for (const listener of resumed) listener();
    // A stopped program isn't told that its window changes; this makes Node look.
    process.kill(process.pid, 'SIGWINCH');
  };
  const handlers = Object.entries(DEADLY).map(
    ([signal, code]) => [signal, () => end(code)] as const,
  );
  for (const [signal, handler] of handlers) process.on(signal, handler);
  process.on('uncaughtException', onError);
  process.on('unhandledRejection', onError);
  process.on('SIGCONT', onContinue);
  process.on('exit', release);
  // Ink would do so only after its first frame; until then Ctrl-C would end the shell's whole line of commands.
  if (stdin.isTTY) stdin.setRawMode(true);
  write(ENTER);
  return {
    onMount: (callback) => {
      unmount = callback;
    },
    onResume: (listener) => {
      resumed.add(listener);
      return () => resumed.delete(listener);
    },
    suspend: () => {
      write(LEAVE);
      stdin.setRawMode(false);
      process.kill(process.pid, 'SIGTSTP');
      // Comes to this after `fg`, or at once where no shell minds jobs and the signal is ignored.
      onContinue();
    },
    lend: (work) => {
      write(LEAVE);
      stdin.setRawMode(false);
      try {
        return work();
      } finally {
        onContinue();
      }
    },
    release: () => {
      for (const [signal, handler] of handlers) process.off(signal, handler);
      process.off('uncaughtException', onError).off('unhandledRejection', onError);
      process.off('SIGCONT', onContinue).off('exit', release);
      release();
    },
  };
}

/** Where keys can be read: standard input, or the terminal itself when a text is piped in. */
export function keyboard(stdin: NodeJS.ReadStream): NodeJS.ReadStream | undefined {
  if (stdin.isTTY) return stdin;
  try {
    return new ReadStream(openSync('/dev/tty', 'r'));
  } catch {
    return undefined;
  }
}
