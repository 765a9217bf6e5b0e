import { distance } from 'fastest-levenshtein';

/** The names most like a mistyped one, best first; empty when none is like it. */
export function nearest(name: string, known: Iterable<string>, limit = 3): string[] {
  const wanted = name.toLowerCase();
  const scored = [...new Set(known)].map((candidate) => ({
    candidate,
    score: unlikeness(wanted, candidate.toLowerCase()),
  }));
  return scored
    .filter(({ score }) => score <= 0.5)
    .sort((a, b) => a.score - b.score || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

/** From 0, the same, to 1, nothing in common. A part of a longer name is like it. */
function unlikeness(wanted: string, candidate: string): number {
  if (wanted !== '' && candidate.includes(wanted))
    return 0.3 * (1 - wanted.length / candidate.length);
  return distance(wanted, candidate) / Math.max(wanted.length, candidate.length, 1);
}

/** ` Did you mean “a” or “b”?`, or nothing. */
export function didYouMean(name: string, known: Iterable<string>): string {
  const names = nearest(name, known, 2);
  return names.length === 0
    ? ''
    : ` Did you mean ${names.map((candidate) => `“${candidate}”`).join(' or ')}?`;
}
