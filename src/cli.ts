/** The composition root: makes the real machine, hands it to the commands, and sets the exit code. */
import { fileURLToPath } from 'node:url';
import { CommanderError } from 'commander';
import type { Host } from './commands/host.ts';
import { createProgram } from './commands/program.ts';
import { UserError } from './domain/user-error.ts';
import { realFiles } from './platform/files.ts';
import { resolvePaths } from './platform/paths.ts';

declare const VERSION: string;

const host: Host = {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  cwd: process.cwd(),
  files: realFiles,
  paths: resolvePaths(process.env),
  shippedContent: fileURLToPath(new URL('../content', import.meta.url)),
  build: buildStamp(),
  now: () => new Date(),
  exitWith: (code) => {
    process.exitCode = code;
  },
};

// `swelearn list | head` closes the pipe early; that is the reader's choice, not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

try {
  await createProgram(host, VERSION).parseAsync(process.argv);
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  } else if (error instanceof UserError) {
    process.stderr.write(`swelearn: ${error.message}\n`);
    process.exitCode = error.exitCode;
  } else {
    throw error;
  }
}

/** The names of all chunks hang on their contents, and this file names them, so its own size and time tell builds apart. */
function buildStamp(): string {
  const { bytes, modifiedMs } = realFiles.stat(fileURLToPath(import.meta.url)) ?? {
    bytes: 0,
    modifiedMs: 0,
  };
  return `${VERSION} ${bytes} ${modifiedMs}`;
}
