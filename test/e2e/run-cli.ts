import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { warmIndex } from './warm-index.ts';

const bin = resolve(import.meta.dirname, '../../bin/swelearn.js');

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

interface RunOptions {
  readonly cwd?: string;
  readonly input?: string | Buffer;
  readonly home?: string;
  /** Arguments for Node itself. */
  readonly node?: readonly string[];
}

/** Runs the built tool through pipes, with a state directory of its own. */
export function runCli(args: readonly string[], options: RunOptions = {}): Run {
  const home = options.home ?? temporaryDirectory();
  warmIndex(join(home, 'state'));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...(options.node ?? []), bin, ...args],
    {
      cwd: options.cwd ?? home,
      env: { PATH: process.env.PATH, HOME: home, SWELEARN_HOME: join(home, 'state') },
      input: options.input ?? '',
      encoding: 'utf8',
      timeout: 30_000,
      maxBuffer: 256 * 1024 * 1024,
    },
  );
  return { code: status, out: stdout, err: stderr };
}

export function temporaryDirectory(): string {
  return mkdtempSync(join(tmpdir(), 'swelearn-test-'));
}
