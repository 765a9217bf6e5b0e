import type { Database } from '../../domain/ports.ts';

/**
 * Makes sure the index has our tables, filled by the very program that reads them: another build may parse differently.
 * What an index of another build held is dropped; it can all be read again.
 */
export function prepareSchema(database: Database, build: string): void {
  if (isMadeBy(build, database)) return;
  database.transaction(() => {
    // Another process may have made it while this one waited for its turn.
    if (isMadeBy(build, database)) return;
    database.exec(`
      DROP TABLE IF EXISTS passages_words;
      DROP TABLE IF EXISTS passages;
      DROP TABLE IF EXISTS exercises;
      DROP TABLE IF EXISTS questions;
      DROP TABLE IF EXISTS topics;
      DROP TABLE IF EXISTS about;
      CREATE TABLE about (build TEXT NOT NULL) STRICT;
      CREATE TABLE topics (
        directory TEXT PRIMARY KEY,
        stamp TEXT NOT NULL,
        summary TEXT,
        topic TEXT,
        document TEXT,
        problems TEXT NOT NULL
      ) STRICT;
      CREATE TABLE questions (
        directory TEXT NOT NULL,
        place INTEGER NOT NULL,
        id TEXT NOT NULL,
        topic TEXT NOT NULL,
        level INTEGER NOT NULL,
        parent TEXT,
        kind TEXT NOT NULL,
        fingerprint TEXT NOT NULL,
        formerly TEXT NOT NULL,
        sheet TEXT,
        PRIMARY KEY (directory, place)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX questions_by_id ON questions (id);
      CREATE TABLE exercises (
        directory TEXT NOT NULL,
        place INTEGER NOT NULL,
        id TEXT NOT NULL,
        title TEXT NOT NULL,
        topic TEXT NOT NULL,
        level INTEGER NOT NULL,
        kind TEXT NOT NULL,
        minutes INTEGER NOT NULL,
        fingerprint TEXT NOT NULL,
        PRIMARY KEY (directory, place)
      ) STRICT, WITHOUT ROWID;
      CREATE VIRTUAL TABLE passages USING fts5 (
        title, text, parts,
        directory UNINDEXED, place UNINDEXED,
        tokenize = "unicode61 remove_diacritics 2"
      );
      CREATE VIRTUAL TABLE passages_words USING fts5vocab (passages, row);
    `);
    database.run('INSERT INTO about (build) VALUES (?)', build);
  });
}

function isMadeBy(build: string, database: Database): boolean {
  const [about] = database.all("SELECT 1 FROM sqlite_schema WHERE name = 'about'");
  const [made] = about ? database.all<{ build: string }>('SELECT build FROM about') : [];
  return made?.build === build;
}
