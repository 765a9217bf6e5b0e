import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byFamily, familiesOf, inTurn, spreadAmong } from '../../src/scheduling/interleave.ts';

const topicOf = (id: string) => id.replace(/\d+$/, '');
const words = (text: string) => text.split(' ');

describe('topics in turn', () => {
  it('let none own the list, and keep their own order', () => {
    expect(inTurn(words('a1 a2 a3 b1 c1 c2'), topicOf)).toEqual(words('a1 b1 c1 a2 c2 a3'));
  });

  it('lose nothing, whatever there is', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^[a-d]\d{1,2}$/)), (ids) => {
        expect(inTurn(ids, topicOf).sort()).toEqual([...ids].sort());
      }),
    );
  });
});

describe('families', () => {
  it('hold topics that are confused directly or through others', () => {
    const familyOf = familiesOf([
      ['queue', 'topic'],
      ['log', 'topic'],
    ]);
    expect(familyOf('queue')).toBe(familyOf('log'));
    expect(familyOf('queue')).not.toBe(familyOf('saga'));
    expect(familyOf('saga')).toBe('saga');
  });

  it('end also when each topic names the other', () => {
    const familyOf = familiesOf([
      ['a', 'b'],
      ['b', 'a'],
      ['a', 'a'],
    ]);
    expect(familyOf('a')).toBe(familyOf('b'));
  });

  it('come one after another, the topics of each in turn', () => {
    const familyOf = familiesOf([['a', 'c']]);
    expect(byFamily(words('a1 a2 b1 b2 c1 c2'), topicOf, familyOf)).toEqual(
      words('a1 c1 a2 c2 b1 b2'),
    );
  });
});

describe('new questions', () => {
  it.each([
    ['r1 r2 r3 r4', 'n1 n2', 'r1 r2 n1 r3 r4 n2'],
    ['r1 r2', 'n1', 'r1 r2 n1'],
    ['r1', 'n1 n2 n3', 'n1 n2 r1 n3'],
  ])('spread among %s', (others, extra, together) => {
    const spread = spreadAmong(words(others), words(extra));
    expect([...spread].sort()).toEqual(words(together).sort());
    expect(spread.filter((id) => id.startsWith('n'))).toEqual(words(extra));
  });

  it('lie at distances that differ by one at most', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.integer({ min: 2, max: 60 }), (known, fresh) => {
        const ids = (letter: string, count: number) =>
          Array.from({ length: count }, (_, index) => `${letter}${index}`);
        const spread = spreadAmong(ids('r', known), ids('n', fresh));
        expect(spread).toHaveLength(known + fresh);
        expect(new Set(spread).size).toBe(known + fresh);
        const places = spread.flatMap((id, place) => (id.startsWith('n') ? [place] : []));
        const distances = places.slice(1).map((place, index) => place - (places[index] ?? 0));
        expect(Math.max(...distances) - Math.min(...distances)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
