import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { openDatabase, removeDatabase } from '../../src/platform/sqlite.ts';
import { migrate, openReviewStore } from '../../src/reviews/index.ts';
import { damageIn } from '../../src/reviews/summary.ts';

/** What a process that died said before. */
export interface Testament {
  readonly kept: readonly string[];
  readonly undone: readonly string[];
  /** How many points it passed; undefined when it died. */
  readonly points: number | undefined;
}

/** What was found after a death. */
export interface Autopsy {
  /** Entries of the log. */
  readonly entries: number;
  readonly acknowledged: number;
  /** Acknowledged, but not in the log exactly once. */
  readonly lost: number;
  /** In the log, but nobody was told. */
  readonly unheard: number;
  /** Damage of the file, and progress that isn't what the log adds up to. */
  readonly trouble: readonly string[];
}

export interface Workshop {
  readonly directory: string;
  /** The bundled session. */
  readonly program: string;
  close(): void;
}

/** Bundles the session into a directory of its own, from which it finds the packages of `root`. */
export async function openWorkshop(root: string): Promise<Workshop> {
  const directory = mkdtempSync(join(tmpdir(), 'swelearn-faults-'));
  symlinkSync(resolve(root, 'node_modules'), join(directory, 'node_modules'));
  const program = join(directory, 'session.mjs');
  await build({
    entryPoints: [resolve(root, 'test/faults/session.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['@photostructure/sqlite'],
    logLevel: 'error',
  });
  return { directory, program, close: () => rmSync(directory, { recursive: true, force: true }) };
}

interface Life {
  readonly path: string;
  readonly answers: number;
  /** The point at which it ends itself; 0 is never. */
  readonly dieAt?: number;
  /** After so many acknowledgements and milliseconds it is killed from outside. */
  readonly killAfter?: { readonly lines: number; readonly ms: number };
  /** A program that starts it, with its arguments. */
  readonly under?: readonly string[];
}

/** Lets a session live until it ends or is killed. Gives what it said. */
export function live({ program }: Workshop, life: Life): Promise<Testament> {
  const [command = '', ...args] = [
    ...(life.under ?? []),
    process.execPath,
    program,
    life.path,
    String(life.answers),
    String(life.dieAt ?? 0),
  ];
  return new Promise((done, fail) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let [said, cried] = ['', ''];
    let isCondemned = false;
    child.stderr.on('data', (data) => {
      cried += data;
    });
    child.stdout.on('data', (data) => {
      said += data;
      const { killAfter } = life;
      if (!killAfter || isCondemned || said.split('\n').length <= killAfter.lines) return;
      isCondemned = true;
      setTimeout(() => child.kill('SIGKILL'), killAfter.ms);
    });
    child.on('error', fail);
    child.on('close', (code, signal) => {
      if (signal !== 'SIGKILL' && code !== 0)
        fail(new Error(`the session ended with ${code}: ${cried}`));
      else done(testament(said));
    });
  });
}

function testament(said: string): Testament {
  // A line without its end was not said.
  const lines = said.split('\n').slice(0, -1);
  const after = (word: string) =>
    lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));
  const [points] = after('points');
  return {
    kept: after('kept'),
    undone: after('undone'),
    points: points === undefined ? undefined : Number(points),
  };
}

/** Opens what the dead left, as the next start would, and compares it with all that they said. */
export function examine(path: string, testaments: readonly Testament[]): Autopsy {
  const kept = testaments.flatMap((each) => each.kept);
  const undone = testaments.flatMap((each) => each.undone);
  const acknowledged = kept.length + undone.length;
  if (!existsSync(path))
    return { entries: 0, acknowledged, lost: acknowledged, unheard: 0, trouble: [] };
  const database = openDatabase(path);
  const damage = damageIn(database, 'integrity_check');
  migrate(database);
  const store = openReviewStore(database, () => 'new');
  const entries = [...store.entries()];
  const count = (ids: readonly string[]) => {
    const counts = new Map<string, number>();
    for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
    return counts;
  };
  const own = count(entries.map(({ id }) => id));
  const undoes = count(entries.flatMap((entry) => (entry.kind === 'undo' ? [entry.undoes] : [])));
  const lost = [
    ...kept.filter((id) => own.get(id) !== 1),
    ...undone.filter((id) => undoes.get(id) !== 1),
  ].length;
  const differences = store.differences().map(({ question }) => `progress of ${question}`);
  store.close();
  return {
    entries: entries.length,
    acknowledged,
    lost,
    unheard: entries.length - (acknowledged - lost),
    trouble: [...damage, ...differences],
  };
}

/** Kills one session after another at every point from the first to the last; each begins with nothing. */
export async function killAtEveryPoint(
  workshop: Workshop,
  answers: number,
  at: (point: number) => Pick<Life, 'dieAt' | 'under'> = (point) => ({ dieAt: point }),
  step = 1,
): Promise<Autopsy[]> {
  const autopsies: Autopsy[] = [];
  let next = 1;
  let isOver = false;
  const work = async (worker: number) => {
    while (!isOver) {
      const point = next;
      next += step;
      const path = join(workshop.directory, `worker-${worker}.sqlite`);
      removeDatabase(path);
      const said = await live(workshop, { path, answers, ...at(point) });
      if (said.points !== undefined) isOver = true;
      else autopsies.push(examine(path, [said]));
    }
  };
  await Promise.all([work(1), work(2)]);
  return autopsies;
}

/** Kills sessions on one and the same store from outside, at moments that `random` (0 to below 1) decides. */
export async function killAnyTime(
  workshop: Workshop,
  kills: number,
  random: () => number,
): Promise<Autopsy[]> {
  const path = join(workshop.directory, 'one-for-all.sqlite');
  removeDatabase(path);
  const autopsies: Autopsy[] = [];
  const testaments: Testament[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    const killAfter = { lines: Math.floor(random() * 30), ms: random() * 5 };
    testaments.push(await live(workshop, { path, answers: 1_000_000, killAfter }));
    autopsies.push(examine(path, testaments));
  }
  return autopsies;
}
