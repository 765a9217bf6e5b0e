import * as v from 'valibot';
import { didYouMean } from '../../../../wording/nearest.ts';
import type { Step } from '../../../settings/consumer.ts';
import { span } from './amounts.ts';
import { drawnDuration } from './drawn.ts';
import {
  followedBy,
  type Kind,
  optional,
  readBy,
  required,
  textOf,
  Wrong,
  withDefault,
} from './kind.ts';
import { fields, isMap, listOf, oneOf, oneOfForms, shortOrMap } from './map.ts';
import { type Names, nameIn, PLACES } from './names.ts';
import { breaker, retry } from './retry.ts';

/** Which items each store has: a reservation that names none means the only one. */
export type Items = (store: string) => readonly string[];

type Forms = Readonly<Record<string, Kind<Step>>>;

/** One step of a consumer's recipe: `- work: 40ms`, `- delete`. */
export function step(names: Names, items: Items): Kind<Step> {
  const onStores = storeSteps(names, items);
  const forms = oneOfForms<Step>(
    {
      work: followedBy(drawnDuration, (time) => ({ kind: 'work', time }) as const),
      ...onStores,
      transaction: followedBy(
        listOf(oneOfForms(onStores, '- write: ledger'), 'write a list of steps on stores'),
        (steps) => ({ kind: 'transaction', steps }) as const,
      ),
      call: call(names),
      send: followedBy(nameIn(names, PLACES), (to) => ({ kind: 'send', to }) as const),
    },
    '- work: 40ms; or write - delete',
  );
  return v.lazy((input) => (isMap(input) ? forms : deletion));
}

const deletion = readBy((input): Step | Wrong =>
  input === 'delete'
    ? { kind: 'delete' }
    : new Wrong(
        `write a step, e.g. - work: 40ms, - write: ledger or - delete.${didYouMean(textOf(input), ['delete'])}`,
      ),
);

function storeSteps(names: Names, items: Items): Forms {
  const store = nameIn(names, ['stores']);
  return {
    write: followedBy(store, (name) => ({ kind: 'write', store: name }) as const),
    reserve: reserve(names, items),
    claim: followedBy(store, (name) => ({ kind: 'claim', store: name }) as const),
    check: followedBy(store, (name) => ({ kind: 'check', store: name }) as const),
    record: followedBy(store, (name) => ({ kind: 'record', store: name }) as const),
  };
}

function reserve(names: Names, items: Items): Kind<Step> {
  const store = nameIn(names, ['stores']);
  const inFull = fields({
    store: required(store),
    item: optional(v.string('write the name of an item')),
    how: withDefault(oneOf(['read-then-write', 'conditional']), 'read-then-write'),
  });
  const inShort = followedBy(store, (name) => ({
    store: name,
    item: undefined,
    how: 'read-then-write' as const,
  }));
  return followedBy(
    shortOrMap<v.InferOutput<typeof inShort>, v.InferOutput<typeof inFull>>(inShort, inFull),
    ({ store: name, item: wanted, how }): Step | Wrong => {
      const known = items(name);
      const item = wanted ?? (known.length === 1 ? known[0] : undefined);
      if (item !== undefined && known.includes(item))
        return { kind: 'reserve', store: name, item, how };
      if (known.length === 0)
        return new Wrong(`give ${name} stock first, e.g. items: { concert: 500 }`);
      return new Wrong(
        `name one of the items of ${name}: { store: ${name}, item: ${known[0]} }; it has ${known.join(', ')}.${didYouMean(wanted ?? '', known)}`,
      );
    },
  );
}

function call(names: Names): Kind<Step> {
  const service = nameIn(names, ['services']);
  const inFull = fields({
    service: required(service),
    timeout: optional(span),
    retry: optional(retry),
    breaker: optional(breaker),
  });
  const inShort = followedBy(service, (name) => ({ service: name }));
  return followedBy(
    shortOrMap<{ service: string }, v.InferOutput<typeof inFull>>(inShort, inFull),
    (read): Step => ({
      kind: 'call',
      timeout: undefined,
      retry: undefined,
      breaker: undefined,
      ...read,
    }),
  );
}
