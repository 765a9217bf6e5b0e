import * as v from 'valibot';
import type { ProducerSettings } from '../../../settings/producer.ts';
import { chance, count, duration, size, span } from './amounts.ts';
import { arrivals, label } from './drawn.ts';
import {
  followedBy,
  type Kind,
  never,
  onlyDefault,
  optional,
  required,
  textOf,
  Wrong,
  withDefault,
} from './kind.ts';
import { fields, isMap, named, trueOrFalse } from './map.ts';
import { isFifo, type Names, nameIn, PLACES, type Section, sectionOf } from './names.ts';
import { delay } from './queue.ts';
import { breaker, retry } from './retry.ts';

const TARGETS: readonly Section[] = [...PLACES, 'services'];

/** A producer. What it sends to decides which keys mean something. */
export function producer(names: Names): Kind<ProducerSettings> {
  return v.lazy((input) => {
    const to = isMap(input) ? textOf(input.sendsTo) : '';
    return producerTo(to, sectionOf(names, to, TARGETS), names);
  });
}

function producerTo(
  to: string,
  section: Section | undefined,
  names: Names,
): Kind<ProducerSettings> {
  const fifo = isFifo(to);
  const isSqsOrSns = section === 'queues' || section === 'topics';
  const isCalled = section === 'services';
  const hasAttributes = isSqsOrSns || section === 'priorityQueues';
  /** Where the target isn't known, that is problem enough. */
  const only = <Value>(makesSense: boolean, kind: Kind<Value>, who: string): Kind<Value> =>
    makesSense || section === undefined ? kind : never(`remove it: only ${who}`);
  const onlyOr = <Value>(
    makesSense: boolean,
    kind: Kind<Value>,
    written: string | number,
    who: string,
  ): Kind<Value> =>
    makesSense || section === undefined
      ? withDefault(kind, written)
      : onlyDefault(kind, written, `remove it: only ${who}`);
  return followedBy(
    fields({
      sendsTo: required(nameIn(names, TARGETS)),
      arrivals: required(arrivals),
      count: optional(count(1, 1_000_000_000, 1_000)),
      until: optional(span),
      batch: onlyOr(isSqsOrSns, count(1, 10, 10), 1, 'queues and topics take batches'),
      linger: onlyOr(isSqsOrSns, duration, '0s', 'batches to queues and topics wait to fill'),
      messageGroupId: fifo
        ? required(label)
        : optional(only(isSqsOrSns, label, 'queues and topics have groups')),
      messageDeduplicationId: optional(only(fifo, label, 'FIFO queues and topics take one')),
      key: optional(only(section === 'logs', label, 'the records of a log have a key')),
      attributes: optional(
        only(
          hasAttributes,
          named(() => label),
          'messages in queues and topics have attributes',
        ),
      ),
      body: optional(only(!isCalled, label, 'messages and records have a body')),
      size: optional(only(!isCalled, size(1, 10_485_760), 'messages and records have a size')),
      delay: optional(
        only(
          section === 'queues' && !fifo,
          delay,
          'messages to a standard queue have a delay of their own',
        ),
      ),
      retry: optional(retry),
      resendChance: onlyOr(
        !isCalled,
        chance,
        0,
        'messages and records are sent again; to call again, write retry',
      ),
      timeout: optional(only(isCalled, span, 'a called service is waited for')),
      shedAbove: optional(
        only(
          section === 'queues' || section === 'priorityQueues',
          count(0, 1_000_000_000, 1_000),
          'queues and priority queues have a backlog to look at',
        ),
      ),
      breaker: optional(breaker),
      idempotent: optional(
        only(section === 'logs', trueOrFalse, 'a log knows idempotent producers'),
      ),
    }),
    (read): ProducerSettings | Wrong =>
      read.batch > 1 && read.linger === 0
        ? new Wrong('add linger, e.g. linger: 50ms: no batch fills in no time')
        : {
            sendsTo: read.sendsTo,
            arrivals: read.arrivals,
            count: read.count,
            until: read.until,
            batch: read.batch,
            linger: read.linger,
            messageGroupId: read.messageGroupId,
            messageDeduplicationId: read.messageDeduplicationId,
            key: read.key,
            attributes: read.attributes ?? {},
            body: read.body,
            size: read.size,
            delaySeconds: read.delay,
            retry: read.retry,
            resendChance: read.resendChance,
            timeout: read.timeout,
            shedAbove: read.shedAbove,
            breaker: read.breaker,
            idempotent: read.idempotent ?? false,
          },
  );
}
