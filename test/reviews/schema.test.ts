import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/platform/sqlite.ts';
import { isOurs, migrate, newestVersion, versionOf } from '../../src/reviews/index.ts';
import { newDatabase, newStore } from './random-history.ts';

/** `version-<n>.sql` makes a store as the program of that version left it. Such a file is never changed. */
const directory = join(import.meta.dirname, 'stores');
const versions = Array.from({ length: newestVersion }, (_, index) => index + 1);

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
      expect([...store.entries()].map(({ kind }) => kind)).toEqual([
        ...['review', 'review', 'review', 'undo', 'review', 'suspend'],
        ...['weights', 'carry', 'review', 'keep'],
      ]);
      expect(store.differences()).toEqual([]);
      expect(store.undo({ atMs: 0, day: 0 })?.entry.kind).toBe('keep');
    },
  );

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
