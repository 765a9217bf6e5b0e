import * as v from 'valibot';
import { didYouMean } from '../../../../wording/nearest.ts';
import type { FaultKind, FaultSettings } from '../../../settings/fault.ts';
import { chance, duration, number, offset, span } from './amounts.ts';
import { followedBy, type Kind, never, required, textOf, Wrong } from './kind.ts';
import { fields, isMap, oneOf, oneOrMore } from './map.ts';
import { type Names, nameIn, type Section } from './names.ts';

type Key = 'chance' | 'items' | 'at' | 'for' | 'when' | 'factor' | 'by';

interface Meaning {
  /** What it can strike. */
  readonly strikes: readonly Section[];
  /** The keys that say when it strikes; one of them is needed, unless the fault lasts. */
  readonly occurs: readonly ('chance' | 'items' | 'at')[];
  readonly keys?: readonly Key[];
  readonly needs?: readonly Key[];
  /** It holds from its moments on; from the start when none is given. */
  readonly lasts?: true;
}

/** What a standard queue may do anyway. */
const MORE_OFTEN: Meaning = {
  strikes: ['queues'],
  occurs: ['at'],
  keys: ['for'],
  needs: ['chance'],
  lasts: true,
};

const MEANINGS: Readonly<Record<FaultKind, Meaning>> = {
  crash: { strikes: ['consumers'], occurs: ['chance', 'items', 'at'], keys: ['for', 'when'] },
  pause: { strikes: ['consumers'], occurs: ['chance', 'items', 'at'], needs: ['for'] },
  poison: { strikes: ['producers'], occurs: ['chance', 'items'] },
  fail: { strikes: ['consumers'], occurs: ['chance', 'items'] },
  slow: {
    strikes: ['services', 'consumers'],
    occurs: ['at'],
    keys: ['for'],
    needs: ['factor'],
    lasts: true,
  },
  down: {
    strikes: ['services', 'queues', 'priorityQueues', 'topics', 'logs', 'consumers'],
    occurs: ['at'],
    keys: ['for'],
    lasts: true,
  },
  split: { strikes: ['consumers', 'producers'], occurs: ['at'], keys: ['for'], lasts: true },
  'lose-response': { strikes: ['consumers', 'producers'], occurs: ['chance', 'items'] },
  duplicate: MORE_OFTEN,
  reorder: MORE_OFTEN,
  redeliver: { strikes: ['queues'], occurs: ['at'] },
  skew: { strikes: ['consumers'], occurs: ['at'], keys: ['for'], needs: ['by'], lasts: true },
};
const KINDS = Object.keys(MEANINGS) as readonly FaultKind[];
const MOMENTS = [
  'during-work',
  'before-effect',
  'after-effect',
  'before-delete',
  'after-delete',
] as const;

/** Whether a consumer's steps take time: there is a middle of its work then. */
export type Works = (consumer: string) => boolean;

/** One fault: `{ crash: workers, chance: 1/200, when: before-delete, for: 5s }`. */
export function fault(names: Names, works: Works): Kind<FaultSettings> {
  return v.lazy((input) => {
    const keys = isMap(input) ? Object.keys(input) : [];
    const [what, other] = keys.filter((key): key is FaultKind => Object.hasOwn(MEANINGS, key));
    if (what === undefined)
      return never(
        `say what strikes whom, e.g. { crash: workers, chance: 1/200 }; use one of ${KINDS.join(', ')}.${didYouMean(keys[0] ?? '', KINDS)}`,
      );
    if (other !== undefined) return never(`write ${what} and ${other} as two faults`);
    return faultOf(what, MEANINGS[what], names, works);
  });
}

const KEYS = {
  chance,
  items: oneOrMore(v.string('write the name of an item, e.g. buyers-17'), 'write names of items'),
  at: oneOrMore(duration, 'write moments, e.g. [10s, 20s]'),
  for: span,
  when: oneOf(MOMENTS),
  factor: number(0.000_001, '10'),
  by: offset,
};
type Read = { readonly [Each in Key]?: v.InferOutput<(typeof KEYS)[Each]> };

function faultOf(
  what: FaultKind,
  meaning: Meaning,
  names: Names,
  works: Works,
): Kind<FaultSettings> {
  const { strikes, occurs, keys = [], needs = [] } = meaning;
  const entries: Record<string, Kind<unknown>> = { [what]: required(nameIn(names, strikes)) };
  for (const key of needs) entries[key] = required<unknown>(KEYS[key]);
  for (const key of [...occurs, ...keys]) entries[key] = v.optional(KEYS[key]);
  return followedBy(fields(entries), (read): FaultSettings | Wrong => {
    const given = occurs.filter((key) => read[key] !== undefined);
    if (given.length > 1) return new Wrong(`write one of ${given.join(', ')}: two are two faults`);
    if (read.when !== undefined && read.at !== undefined)
      return new Wrong('remove when: it goes with chance or items, which strike at work');
    if (given.length === 0 && !meaning.lasts)
      return new Wrong(`say when it strikes: ${occurs.map((key) => EXAMPLES[key]).join(', ')}`);
    const target = textOf(read[what]);
    const when = works(target) ? 'during-work' : 'before-delete';
    return settingsOf(what, target, read, meaning, when);
  });
}

const EXAMPLES = { chance: 'chance: 1/200', items: 'items: [buyers-17]', at: 'at: 30s' };

function settingsOf(
  what: FaultKind,
  target: string,
  read: Read,
  { lasts }: Meaning,
  usually: 'during-work' | 'before-delete',
): FaultSettings {
  const atWork = read.chance !== undefined || read.items !== undefined;
  return {
    what,
    target,
    chance: read.chance,
    at: read.at ?? (lasts ? [0] : []),
    items: read.items ?? [],
    for: read.for,
    when: read.when ?? (what === 'crash' && atWork ? usually : undefined),
    factor: read.factor,
    by: read.by,
  };
}
