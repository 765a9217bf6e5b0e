/** Words that say nothing by themselves. */
const FILLERS = new Set(
  (
    'a an and are as at be been being but by can could did do does for from had has have how if in into is it its may ' +
    'might must of on or our so such than that the their them then there these they this those to was we were what ' +
    'when where which while who will with would you your'
  ).split(' '),
);

/** The words and numbers of a text in lower case, without marks: `30s` is `30` and `s`, `1,000` is `1000`. */
export function wordsOf(text: string): string[] {
  const words = text.normalize('NFKC').toLowerCase();
  const found = words.match(/\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}]+(?:['’]\p{L}+)*/gu) ?? [];
  return found.map((word) =>
    /^\p{N}/u.test(word) ? word.replace(/,(?=\d{3}(?:\D|$))/g, '') : word.replaceAll('’', "'"),
  );
}

/** The words that carry the meaning, each reduced to its stem. */
export function contentStems(text: string): string[] {
  return wordsOf(text)
    .filter((word) => !FILLERS.has(word))
    .map(stem);
}

/** Takes off the commonest English endings, so that deletes, deleted and deleting are the same. */
export function stem(word: string): string {
  if (word.length < 4 || /\p{N}/u.test(word)) return word;
  const bare = word
    .replace(/'s$/, '')
    .replace(/(?<=..)ie[sd]$/, 'y')
    .replace(/(?<=...)(?:ing|ed|es|ly)$/, '')
    .replace(/(?<=..[^s])s$/, '');
  return bare.replace(/([^aeiou])\1$/, '$1').replace(/(?<=...)e$/, '');
}
