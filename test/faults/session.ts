/**
 * A process that answers questions against a real store, and can be made to die at any point. Each thing that it was told is
 * kept, it acknowledges on standard output by `kept <id>`, where <id> is the entry's, or by `undone <id>` of what it took back.
 * Arguments: path of the database, how many answers, and the point at which to die; 0 is never, and then the last line is
 * `points <n>`.
 */
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import type { Database } from '../../src/domain/ports.ts';
import type { Rating } from '../../src/domain/rating.ts';
import { keepDurable, openDatabase } from '../../src/platform/sqlite.ts';
import { migrate, openReviewStore, type ReviewStore } from '../../src/reviews/index.ts';
import { defaultParameters, defaultWeights } from '../../src/scheduling/fsrs.ts';

const [path = '', answers = '1', dieAt = '0'] = process.argv.slice(2);
const START_MS = Date.UTC(2026, 10, 21, 9);
let points = 0;

/** A place between two SQL statements. */
function point(): void {
  points += 1;
  if (points === Number(dieAt)) {
    process.kill(process.pid, 'SIGKILL');
    for (;;); // Nothing more happens, even if the signal takes its time.
  }
}

function around<Result>(work: () => Result): Result {
  point();
  const result = work();
  point();
  return result;
}

function mortal(database: Database): Database {
  return {
    ...database,
    exec: (sql) => around(() => database.exec(sql)),
    run: (sql, ...values) => around(() => database.run(sql, ...values)),
    all: (sql, ...values) => around(() => database.all(sql, ...values)),
    // The points within are those after BEGIN and before COMMIT.
    transaction: (work) => around(() => database.transaction(() => around(work))),
  };
}

function say(line: string): void {
  writeSync(1, `${line}\n`);
}

function answer(store: ReviewStore, index: number): void {
  const question = `q${index % 5}`;
  const moment = { atMs: START_MS + index * 60_000, day: 20_778 };
  const fingerprint = 'f';
  const keep = (entry: Parameters<ReviewStore['record']>[0]) =>
    say(`kept ${store.record(entry).entry.id}`);
  keep({
    kind: 'review',
    question,
    rating: ((index % 4) + 1) as Rating,
    durationMs: 5000,
    source: 'quiz',
    fingerprint,
    parameters: { ...defaultParameters, desiredRetention: 0.9 + (index % 3) / 100 },
    ...moment,
  });
  if (index % 4 === 0) keep({ kind: 'suspend', question, fingerprint, ...moment });
  if (index % 4 === 2) say(`undone ${store.undo(moment)?.entry.id}`);
  // Rarely, as authors rename rarely.
  if (index === 1) keep({ kind: 'carry', question: `heir-${question}`, from: question, ...moment });
  if (index % 8 === 1) keep({ kind: 'weights', weights: defaultWeights, ...moment });
}

const database = mortal(openDatabase(path));
keepDurable(database);
migrate(database);
const store = openReviewStore(database, randomUUID);
for (let index = 0; index < Number(answers); index += 1) answer(store, index);
store.close();
say(`points ${points}`);
