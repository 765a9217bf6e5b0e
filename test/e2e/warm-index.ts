import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, renameSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** Puts a ready index into a new state directory: to read all content takes a second, and each test has a home of its own. */
export function warmIndex(state: string): void {
  const cache = join(state, 'cache');
  if (!existsSync(state)) cpSync(sharedIndex(), cache, { recursive: true });
}

let shared: string | undefined;

/** Made once for each build, by whoever needs it first. What changed in the content since is read again as usual. */
function sharedIndex(): string {
  shared ??= join(tmpdir(), `swelearn-test-index-${statSync(join(root, 'dist/cli.js')).mtimeMs}`);
  if (!existsSync(shared)) {
    const home = mkdtempSync(join(tmpdir(), 'swelearn-test-'));
    const env = { PATH: process.env.PATH, HOME: home, SWELEARN_HOME: home };
    // A quiz has its questions parsed as well.
    spawnSync(process.execPath, [join(root, 'bin/swelearn.js'), 'quiz'], { env, input: 'q\n' });
    try {
      renameSync(join(home, 'cache'), shared);
    } catch {
      // Another test made it meanwhile.
    }
  }
  return shared;
}
