import type { Arrivals, Duration, Label } from '../../../settings/amounts.ts';
import { count, duration, number, rate, ratePositive, span } from './amounts.ts';
import { followedBy, type Kind, readBy, required, Wrong } from './kind.ts';
import { fields, isMap, listOf, oneOfForms, shortOrMap } from './map.ts';

const times = followedBy(listOf(duration, 'write a list of times, e.g. [10ms, 25ms]'), (values) =>
  values.length > 0 ? values : new Wrong('write at least one time, e.g. [10ms, 25ms]'),
);

/** How long something takes: `40ms`, or a map that names a distribution. */
export const drawnDuration: Kind<Duration> = shortOrMap<Duration, Duration>(
  followedBy(duration, (value) => ({ kind: 'constant', value }) as const),
  oneOfForms<Duration>(
    {
      constant: followedBy(duration, (value) => ({ kind: 'constant', value }) as const),
      exponential: followedBy(span, (mean) => ({ kind: 'exponential', mean }) as const),
      uniform: followedBy(
        fields({ min: required(duration), max: required(duration) }),
        ({ min, max }) =>
          min <= max
            ? ({ kind: 'uniform', min, max } as const)
            : new Wrong('let min be at most max'),
      ),
      lognormal: followedBy(fields({ p50: required(span), p99: required(span) }), ({ p50, p99 }) =>
        p50 < p99
          ? ({ kind: 'lognormal', p50, p99 } as const)
          : new Wrong('let p50, the middle, be below p99, what one in a hundred exceeds'),
      ),
      empirical: followedBy(times, (values) => ({ kind: 'empirical', values }) as const),
      sequence: followedBy(times, (values) => ({ kind: 'sequence', values }) as const),
    },
    '{ exponential: 40ms }',
  ),
);

const moments = followedBy(times, (values) =>
  values.every((time, index) => index === 0 || (values[index - 1] ?? 0) <= time)
    ? values
    : new Wrong('put the moments in order'),
);

/** When items arrive: `20/s`, at random moments, or a map that says otherwise. */
export const arrivals: Kind<Arrivals> = shortOrMap<Arrivals, Arrivals>(
  followedBy(ratePositive, (perSecond) => ({ kind: 'poisson', rate: perSecond }) as const),
  oneOfForms<Arrivals>(
    {
      constant: followedBy(
        ratePositive,
        (perSecond) => ({ kind: 'constant', rate: perSecond }) as const,
      ),
      poisson: followedBy(
        ratePositive,
        (perSecond) => ({ kind: 'poisson', rate: perSecond }) as const,
      ),
      ramp: followedBy(
        fields({ from: required(rate), to: required(rate), over: required(span) }),
        (ramp) => ({ kind: 'ramp', ...ramp }) as const,
      ),
      spike: followedBy(
        fields({
          base: required(rate),
          peak: required(ratePositive),
          at: required(duration),
          for: required(span),
        }),
        (spike) => ({ kind: 'spike', ...spike }) as const,
      ),
      burst: followedBy(
        fields({ count: required(count(1, 10_000_000)), at: required(duration) }),
        (burst) => ({ kind: 'burst', ...burst }) as const,
      ),
      trace: followedBy(moments, (all) => ({ kind: 'trace', times: all }) as const),
    },
    '{ constant: 20/s }',
  ),
);

const weights = readBy((input) =>
  isMap(input) && Object.keys(input).length > 0
    ? input
    : new Wrong('write labels with their weights, e.g. { vip: 1, normal: 9 }'),
);

const choice = followedBy(weights, (map): Label | Wrong => {
  const pairs: [string, number][] = [];
  for (const [label, weight] of Object.entries(map)) {
    if (typeof weight !== 'number' || !(weight >= 0 && weight < 1e9))
      return new Wrong(`give ${label} a weight, a number from 0, e.g. { vip: 1, normal: 9 }`);
    const trouble = troubleIn(label);
    if (trouble) return trouble;
    pairs.push([label, weight]);
  }
  return pairs.some(([, weight]) => weight > 0)
    ? { kind: 'choose', weights: pairs }
    : new Wrong('give at least one label a weight above 0');
});

const template = readBy((input): Label | Wrong => {
  if (typeof input !== 'string' && typeof input !== 'number')
    return new Wrong('write a text, e.g. "section-{1..40}", or { choose: { vip: 1, normal: 9 } }');
  const text = String(input);
  return troubleIn(text) ?? { kind: 'text', template: text };
});

/** What is wrong with a text that may hold placeholders. */
function troubleIn(text: string): Wrong | undefined {
  if (/\p{Cc}/u.test(text)) return new Wrong('leave control characters out');
  for (const [, from, to] of text.matchAll(/\{(\d+)\.\.(\d+)\}/g))
    if (!(Number(from) <= Number(to) && Number(to) <= 1e9))
      return new Wrong(`let {${from}..${to}} rise, to a billion at most, e.g. {1..40}`);
  return undefined;
}

/** A name that differs from item to item: a template, or one of several by weight. */
export const label: Kind<Label> = shortOrMap(
  template,
  oneOfForms<Label>({ choose: choice }, '{ choose: { vip: 1, normal: 9 } }'),
);

/** So many a second with a reserve: `50/s`, which saves up one second's worth, or both by name. */
export const tokenBucket: Kind<{ rate: number; burst: number }> = shortOrMap(
  followedBy(ratePositive, (perSecond) => ({ rate: perSecond, burst: Math.max(1, perSecond) })),
  fields({ rate: required(ratePositive), burst: required(number(1, '100')) }),
);
