import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/platform/sqlite.ts';
import { isOurs, migrate, newestVersion, versionOf } from '../../src/reviews/index.ts';
import { newDatabase, newStore, performOne, START_MS } from './random-history.ts';

/** `version-<n>.sql` makes a store as the program of that version left it. Such a file is never changed. */
const directory = join(import.meta.dirname, 'stores');
const versions = Array.from({ length: newestVersion }, (_, index) => index + 1);

/** What a store of each version holds. */
const first = [
  ...['review', 'review', 'review', 'undo', 'review', 'suspend'],
  ...['weights', 'carry', 'review', 'keep'],
];
const kinds: Readonly<Record<number, readonly string[]>> = {
  1: first,
  2: [...first, 'review', 'attempt', 'undo', 'review', 'attempt'],
};

function storeOf(version: number) {
  const database = openDatabase(':memory:');
  database.exec(readFileSync(join(directory, `version-${version}.sql`), 'utf8'));
  return database;
}

describe('migrate', () => {
  it('has a store of every version to be tried on', () => {
    expect(readdirSync(directory)).toEqual(versions.map((version) => `version-${version}.sql`));
  });

  it.each(versions)(
    'brings a store of version %i to the newest, with all its entries',
    (version) => {
      const database = storeOf(version);
      expect([isOurs(database), versionOf(database)]).toEqual([true, version]);
      migrate(database);
      const store = newStore('new', database);
      expect(versionOf(database)).toBe(newestVersion);
      expect([...store.entries()].map(({ kind }) => kind)).toEqual(kinds[version]);
      expect(store.differences()).toEqual([]);
      const undone = version === 1 ? 'keep' : 'review';
      expect(store.undo({ atMs: 0, day: 0 })?.entry.kind).toBe(undone);
    },
  );

  it('lets attempts at exercises be added to a store that knew none', () => {
    const database = storeOf(1);
    migrate(database);
    const store = newStore('new', database);
    expect(store.attempts()).toEqual([]);
    performOne(store, { kind: 'attempt', question: 'd', rating: 1, afterMs: 0 }, START_MS);
    expect(store.attempts()).toMatchObject([{ question: 'd', passed: false }]);
  });

  it('makes an empty database a store, and then has nothing left to do', () => {
    const database = newDatabase();
    const schema = () => database.all('SELECT * FROM sqlite_schema');
    const before = schema();
    migrate(database);
    expect(schema()).toEqual(before);
    expect([isOurs(database), versionOf(database)]).toEqual([true, newestVersion]);
  });

  it('leaves nothing behind when a step fails', () => {
    const database = openDatabase(':memory:');
    database.exec('CREATE VIEW progress AS SELECT 1');
    expect(() => migrate(database)).toThrow(/progress/);
    expect(database.all('SELECT name FROM sqlite_schema')).toEqual([{ name: 'progress' }]);
    expect(versionOf(database)).toBe(0);
  });

  it('knows databases of other programs', () => {
    const database = openDatabase(':memory:');
    expect(isOurs(database)).toBe(true);
    database.exec('CREATE TABLE cards (id)');
    expect(isOurs(database)).toBe(false);
  });
});
