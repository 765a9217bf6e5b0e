import { distance } from 'fastest-levenshtein';
import type { Database } from '../../domain/ports.ts';

export interface Query {
  /** In the language of FTS5; every term is quoted, so that a user's word is never an operator. */
  readonly match: string;
  /** The words really searched for, when some were mistyped. */
  readonly corrected?: string;
}

/** Makes a query of a user's words; undefined when there is no word in them. */
export function makeQuery(words: string, database: Database): Query | undefined {
  const terms = words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (terms.length === 0) return undefined;
  const spelt = terms.map((term) => respell(term, database));
  const match = spelt.map((term) => `"${stem(term)}"*`).join(' AND ');
  const changed = spelt.some((term, index) => term !== terms[index]);
  return changed ? { match, corrected: spelt.join(' ') } : { match };
}

/** A plural finds its singular; the rest of a word's forms are found because every term is a prefix. */
function stem(term: string): string {
  return term.length > 3 ? term.replace(/(?<=ie|[^s])s$/, '') : term;
}

/** The word itself if it begins any word of the library; else the commonest of those most like it. */
function respell(term: string, database: Database): string {
  const start = stem(term);
  const [known] = database.all(
    'SELECT 1 FROM passages_words WHERE term >= ? AND term < ? LIMIT 1',
    start,
    `${start}\u{10ffff}`,
  );
  if (known) return term;
  // Short words are like too many others to be guessed.
  if (term.length < 4) return term;
  const reach = term.length === 4 ? 1 : 2;
  const candidates = database.all<{ term: string; doc: number }>(
    'SELECT term, doc FROM passages_words WHERE length(term) BETWEEN ? AND ?',
    term.length - reach,
    term.length + reach,
  );
  const [best] = candidates
    .map((candidate) => ({ ...candidate, away: mistakes(term, candidate.term) }))
    .filter(({ away }) => away <= reach)
    .sort((a, b) => a.away - b.away || b.doc - a.doc || (a.term < b.term ? -1 : 1));
  return best?.term ?? term;
}

/** Two neighbours that changed places are one mistake of a hurried typist, not two. */
function mistakes(typed: string, meant: string): number {
  const [first, second] = [...typed].flatMap((letter, place) =>
    letter === meant[place] ? [] : place,
  );
  const isSwapped =
    first !== undefined &&
    second === first + 1 &&
    typed.slice(0, first) + typed[second] + typed[first] + typed.slice(second + 1) === meant;
  return isSwapped ? 1 : distance(typed, meant);
}
