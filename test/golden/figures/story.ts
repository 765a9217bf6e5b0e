import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Change, readScenario } from '../../../src/simulator/scenario/index.ts';
import type { Scenario } from '../../../src/simulator/settings/scenario.ts';
import type { Claim } from './claim.ts';
import { type Figure, figuresIn } from './figure.ts';
import { FIGURES } from './table.ts';

const DIRECTORY = join(import.meta.dirname, '../../../content/scenarios');

/** The shipped scenarios by name. */
export const NAMES = readdirSync(DIRECTORY)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => basename(file, '.yaml'))
  .sort();

export function textOf(name: string): string {
  return readFileSync(join(DIRECTORY, `${name}.yaml`), 'utf8');
}

export function read(name: string, changes: readonly Change[] = []): Scenario {
  const { scenario, problems } = readScenario(`${name}.yaml`, textOf(name), changes);
  if (!scenario) throw new Error(problems.map(({ file, what }) => `${file}: ${what}`).join('\n'));
  return scenario;
}

/** A figure, and what the table says of it; nothing where it must be an input. */
export interface Told {
  readonly figure: Figure;
  readonly claims: readonly Claim[];
}

/** The figures of a story that are the last in declared words, or in none. */
export function figuresOf(name: string): Told[] {
  const { story, phrases } = placesIn(name);
  return figuresIn(story).flatMap((figure) => {
    const around = phrases.filter(({ from, to }) => from <= figure.from && figure.to <= to);
    const last = around.filter(({ from, to }) => isLast(story.slice(from, to), figure, from));
    if (around.length > 0 && last.length === 0) return [];
    return [{ figure, claims: last.flatMap(({ claims }) => claims) }];
  });
}

/** Declared words that the story doesn't have, or that hold no figure. */
export function deadWordsOf(name: string): string[] {
  const { phrases } = placesIn(name);
  return Object.keys(FIGURES[name] ?? {}).filter(
    (words) => figuresIn(words).length === 0 || !phrases.some((phrase) => phrase.words === words),
  );
}

function isLast(words: string, figure: Figure, from: number): boolean {
  return figuresIn(words).at(-1)?.from === figure.from - from;
}

interface Phrase {
  readonly words: string;
  readonly from: number;
  readonly to: number;
  readonly claims: readonly Claim[];
}

function placesIn(name: string): { readonly story: string; readonly phrases: readonly Phrase[] } {
  const story = read(name).story.replace(/\s+/g, ' ');
  const phrases = Object.entries(FIGURES[name] ?? {}).flatMap(([words, declared]) => {
    const claims = Array.isArray(declared) ? declared : [declared];
    return [...story.matchAll(asWords(words))].map(({ index }) => ({
      words,
      from: index,
      to: index + words.length,
      claims,
    }));
  });
  return { story, phrases };
}

/** The text where it isn't a part of longer words or numbers. */
function asWords(text: string): RegExp {
  const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\w.,$])${escaped}(?!\\w|[.,]\\d)`, 'g');
}
