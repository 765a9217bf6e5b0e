import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  arrivals,
  drawnDuration,
  label,
  tokenBucket,
} from '../../../../../src/simulator/scenario/reading/format/drawn.ts';
import type { Kind } from '../../../../../src/simulator/scenario/reading/format/kind.ts';

function messages(kind: Kind<unknown>, input: unknown): string {
  return (v.safeParse(kind, input).issues ?? []).map(({ message }) => message).join('; ');
}

describe('what is drawn', () => {
  it.each([
    [drawnDuration, '40ms', { kind: 'constant', value: 40_000 }],
    [drawnDuration, { constant: '40ms' }, { kind: 'constant', value: 40_000 }],
    [drawnDuration, { exponential: '40ms' }, { kind: 'exponential', mean: 40_000 }],
    [
      drawnDuration,
      { uniform: { min: '1ms', max: '2ms' } },
      { kind: 'uniform', min: 1_000, max: 2_000 },
    ],
    [
      drawnDuration,
      { lognormal: { p50: '1ms', p99: '2ms' } },
      { kind: 'lognormal', p50: 1_000, p99: 2_000 },
    ],
    [drawnDuration, { empirical: ['2ms', '1ms'] }, { kind: 'empirical', values: [2_000, 1_000] }],
    [drawnDuration, { sequence: ['2ms', '1ms'] }, { kind: 'sequence', values: [2_000, 1_000] }],
    [arrivals, '20/s', { kind: 'poisson', rate: 20 }],
    [arrivals, { poisson: '20/s' }, { kind: 'poisson', rate: 20 }],
    [arrivals, { constant: '60/min' }, { kind: 'constant', rate: 1 }],
    [
      arrivals,
      { ramp: { from: '0/s', to: '9/s', over: '1s' } },
      { kind: 'ramp', from: 0, to: 9, over: 1_000_000 },
    ],
    [
      arrivals,
      { spike: { base: '0/s', peak: '9/s', at: '1s', for: '2s' } },
      { kind: 'spike', base: 0, peak: 9, at: 1_000_000, for: 2_000_000 },
    ],
    [arrivals, { burst: { count: 7, at: '0s' } }, { kind: 'burst', count: 7, at: 0 }],
    [arrivals, { trace: ['0s', '10ms'] }, { kind: 'trace', times: [0, 10_000] }],
    [label, 'section-{1..40}', { kind: 'text', template: 'section-{1..40}' }],
    [label, 7, { kind: 'text', template: '7' }],
    [label, '{"amount": {1..9}}', { kind: 'text', template: '{"amount": {1..9}}' }],
    [
      label,
      { choose: { vip: 1, normal: 9 } },
      {
        kind: 'choose',
        weights: [
          ['vip', 1],
          ['normal', 9],
        ],
      },
    ],
    [tokenBucket, '50/s', { rate: 50, burst: 50 }],
    [tokenBucket, '6/min', { rate: 0.1, burst: 1 }],
    [tokenBucket, { rate: '50/s', burst: 10 }, { rate: 50, burst: 10 }],
  ])('is read (case %#)', (kind, input, value) => {
    expect(v.parse(kind as Kind<unknown>, input)).toEqual(value);
  });

  it.each([
    [drawnDuration, { exponantial: '40ms' }, 'Did you mean “exponential”?'],
    [drawnDuration, { exponential: '40ms', constant: '1ms' }, 'use one of constant, exponential'],
    [drawnDuration, { exponential: '0s' }, 'write a time above 0s'],
    [drawnDuration, { uniform: { min: '2ms', max: '1ms' } }, 'let min be at most max'],
    [drawnDuration, { lognormal: { p50: '2ms', p99: '2ms' } }, 'let p50, the middle, be below p99'],
    [drawnDuration, { empirical: [] }, 'write at least one time'],
    [drawnDuration, { sequence: '2ms' }, 'write a list of times'],
    [drawnDuration, {}, 'use one of constant, exponential'],
    [arrivals, '0/s', 'write a rate above 0'],
    [arrivals, { trace: ['2s', '1s'] }, 'put the moments in order'],
    [arrivals, { spike: { base: '1/s', peak: '9/s', at: '1s' } }, 'write a time with its unit'],
    [label, ['a'], 'write a text'],
    [label, 'section-{9..1}', 'let {9..1} rise'],
    [label, 'a\u001b[2J', 'leave control characters out'],
    [label, { choose: { vip: 'x' } }, 'give vip a weight'],
    [label, { choose: { vip: 0 } }, 'give at least one label a weight above 0'],
    [label, { choose: [] }, 'write labels with their weights'],
    [label, { choose: { 'vip-{9..1}': 1 } }, 'let {9..1} rise'],
    [label, { choose: { 'a\u001b[2J': 1 } }, 'leave control characters out'],
    [tokenBucket, { rate: '50/s' }, 'write a number, e.g. 100'],
  ])('is turned down (case %#)', (kind, input, message) => {
    expect(messages(kind, input)).toContain(message);
  });
});
