import { describe, expect, it } from 'vitest';
import type { Knob } from '../../../src/domain/exercise.ts';
import { turned } from '../../../src/exercises/tune/knob.ts';

const knob = (from: string, to: string): Knob => ({ path: 'x', label: '', range: { from, to } });

describe('a knob', () => {
  it.each([
    ['5s', '5m', '30s', '30s'],
    ['5s', '5m', ' 2 minutes ', '2min'],
    ['1', '5000', '1,000', '1000'],
    ['5s', '5m', '1,50', undefined],
    ['1/s', '20/s', '5 / sec', '5/s'],
    ['5s', '5m', '90', '90s'],
    ['5s', '5m', '5m', '5min'],
    ['1', '50', '12', '12'],
    ['10/s', '300/min', '4.5', undefined],
    ['1/s', '300/min', '4.5', '4.5/s'],
    ['0%', '100%', '40', '40%'],
    ['0%', '100%', '0.4', '0.4%'],
    ['1/200', '1/2', '1/50', '1/50'],
    ['1KiB', '1MiB', '256KiB', '256KiB'],
    ['5s', '5m', '6m', undefined],
    ['5s', '5m', '4s', undefined],
    ['5s', '5m', '10/s', undefined],
    ['5s', '5m', 'long', undefined],
    ['5s', '5m', '', undefined],
    ['1', '50', '12s', undefined],
  ])('from %s to %s takes %j as %s', (from, to, typed, value) => {
    const turn = turned(knob(from, to), typed);
    expect(turn.ok ? turn.value : undefined).toEqual(value && { path: 'x', value });
  });

  it('says what it takes instead', () => {
    expect(turned(knob('5s', '5m'), '6m')).toEqual({
      ok: false,
      why: '6min is out of range: from 5s to 5m.',
    });
    expect(turned(knob('5s', '5m'), 'long')).toEqual({
      ok: false,
      why: '“long” can’t be read here. Type something from 5s to 5m.',
    });
  });

  it('takes and offers a choice without the quotes that YAML wants around it', () => {
    const how: Knob = { path: 'x', label: '', range: { choose: ['sale', '"section-{1..4}"'] } };
    const value = { path: 'x', value: '"section-{1..4}"' };
    expect(turned(how, 'section-{1..4}')).toEqual({ ok: true, value });
    expect(turned(how, '"section-{1..4}"')).toEqual({ ok: true, value });
    expect(turned(how, 'section')).toMatchObject({
      why: expect.stringContaining('Choose sale or section-{1..4}.'),
    });
  });

  it('with a choice takes one of it', () => {
    const how: Knob = { path: 'x', label: '', range: { choose: ['leave', 'batch', 'never'] } };
    expect(turned(how, 'batch')).toEqual({ ok: true, value: { path: 'x', value: 'batch' } });
    expect(turned(how, 'bacth')).toEqual({
      ok: false,
      why: 'Choose leave, batch or never. Did you mean “batch”?',
    });
  });
});
