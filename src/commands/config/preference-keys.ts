import { resolve } from 'node:path';
import { isoDate, parseIsoDate } from '../../domain/day.ts';
import { isId } from '../../domain/id.ts';
import { UserError } from '../../domain/user-error.ts';
import type { Preferences } from '../../platform/preferences.ts';
import type { Host } from '../host.ts';

/** Reads what was written for a preference; undefined when it can't be. */
type Read<Value> = (words: readonly string[], host: Host) => Value | undefined;

interface Kind<Value> {
  /** What may be written, in words. */
  readonly takes: string;
  readonly read: Read<Value>;
}

const one =
  <Value>(read: (word: string) => Value | undefined): Read<Value> =>
  ([word, ...rest]) =>
    word === undefined || rest.length > 0 ? undefined : read(word);

const whole = (least: number, most: number): Read<number> =>
  one((word) => {
    const value = /^\d+$/.test(word) ? Number(word) : Number.NaN;
    return value >= least && value <= most ? value : undefined;
  });

const steps: Kind<readonly string[]> = {
  takes: 'delays such as 1m 10m 1h 1d',
  read: (words) => (words.every((word) => /^[1-9]\d*[mhd]$/.test(word)) ? words : undefined),
};

const kinds: { readonly [Key in keyof Preferences]: Kind<Preferences[Key]> } = {
  theme: {
    takes: 'auto, dark or light',
    read: one((word) => (['auto', 'dark', 'light'] as const).find((theme) => theme === word)),
  },
  content: {
    takes: 'directories of topics',
    read: (words, { cwd }) => words.map((path) => resolve(cwd, path)),
  },
  desiredRetention: {
    takes: 'a probability from 0.7 to 0.97; 0.9 is usual',
    read: one((word) => {
      const value = Number(word);
      return value >= 0.7 && value <= 0.97 ? value : undefined;
    }),
  },
  newPerDay: { takes: 'a number of questions, from 0', read: whole(0, 9999) },
  reviewsPerDay: { takes: 'a number of reviews, from 1', read: whole(1, 9999) },
  minutesPerDay: {
    takes: 'minutes, from 1 to 1440; unset takes the limit away',
    read: whole(1, 1440),
  },
  interview: { takes: 'a date such as 2026-12-12', read: one(parseIsoDate) },
  topics: {
    takes: 'ids of topics, as swelearn list shows them',
    read: (words) => (words.every(isId) ? words : undefined),
  },
  learningSteps: steps,
  relearningSteps: steps,
  burySiblings: {
    takes: 'true or false',
    read: one((word) => ({ true: true, false: false })[word]),
  },
  leechThreshold: { takes: 'a number of lapses, from 2 to 99', read: whole(2, 99) },
};

/** `desiredRetention` is written `desired-retention`. */
export function writtenName(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

export function preferenceKey(written: string): keyof Preferences {
  const keys = Object.keys(kinds) as (keyof Preferences)[];
  const found = keys.find((key) => key === written || writtenName(key) === written);
  if (found) return found;
  throw new UserError(
    `${written} is no preference`,
    `there are ${keys.map(writtenName).join(', ')}`,
  );
}

/** Reads the words that a preference is set to. Throws a UserError that says what may be written. */
export function readPreference(
  written: string,
  words: readonly string[],
  host: Host,
): Partial<Preferences> {
  const key = preferenceKey(written);
  const kind: Kind<unknown> = kinds[key];
  const value = kind.read(words, host);
  if (value !== undefined) return { [key]: value };
  throw new UserError(`${writtenName(key)} can't be ${words.join(' ')}`, `write ${kind.takes}`);
}

export function shownPreference(key: keyof Preferences, preferences: Preferences): string {
  const value = preferences[key];
  if (value === null) return 'not set';
  if (key === 'interview') return isoDate(Number(value));
  return [value].flat().join(' ');
}
