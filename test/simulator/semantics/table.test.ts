import { describe, expect, it } from 'vitest';
import { FAMILIES, SEMANTICS, SOURCES } from '../../../src/simulator/semantics/index.ts';
import { namedTests, semanticsDocument } from './document.ts';

const FAMILY_SIZES = [
  ['STD', 24],
  ['FIFO', 18],
  ['SNS', 14],
  ['SNSF', 6],
  ['KFK', 15],
] as const;

const tests = namedTests();

describe('the table of semantics', () => {
  it('holds every id once, in order', () => {
    const wanted = FAMILY_SIZES.flatMap(([family, size]) =>
      Array.from({ length: size }, (_, index) => `${family}-${String(index + 1).padStart(2, '0')}`),
    );
    expect(SEMANTICS.map((semantic) => semantic.id)).toEqual(wanted);
    expect(FAMILIES).toHaveLength(FAMILY_SIZES.length);
  });

  it('names a source for each statement, and no source that nothing names', () => {
    const named = SEMANTICS.flatMap((semantic) => semantic.sources);
    expect(SEMANTICS.filter((semantic) => semantic.sources.length === 0)).toEqual([]);
    expect([...new Set(named)].sort()).toEqual(Object.keys(SOURCES).sort());
  });

  it('writes each statement as whole sentences', () => {
    for (const { id, statement, open = '.' } of SEMANTICS) {
      expect(`${id} ${statement}`).toMatch(/\S\.$/);
      expect(`${id} ${open}`).toMatch(/\.$/);
    }
  });

  it('has a test for every id, and no test for an id that it does not hold', () => {
    const tested = new Set(tests.flatMap((test) => test.ids));
    expect(SEMANTICS.map(({ id }) => id).filter((id) => !tested.has(id))).toEqual([]);
    const ids = new Set(SEMANTICS.map(({ id }) => id));
    expect([...tested].filter((id) => !ids.has(id))).toEqual([]);
  });

  it('is what SEMANTICS.md says', async () => {
    await expect(semanticsDocument(tests)).toMatchFileSnapshot('../../../SEMANTICS.md');
  });
});
