import { UserError } from '../../domain/user-error.ts';
import type { Host } from '../host.ts';
import type { RunCommand } from './options.ts';

/** The lines that a command prints on a terminal of so many columns. */
export async function printed(
  args: readonly string[],
  columns: number,
  host: Host,
  run: RunCommand,
): Promise<string[]> {
  let text = '';
  const write = (part: string) => {
    text += part;
    return true;
  };
  const stream = { isTTY: true, columns, write } as NodeJS.WriteStream;
  try {
    await run(args, { ...host, stdout: stream, stderr: stream, exitWith: () => undefined });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    write(error.message);
  }
  return text.trimEnd().split('\n');
}
