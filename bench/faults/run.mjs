/**
 * `npm run bench:faults`: kills a session of answers at every point and counts what is lost. Needs `strace` for the kills
 * within SQLite; without it they are left out.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const ANSWERS = 4;
const RANDOM_KILLS = 100;
const CALLS = ['write', 'pwrite64', 'fsync', 'fdatasync', 'ftruncate', 'unlink'];
const root = resolve(import.meta.dirname, '../..');

const harness = await loadHarness();
const workshop = await harness.openWorkshop(root);
print(['killed', 'kills', 'acknowledged', 'lost', 'untold', 'trouble']);
try {
  report('at every SQL statement', await harness.killAtEveryPoint(workshop, ANSWERS));
  if (spawnSync('strace', ['-V']).error) console.log('  no strace here: no kills within SQLite');
  else {
    for (const call of CALLS) {
      const at = (point) => ({ under: strace(call, point) });
      report(`at every ${call}`, await harness.killAtEveryPoint(workshop, ANSWERS, at));
    }
    reportSyncs();
  }
  report(
    'at any moment, one store',
    await harness.killAnyTime(workshop, RANDOM_KILLS, Math.random),
  );
} finally {
  workshop.close();
}

async function loadHarness() {
  const directory = mkdtempSync(join(tmpdir(), 'swelearn-faults-'));
  try {
    symlinkSync(join(root, 'node_modules'), join(directory, 'node_modules'));
    const outfile = join(directory, 'harness.mjs');
    await build({
      entryPoints: [join(root, 'test/faults/mortal-process.ts')],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      external: ['@photostructure/sqlite', 'esbuild'],
    });
    const loaded = await import(pathToFileURL(outfile).href);
    // The driver is asked for when the first database is opened.
    process.on('exit', () => rmSync(directory, { recursive: true, force: true }));
    return loaded;
  } catch (error) {
    rmSync(directory, { recursive: true, force: true });
    throw error;
  }
}

function strace(call, point) {
  const inject = `inject=${call}:signal=SIGKILL:when=${point}`;
  return [
    'strace',
    '-f',
    '-qq',

    '-o',
    '/dev/null',
    '-e',
    `trace=${call}`,
    '-e',
    inject,
  ];
}

function report(name, autopsies) {
  // On one and the same store, each autopsy counts all that was said so far.
  const isOneStore = name.endsWith('one store');
  const last = autopsies.at(-1) ?? { acknowledged: 0, unheard: 0 };
  const sum = (key) => autopsies.reduce((total, each) => total + each[key], 0);
  const trouble = autopsies.flatMap((each) => each.trouble).length;
  print([
    name,
    autopsies.length,
    isOneStore ? last.acknowledged : sum('acknowledged'),
    sum('lost'),
    isOneStore ? last.unheard : sum('unheard'),
    trouble,
  ]);
  if (sum('lost') + trouble > 0) process.exitCode = 1;
}

/** A row at a time, because the whole takes minutes. */
function print([name, ...numbers]) {
  console.log(`  ${name.padEnd(26)}${numbers.map((each) => String(each).padStart(13)).join('')}`);
}

/** A kill spares what the system holds; a power cut doesn't. So all writes must be synced before an answer is acknowledged. */
function reportSyncs() {
  const log = join(workshop.directory, 'calls');
  const database = join(workshop.directory, 'synced.sqlite');
  spawnSync('strace', [
    ...['-f', '-qq', '-o', log, '-e', 'trace=write,pwrite64,fsync,fdatasync'],
    ...[process.execPath, workshop.program, database, String(ANSWERS)],
  ]);
  let [unsynced, acknowledged, early] = [0, 0, 0];
  for (const line of readFileSync(log, 'utf8').split('\n')) {
    if (line.includes(' pwrite64(')) unsynced += 1;
    if (/ f(data)?sync\(/.test(line)) unsynced = 0;
    if (!/ write\(1, "(kept|undone) /.test(line)) continue;
    acknowledged += 1;
    if (unsynced > 0) early += 1;
  }
  console.log(
    `  ${acknowledged} acknowledgements, ${early} of them before their writes were synced`,
  );
  if (early > 0 || acknowledged === 0) process.exitCode = 1;
}
