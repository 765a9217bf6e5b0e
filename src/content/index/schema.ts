import type { Database } from '../../domain/ports.ts';

/** Raised whenever the tables or what is put into them change; an index of another version is built anew. */
const VERSION = 2;

/** Makes sure the index has our tables. What it held in another version is dropped: it can all be read again. */
export function prepareSchema(database: Database): void {
  const [row] = database.all<{ user_version: number }>('PRAGMA user_version');
  if (row?.user_version === VERSION) return;
  database.transaction(() => {
    database.exec(`
      DROP TABLE IF EXISTS passages_words;
      DROP TABLE IF EXISTS passages;
      DROP TABLE IF EXISTS topics;
      CREATE TABLE topics (
        directory TEXT PRIMARY KEY,
        stamp TEXT NOT NULL,
        summary TEXT,
        topic TEXT,
        problems TEXT NOT NULL
      ) STRICT;
      CREATE VIRTUAL TABLE passages USING fts5 (
        title, text, parts,
        directory UNINDEXED, place UNINDEXED,
        tokenize = "unicode61 remove_diacritics 2"
      );
      CREATE VIRTUAL TABLE passages_words USING fts5vocab (passages, row);
      PRAGMA user_version = ${VERSION};
    `);
  });
}
