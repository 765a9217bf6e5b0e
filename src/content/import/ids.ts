import { slug } from 'github-slugger';

const MOST_WORDS = 6;
const FILLERS = new Set(
  'a an and any are as at be by can describe did do does explain for from had has have how i if in is it its me my of on or our should some than that the their them then there these they this to us was we were what when where which who why will with would you your'.split(
    ' ',
  ),
);

/** A short id from the words that carry the meaning; `fallback` when a text has none. */
export function shortId(text: string, fallback: string): string {
  const words = slug(text.normalize('NFKD'))
    .replace(/[^a-z0-9-]+/g, '')
    .split(/-+/)
    .filter(Boolean);
  const telling = words.filter((word) => !FILLERS.has(word));
  return (
    (telling.length > 0 ? telling : words)
      .slice(0, MOST_WORDS)
      .join('-')
      .slice(0, 60)
      .replace(/-+$/, '') || fallback
  );
}

/** The ids with a number behind those that were there before. */
export function unique(ids: readonly string[]): string[] {
  const taken = new Set<string>();
  return ids.map((id) => {
    let candidate = id;
    for (let number = 2; taken.has(candidate); number += 1) candidate = `${id}-${number}`;
    taken.add(candidate);
    return candidate;
  });
}
