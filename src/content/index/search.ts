import type { Database, FileSystem } from '../../domain/ports.ts';
import type { Hit, SearchResult } from '../library.ts';
import type { Place } from './passages.ts';
import { makeQuery } from './query.ts';

/** Private characters that FTS5 puts around the words it found. */
const START = '\ue000';
const END = '\ue001';
/** Words of context around a match. */
const CONTEXT_WORDS = 24;

interface Row {
  readonly title: string;
  readonly snippet: string;
  readonly place: string;
}

/**
 * The passages that hold all the words, best first. Titles weigh most, parts of compound words least. The index may know
 * topics of other content directories; only those in `directories` count.
 */
export function searchPassages(
  words: string,
  limit: number,
  directories: readonly string[],
  database: Database,
  files: FileSystem,
): SearchResult {
  const query = makeQuery(words, database);
  if (!query) return { hits: [] };
  // Ranking first and cutting snippets for the best alone keeps this fast when a word is everywhere.
  const rows = database.all<Row>(
    `WITH best AS (
       SELECT rowid AS id, bm25(passages, 8.0, 1.0, 0.5) AS score FROM passages
       WHERE passages MATCH ? AND directory IN (SELECT value FROM json_each(?)) ORDER BY score LIMIT ?
     )
     SELECT highlight(passages, 0, ?, ?) AS title, snippet(passages, 1, ?, ?, '…', ${CONTEXT_WORDS}) AS snippet, place
     FROM best JOIN passages ON passages.rowid = best.id WHERE passages MATCH ? ORDER BY best.score`,
    query.match,
    JSON.stringify(directories),
    limit,
    START,
    END,
    START,
    END,
    query.match,
  );
  const hits = rows.map((row) => toHit(row, files));
  return query.corrected === undefined ? { hits } : { hits, corrected: query.corrected };
}

function toHit({ title, snippet, place }: Row, files: FileSystem): Hit {
  const { topic, question, file, line } = JSON.parse(place) as Place;
  const inTitle = title.includes(START);
  const inText = snippet.includes(START);
  const { text, marks } = unmark(snippet);
  const words = marks.map(({ start, end }) => text.slice(start, end).toLowerCase());
  return {
    topic,
    title: unmark(title).text,
    where: question === undefined ? 'card' : inTitle || !inText ? 'question' : 'answer',
    ...(question === undefined ? {} : { question }),
    file,
    line: inText ? lineOf(words, file, line, files) : line,
    context: text,
    marks,
  };
}

function unmark(marked: string): { text: string; marks: { start: number; end: number }[] } {
  const marks: { start: number; end: number }[] = [];
  let text = '';
  for (const [index, part] of marked.split(/[\ue000\ue001]/).entries()) {
    // Every second part stands between a start and an end.
    if (index % 2 === 1) marks.push({ start: text.length, end: text.length + part.length });
    text += part;
  }
  return { text, marks };
}

/** The first line of the passage on which most of the found words stand. */
function lineOf(words: readonly string[], file: string, from: number, files: FileSystem): number {
  const read = files.readText(file);
  if (!read.ok) return from;
  const lines = read.text
    .toLowerCase()
    .split('\n')
    .slice(from - 1);
  const end = lines.findIndex((line, index) => index > 0 && /^#{1,4} /.test(line));
  const counts = lines
    .slice(0, end === -1 ? undefined : end)
    .map((line) => words.filter((word) => line.includes(word)).length);
  const best = Math.max(0, ...counts);
  return best === 0 ? from : from + counts.indexOf(best);
}
