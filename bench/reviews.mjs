import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { importSource } from './bundle.mjs';
import { bin, inTemporaryDirectory, median, medians, table, timeProcess } from './measure.mjs';

const MANY = 1_000_000;
const QUESTIONS = 2000;
const ANSWERS = 400;
const ROUNDS = 11;
const TODAY = Math.floor(Date.now() / 86_400_000);
/** 864 reviews a day, up to yesterday. */
const START_MS = Date.now() - MANY * 100_000 - 86_400_000;

/** What an answer costs that is durable when it returns, with no reviews and with a million in the store. */
export async function run() {
  await inTemporaryDirectory(async (directory) => {
    const { keepDurable, migrate, openDatabase, openReviewStore, parameters } = await bundled();
    const open = (name) => {
      const database = openDatabase(join(directory, name, 'data/progress.sqlite'));
      keepDurable(database);
      migrate(database);
      return { database, store: openReviewStore(database, randomUUID) };
    };
    const empty = open('empty');
    const full = open('full');
    fill(full.database, full.store, parameters);
    const times = { empty: [], full: [] };
    const review = (store, number) => {
      const started = performance.now();
      store.record({
        kind: 'review',
        question: `q${number % QUESTIONS}`,
        rating: 3,
        durationMs: 1000,
        source: 'quiz',
        fingerprint: 'f',
        parameters,
        atMs: Date.now(),
        day: TODAY - 1,
      });
      return performance.now() - started;
    };
    // In turn, so that whatever else the machine does falls on both.
    for (let number = 0; number < ANSWERS; number += 1) {
      times.empty.push(review(empty.store, number));
      times.full.push(review(full.store, number));
    }
    const [none, million] = [median(times.empty), median(times.full)];
    table([
      ['one answer, durable', 'median ms', 'ratio', 'aim'],
      ['no reviews in the store', none.toFixed(2), '1.00', ''],
      ['1,000,000 reviews', million.toFixed(2), (million / none).toFixed(2), 2],
    ]);
    const started = performance.now();
    full.store.undo({ atMs: Date.now(), day: TODAY });
    console.log(`undo with 1,000,000 reviews: ${(performance.now() - started).toFixed(1)} ms`);
    empty.store.close();
    full.store.close();
    await due(['empty', 'full'].map((name) => join(directory, name)));
  });
}

/** What `due` costs with nothing in the store, and with a million reviews. */
async function due(homes) {
  const measurements = [
    () => timeProcess(['-e', '0'], {}),
    ...homes.map((home) => () => timeProcess([bin, 'due'], { SWELEARN_HOME: home })),
  ];
  await medians(measurements, 2);
  const [bare, none, million] = await medians(measurements, ROUNDS);
  table([
    ['due', 'median ms', 'ratio', 'aim'],
    ['node -e 0', bare.toFixed(1), '1.00', ''],
    ['no reviews in the store', none.toFixed(1), (none / bare).toFixed(2), 2],
    ['1,000,000 reviews', million.toFixed(1), (million / bare).toFixed(2), 2],
  ]);
}

/** A million reviews, written past the store, whose own writing of each is what is measured. */
function fill(database, store, parameters) {
  store.record({
    kind: 'review',
    question: 'q0',
    rating: 3,
    durationMs: 1000,
    source: 'quiz',
    fingerprint: 'f',
    parameters,
    atMs: 1_500_000_000_000,
    day: 17_361,
  });
  database.transaction(() => {
    database.run(
      `WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${MANY})
       INSERT INTO review_log (id, kind, question, at_ms, order_ms, day, fingerprint, rating, duration_ms, source, elapsed_days, predicted, parameter_set)
       SELECT lower(hex(randomblob(16))), 'review', 'q' || (n % ${QUESTIONS}), ${START_MS} + n * 100000, ${START_MS} + n * 100000, ${TODAY - 1} - (${MANY} - n) / 864, 'f', 3, 9000, 'quiz', 1, 0.9, 1 FROM numbers`,
    );
    for (let number = 0; number < QUESTIONS; number += 1)
      database.run(
        `INSERT OR REPLACE INTO progress SELECT ?, 0, 'f', 18518, 'Review', 0, 30.0, 5.0, 500, 0, 19675, 1700000000000, 30, 19705, NULL`,
        `q${number}`,
      );
  });
}

const bundled = () =>
  importSource(
    'reviews',
    `export { keepDurable, openDatabase } from './src/platform/sqlite.ts';
     export { migrate, openReviewStore } from './src/reviews/index.ts';
     export { defaultParameters as parameters } from './src/scheduling/fsrs.ts';`,
  );
