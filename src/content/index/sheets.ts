import type { Database } from '../../domain/ports.ts';
import type { Question } from '../../domain/question.ts';
import type { QuestionSheet } from '../question-sheet.ts';
import { directoryOf, questionOf } from './questions.ts';

/** As many sheets as are made at once; a library with more makes each when it is asked for. */
const AT_ONCE = 2000;

interface Sheets {
  prepare(): Promise<void>;
  get(id: string): QuestionSheet | undefined;
}

/** Questions with their texts parsed, kept in the index, so that a quiz starts without loading the parser. */
export function sheetsIn(database: Database, shown: readonly string[]): Sheets {
  let make: ((question: Question) => QuestionSheet) | undefined;
  return { prepare, get };

  async function prepare(): Promise<void> {
    const missing = database.all<{ id: string }>(
      'SELECT id FROM questions WHERE sheet IS NULL LIMIT ?',
      AT_ONCE + 1,
    );
    if (missing.length === 0) return;
    make = (await import('../question-sheet.ts')).questionSheet;
    if (missing.length > AT_ONCE) return;
    try {
      database.transaction(() => {
        for (const { id } of missing) get(id);
      });
    } catch {
      // They are kept to save time; on a read-only or full disk they are simply parsed again.
    }
  }

  function get(id: string): QuestionSheet | undefined {
    const directory = directoryOf(id, database, shown);
    if (directory === undefined) return undefined;
    const [row] = database.all<{ sheet: string | null }>(
      'SELECT sheet FROM questions WHERE id = ? AND directory = ?',
      id,
      directory,
    );
    if (row?.sheet) return JSON.parse(row.sheet) as QuestionSheet;
    const question = questionOf(id, database, shown);
    const sheet = question && make?.(question);
    if (sheet) keep(sheet, directory);
    return sheet;
  }

  function keep(sheet: QuestionSheet, directory: string): void {
    try {
      database.run(
        'UPDATE questions SET sheet = ? WHERE id = ? AND directory = ?',
        JSON.stringify(sheet),
        sheet.question.id,
        directory,
      );
    } catch {
      // See above.
    }
  }
}
