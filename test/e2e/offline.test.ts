import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli, temporaryDirectory } from './run-cli.ts';

const dist = resolve(import.meta.dirname, '../../dist');
const guard = `data:text/javascript,${encodeURIComponent(`
  import net from 'node:net'; import dns from 'node:dns'; import dgram from 'node:dgram';
  const refuse = (what) => () => { process.stderr.write('NETWORK: ' + what); process.exit(99); };
  net.Socket.prototype.connect = refuse('connect'); dns.lookup = refuse('lookup');
  dgram.createSocket = refuse('datagram'); globalThis.fetch = refuse('fetch');
`)}`;

describe('no network', () => {
  it('is in the bundle: no chunk imports a module that could open a connection', () => {
    const network =
      /(?:from|import|require)\s*\(?\s*["'](?:node:)?(?:https?|http2|net|tls|dns|dgram|undici)["']/;
    const chunks = readdirSync(dist).filter((name) => name.endsWith('.js'));
    expect(chunks.length).toBeGreaterThan(3);
    expect(chunks.filter((name) => network.test(readFileSync(join(dist, name), 'utf8')))).toEqual(
      [],
    );
  });

  it.each([
    [['list']],
    [['search', 'visibility']],
    [['study', 'visibility-timeout']],
    [['check', '--seeds', '0']],
    [['try']],
    [['try', 'charge-the-card-once']],
    [['import', 'nothing.md', '--dry-run']],
    [['config']],
  ])('is touched by %s', (args) => {
    const run = runCli(args, { cwd: temporaryDirectory(), node: ['--import', guard] });
    expect(run.err).not.toContain('NETWORK');
    expect(run.code).not.toBe(99);
  });

  it('would be noticed: the guard stops a program that does connect', () => {
    const script = join(temporaryDirectory(), 'x.mjs');
    const run = runCli([], {
      node: ['--import', guard, '--eval', `fetch('http://127.0.0.1:9')`, script],
    });
    expect(run.code).toBe(99);
  });
});
