import * as v from 'valibot';
import { stringify } from 'yaml';
import type { Setting } from '../../domain/exercise.ts';
import { isId } from '../../domain/id.ts';
import { oneLine } from '../plain-data.ts';
import { entriesOf, type Kind, readBy, Wrong } from './kind.ts';

export const id: Kind<string> = readBy((input) =>
  typeof input === 'string' && isId(input)
    ? input
    : new Wrong('write lower-case words joined by hyphens, e.g. visibility-timeout'),
);

/** Words on one line. */
export const text: Kind<string> = readBy((input) => {
  const line = typeof input === 'string' ? oneLine(input) : '';
  return line === ''
    ? new Wrong('write some text; quote it when it holds “: ” or begins with {')
    : line;
});

/** Words that may have lines, lists and code. */
export const markdown: Kind<string> = readBy((input) => {
  const words = typeof input === 'string' ? input.trim() : '';
  return words === ''
    ? new Wrong('write some text; quote it when it holds “: ” or begins with {')
    : words;
});

/** A path into the report, or the name of a part of the scenario: whether it leads anywhere, the simulator knows. */
export const metric: Kind<string> = readBy((input) =>
  typeof input === 'string' && /^\S+$/.test(input)
    ? input
    : new Wrong('write the path of a metric, e.g. duplicates or latency.p99'),
);

export const part: Kind<string> = readBy((input) =>
  typeof input === 'string' && /^\S+$/.test(input)
    ? input
    : new Wrong('write the name of a part of the scenario, e.g. workers'),
);

/** How long an exercise takes, in minutes. */
export const duration: Kind<number> = readBy((input) =>
  typeof input === 'number' && Number.isInteger(input) && input >= 1 && input <= 120
    ? input
    : new Wrong('write whole minutes from 1 to 120, e.g. 3'),
);

/** A moment or span of virtual time, as scenarios write it. */
export const moment: Kind<string> = readBy((input) =>
  typeof input === 'string' && /^\d+(\.\d+)? ?(us|ms|s|min|m|h|d)$/.test(input.trim())
    ? input.trim()
    : new Wrong('write a time with its unit, e.g. 30s or 12m'),
);

const MINUTES: Readonly<Record<string, number>> = { s: 1 / 60, m: 1, min: 1, h: 60 };

/** Time that passes for the learner, in minutes. */
export const minutes: Kind<number> = readBy((input) => {
  const match = typeof input === 'string' ? /^(\d+(?:\.\d+)?) ?(s|m|min|h)$/.exec(input) : null;
  const [, amount, unit = ''] = match ?? [];
  const spent = Number(amount) * (MINUTES[unit] ?? 0);
  return spent > 0 ? spent : new Wrong('write a time above 0 with its unit, e.g. 30s or 2m');
});

/** A share of what is right, as a fraction. */
export const tolerance: Kind<number> = readBy((input) => {
  const match = typeof input === 'string' ? /^(\d{1,3}(?:\.\d{1,6})?) ?%$/.exec(input) : null;
  const percent = Number(match?.[1] ?? Number.NaN);
  return percent <= 100
    ? Number(`${percent}e-2`)
    : new Wrong('write a share from 0% to 100%, e.g. 20%');
});

/** Anything as a text on one line that `sim --set` takes. */
function written(input: unknown): string {
  return stringify(input, { lineWidth: 0, collectionStyle: 'flow' }).trimEnd();
}

/** What a knob is turned to: a text, a number, true or false. */
export const value: Kind<string> = readBy((input) =>
  ['string', 'number', 'boolean'].includes(typeof input)
    ? written(input)
    : new Wrong('write a single value, e.g. 60s'),
);

/** A list or a map is set as a whole, and null takes the key away. */
const change: Kind<string> = readBy(written);

const SETTINGS = '{ queues.orders.visibilityTimeout: 60s }';

/** Paths of knobs and what each is turned to. */
const settings: Kind<readonly Setting[]> = v.pipe(
  entriesOf(change, SETTINGS),
  v.transform((entries) => entries.map(([path, to]): Setting => ({ path, value: to }))),
);

/** The same, where nothing needs to change. */
export const someSettings: Kind<readonly Setting[]> = v.optional(settings, {}) as typeof settings;

export const solution: Kind<readonly Setting[]> = v.pipe(
  settings,
  v.check((list) => list.length > 0, `write what mends it, e.g. ${SETTINGS}`),
);
