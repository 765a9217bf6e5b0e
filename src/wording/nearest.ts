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
  const whole = distance(wanted, candidate) / Math.max(wanted.length, candidate.length, 1);
  return Math.min(whole, unlikenessToPart(wanted, candidate));
}

/** A shorter name says little, and would be like too much. */
const LEAST_PART = 5;
/** Of a part, at most one letter in four may be wrong. */
const MOST_WRONG = 0.25;

/** To the beginning of a longer name, or to one of its words, mistyped. */
function unlikenessToPart(wanted: string, candidate: string): number {
  if (wanted.length < LEAST_PART) return 1;
  const beginnings = [-1, 0, 1].map((more) => candidate.slice(0, wanted.length + more));
  const wrong = [...beginnings, ...candidate.split('-')].map(
    (part) => distance(wanted, part) / Math.max(wanted.length, part.length),
  );
  const least = Math.min(...wrong);
  return least <= MOST_WRONG ? 0.3 + least / 2 : 1;
}

/** ` Did you mean “a” or “b”?`, or nothing. */
export function didYouMean(name: string, known: Iterable<string>): string {
  const names = nearest(name, known, 2);
  return names.length === 0
    ? ''
    : ` Did you mean ${names.map((candidate) => `“${candidate}”`).join(' or ')}?`;
}
