import { describe, expect, it } from 'vitest';
import { SEMANTICS } from '../../src/simulator/semantics/index.ts';
import type { Claim } from './figures/claim.ts';
import { type Figure, figuresIn } from './figures/figure.ts';
import { asksOf, type Input, inputsOf } from './figures/inputs.ts';
import { deadWordsOf, figuresOf, NAMES, type Told, textOf } from './figures/story.ts';
import { FIGURES } from './figures/table.ts';

/** What is wrong with where a figure is said to come from; undefined when nothing is, or only a run can tell. */
function unfounded({ figure, claims }: Told, text: string): string | undefined {
  if (claims.length === 0)
    return isAmong(figure, inputsOf(text))
      ? undefined
      : 'is no input: declare in figures/table.ts where it comes from';
  return claims.map((claim) => unstated(figure, claim, text)).find(Boolean);
}

function unstated(figure: Figure, claim: Claim, text: string): string | undefined {
  if (typeof claim !== 'object') return undefined;
  if ('asked' in claim)
    return isAmong(figure, asksOf(text)) ? undefined : 'is asked for by no check';
  if ('change' in claim)
    return isAmong(figure, inputsOf(claim.change.value))
      ? undefined
      : `is not in the change to ${claim.change.value}`;
  if (!('semantic' in claim)) return undefined;
  const { statement = '' } = SEMANTICS.find(({ id }) => id === claim.semantic) ?? {};
  return isAmong(figure, figuresIn(statement)) ? undefined : `does not stand in ${claim.semantic}`;
}

function isAmong({ dimension, value }: Figure, amounts: readonly Input[]): boolean {
  return amounts.some(
    (amount) => amount.dimension === dimension && Math.abs(amount.value - value) <= 1e-9 * value,
  );
}

describe('the story of a shipped scenario', () => {
  it.each(NAMES)('%s tells inputs, and figures whose origin is declared', (name) => {
    const told = figuresOf(name).map(({ figure, claims }) => {
      const wrong = unfounded({ figure, claims }, textOf(name));
      return wrong && `“${figure.written}” ${wrong}`;
    });
    expect(told.filter(Boolean)).toEqual([]);
    expect(deadWordsOf(name), 'declared and not in the story').toEqual([]);
  });

  it('is a shipped one wherever figures are declared', () => {
    expect(Object.keys(FIGURES).filter((name) => !NAMES.includes(name))).toEqual([]);
  });

  it.each([
    ['71 s', 'time', 71_000_000, 1_000_000],
    ['minute 20', 'time', 1_200_000_000, 60_000_000],
    ['a minute and a half', 'time', 90_000_000, 30_000_000],
    ['half a second', 'time', 500_000, 500_000],
    ['a fifth of a second', 'time', 200_000, 200_000],
    ['1,092', 'plain', 1092, 1],
    ['twelve', 'plain', 12, 1],
    ['a thousand', 'plain', 1000, 1000],
    ['99.7 %', 'share', 0.997, 0.001],
    ['$0.0144', 'money', 0.0144, 0.0001],
    ['5 cents', 'money', 0.05, 0.01],
  ])('has a figure where it says %s', (written, dimension, value, step) => {
    const [figure, ...more] = figuresIn(`It says (${written}), 99 in 100, --set a.b=5, M/M/1.`);
    expect(more).toEqual([]);
    expect(figure).toMatchObject({ written, dimension });
    expect(figure?.value).toBeCloseTo(value, 9);
    expect(figure?.step).toBeCloseTo(step, 9);
  });
});
