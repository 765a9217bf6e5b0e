import * as v from 'valibot';
import { didYouMean } from '../../../../wording/nearest.ts';
import { LIMITS } from '../../../broker/limits.ts';
import type { ActionKind, ActionSettings } from '../../../settings/action.ts';
import { duration, rate } from './amounts.ts';
import { followedBy, type Kind, never, optional, readBy, required, textOf, Wrong } from './kind.ts';
import { fields, isMap } from './map.ts';
import { isFifo, type Names, nameIn, queueOfType } from './names.ts';

/** One thing that the operator does: `{ at: 20m, redrive: orders-dlq, to: orders, rate: 50/s }`. */
export function action(names: Names): Kind<ActionSettings> {
  const kinds: Readonly<Record<ActionKind, (target: string) => Kind<ActionSettings>>> = {
    redrive: (target) => redrive(target, names),
    replay: () => replay(names),
    purge: () => purge(names),
  };
  const known = Object.keys(kinds) as readonly ActionKind[];
  return v.lazy((input): Kind<ActionSettings> => {
    const keys = isMap(input) ? Object.keys(input) : [];
    const [what, other] = known.filter((kind) => keys.includes(kind));
    if (!isMap(input) || what === undefined)
      return never(
        `say what is done to what, e.g. { at: 20m, redrive: orders-dlq }; use one of ${known.join(', ')}.${didYouMean(keys.find((key) => key !== 'at') ?? '', known)}`,
      );
    if (other !== undefined) return never(`write ${what} and ${other} as two actions`);
    return kinds[what](textOf(input[what]));
  });
}

const { min, max } = LIMITS.moveTaskRate;
const moveRate = followedBy(rate, (perSecond) =>
  Number.isInteger(perSecond) && perSecond >= min && perSecond <= max
    ? perSecond
    : new Wrong(`write a whole number of messages a second from ${min}/s to ${max}/s, e.g. 50/s`),
);

function redrive(target: string, names: Names): Kind<ActionSettings> {
  const sameType = queueOfType(names, isFifo(target), 'messages move to a queue of the same type');
  const to = followedBy(sameType, (queue) =>
    queue === target ? new Wrong('name another queue than the one that they leave') : queue,
  );
  return followedBy(
    fields({
      at: required(duration),
      redrive: required(nameIn(names, ['queues'])),
      to: optional(to),
      rate: optional(moveRate),
    }),
    (read) => ({
      what: 'redrive' as const,
      at: read.at,
      target: read.redrive,
      to: read.to,
      rate: read.rate,
    }),
  );
}

function replay(names: Names): Kind<ActionSettings> {
  return followedBy(
    fields({
      at: required(duration),
      replay: required(fifoTopic(names)),
      to: required(subscriptionName),
      from: required(duration),
    }),
    (read): ActionSettings | Wrong =>
      read.from < read.at
        ? { what: 'replay', at: read.at, target: read.replay, to: read.to, from: read.from }
        : new Wrong('let from be before at: what is replayed was published before'),
  );
}

function fifoTopic(names: Names): Kind<string> {
  const topics = names.topics.filter(isFifo);
  const choice = topics.length === 0 ? 'there is none yet' : topics.join(', ');
  return readBy((input) =>
    typeof input === 'string' && topics.includes(input)
      ? input
      : new Wrong(
          `name a FIFO topic (${choice}): only a FIFO topic has an archive.${didYouMean(textOf(input), topics)}`,
        ),
  );
}

/** Whether the topic has it shows when topics are read. */
const subscriptionName = readBy((input) =>
  typeof input === 'string' ? input : new Wrong('name a subscription of the topic'),
);

function purge(names: Names): Kind<ActionSettings> {
  return followedBy(
    fields({ at: required(duration), purge: required(nameIn(names, ['queues'])) }),
    (read) => ({ what: 'purge' as const, at: read.at, target: read.purge }),
  );
}
