import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bin, inTemporaryDirectory, medians, table, timeProcess } from './measure.mjs';

const ROUNDS = 5;
const SMALL = 10;
const LARGE = 10_000;
const QUESTIONS = 10;

/** Loading 10 against 10,000 cards with ten questions each: first start, later starts, after one edit, searching. */
export async function run() {
  await inTemporaryDirectory(async (directory) => {
    const libraries = [SMALL, LARGE].map((cards) => generate(join(directory, `${cards}`), cards));
    const rows = [];
    for (const { root, cards } of libraries) {
      const env = { SWELEARN_HOME: join(directory, `home-${cards}`) };
      const list = () => timeProcess([bin, 'list', '--content', root], env);
      const bytes = readBytes(root);
      const first = await list();
      const [later, search] = await medians(
        [list, () => timeProcess([bin, 'search', 'retention', 'queue', '--content', root], env)],
        ROUNDS,
      );
      const [edited] = await medians([() => touch(root, list)], ROUNDS);
      rows.push({
        cards,
        bytes,
        first,
        later,
        edited,
        search,
        peak: peakMegabytes([bin, 'list', '--content', root], env),
      });
    }
    const [small, large] = rows;
    const ratio = (key) => (large[key] / small[key]).toFixed(2);
    table([
      ['cards', 'bytes read ms', 'first ms', 'later ms', 'one edit ms', 'search ms', 'peak MB'],
      ...rows.map((row) => [
        row.cards,
        ...['bytes', 'first', 'later', 'edited', 'search', 'peak'].map((key) =>
          row[key].toFixed(0),
        ),
      ]),
      ['ratio', ...['bytes', 'first', 'later', 'edited', 'search', 'peak'].map(ratio)],
    ]);
    console.log(
      `  aim: a later start with ${LARGE} cards at most 3 times one with ${SMALL}: ${ratio('later')}`,
    );
    console.log(
      `  first start with ${LARGE} cards: ${(large.first / large.bytes).toFixed(1)} times reading the bytes`,
    );
  });
}

function generate(root, cards) {
  for (let card = 0; card < cards; card += 1) {
    const directory = join(root, `track-${card % 20}`, `topic-${card}`);
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, 'card.md'), cardText(card));
    writeFileSync(
      join(directory, 'questions.md'),
      Array.from({ length: QUESTIONS }, (_, index) => questionText(card, index)).join('\n'),
    );
  }
  return { root, cards };
}

function cardText(card) {
  const sections = [
    'Overview',
    'When to Use',
    'Trade-offs & Gotchas',
    'Architecture Diagram',
    'Key Interview Points',
    'Related',
  ];
  const body = sections.map(
    (title, index) =>
      `## ${title}\n\nTopic ${card} says in section ${index} how a queue with retention ${card * 7 + index} behaves when consumers are slow.\n`,
  );
  return `---\nid: topic-${card}\ntitle: Topic ${card}\ntags: [bench]\ndifficulty: easy\nestimated_time: 5min\nprerequisites: []\nsources: []\nchecked: 2026-11-21\n---\n\n${body.join('\n')}`;
}

function questionText(card, index) {
  return `## Q${index} What does queue ${card} do with message ${index}? {#topic-${card}-question-${index}}\n\nIt keeps it for the retention time and hands it to one consumer.\n\n**Key points**\n- [ ] kept for the retention time\n- [ ] one consumer\n`;
}

/** Milliseconds to read every file of a library: the floor for a first start. */
function readBytes(root) {
  const started = performance.now();
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) readFileSync(join(entry.parentPath, entry.name));
  }
  return performance.now() - started;
}

async function touch(root, measure) {
  const now = new Date();
  utimesSync(join(root, 'track-0', 'topic-0', 'card.md'), now, now);
  return measure();
}

function peakMegabytes(args, env) {
  const report =
    'process.on("exit",()=>process.stderr.write(String(process.resourceUsage().maxRSS)))';
  const { stderr } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(report)}`, ...args],
    {
      env: { ...process.env, ...env },
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  return Number(/(\d+)$/.exec(stderr)?.[1]) / 1024;
}
