import { describe, expect, it } from 'vitest';
import { labelOf } from '../../../src/simulator/actors/label.ts';
import { RandomStream } from '../../../src/simulator/engine/index.ts';
import type { Label } from '../../../src/simulator/settings/amounts.ts';

describe('a label', () => {
  it("names an item's number and trace", () => {
    expect(labelled(text('item {n} of {trace}'), 7, 'buyers-7')).toBe('item 7 of buyers-7');
    expect(labelled(text('{n}'), 7, 'x')).toBe('7');
    expect(labelled(text('plain'), 7, 'x')).toBe('plain');
    expect(labelled(text(''), 7, 'x')).toBe('');
  });

  it('draws a whole number from a range, both ends included', () => {
    expect(seen(text('section-{1..4}'), 200)).toEqual(
      new Set(['section-1', 'section-2', 'section-3', 'section-4']),
    );
    expect(seen(text('{5..5}'), 3)).toEqual(new Set(['5']));
    expect(seen(text('{3..2}'), 50)).toEqual(new Set(['2', '3']));
  });

  it('draws each range of a text for itself', () => {
    expect(seen(text('{0..1}{0..1}'), 200)).toEqual(new Set(['00', '01', '10', '11']));
  });

  it('leaves other braces alone, as in JSON', () => {
    expect(labelled(text('{"id":"{trace}","m":{}}'), 1, 'a-1')).toBe('{"id":"a-1","m":{}}');
  });

  it('chooses by weight, and never what weighs nothing', () => {
    const label: Label = {
      kind: 'choose',
      weights: [
        ['never', 0],
        ['gold', 1],
        ['silver', 3],
        ['never again', 0],
      ],
    };
    const draws = 20_000;
    const golden = drawn(label, draws).filter((one) => one === 'gold').length;
    expect(seen(label, draws)).toEqual(new Set(['gold', 'silver']));
    expect(Math.abs(golden / draws - 1 / 4)).toBeLessThan(4 * Math.sqrt(3 / 16 / draws));
  });

  it('fills in what it has chosen', () => {
    const label: Label = {
      kind: 'choose',
      weights: [
        ['vip-{0..1}', 1],
        ['{trace}', 1],
      ],
    };
    const all = seen(label, 60);
    expect([...all].filter((one) => one.startsWith('vip')).sort()).toEqual(['vip-0', 'vip-1']);
    expect([...all].filter((one) => !one.startsWith('vip'))[0]).toMatch(/^t-\d+$/);
  });
});

function text(template: string): Label {
  return { kind: 'text', template };
}

function labelled(label: Label, number: number, trace: string): string {
  return labelOf(label)(number, trace, new RandomStream(1, 'labels'));
}

function drawn(label: Label, count: number): string[] {
  const stream = new RandomStream(1, 'labels');
  const write = labelOf(label);
  return Array.from({ length: count }, (_, index) => write(index + 1, `t-${index + 1}`, stream));
}

function seen(label: Label, count: number): Set<string> {
  return new Set(drawn(label, count));
}
