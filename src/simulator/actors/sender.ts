import type { Attributes } from '../broker/attributes.ts';
import {
  type AppendRequest,
  IdempotentProducer,
  type PartitionedLog,
  type TransactionalProducer,
} from '../broker/log/index.ts';
import type { SendRequest } from '../broker/queue/index.ts';
import { Refusal } from '../broker/refusal.ts';
import type { Micros } from '../engine/time.ts';
import type { ActorWorld } from './world.ts';

/** Something to hand over, with whatever the target may want of it. */
export interface Parcel {
  readonly trace: string;
  readonly body: string;
  /** Who sends: the name of a producer or of a worker. */
  readonly by: string;
  /** The producer's or consumer's name in the scenario, which faults aim at. */
  readonly producer: string;
  readonly messageGroupId?: string | undefined;
  readonly messageDeduplicationId?: string | undefined;
  readonly key?: string | undefined;
  readonly attributes?: Attributes | undefined;
  readonly sizeBytes?: number | undefined;
  readonly delaySeconds?: number | undefined;
  /** A log gets it as part of this producer's transaction. */
  readonly within?: TransactionalProducer | undefined;
}

/** Hands a parcel over; gives the code of the refusal, or nothing when it was accepted. */
export type Send = (now: Micros, parcel: Parcel) => string | undefined;

/** How to send to a queue, a topic or a log of this name. Who sends idempotently has its retries known by a log. */
export function senderTo(name: string, world: ActorWorld, idempotentAs?: string): Send {
  const store = world.queues.get(name) ?? world.priorityQueues.get(name);
  const topic = world.topics.get(name);
  const log = world.logs.get(name);
  const write = requestWriter(name, world);
  const send: Send | undefined =
    (store && ((now, parcel) => codeOf(store.send(now, write(parcel))))) ??
    (topic && ((now, parcel) => codeOf(topic.publish(now, write(parcel))))) ??
    (log && appender(log, idempotentAs));
  if (!send) throw new Error(`nothing to send to is called ${name}`);
  return (now, parcel) => unreachable(name, parcel.producer, world) ?? send(now, parcel);
}

function appender(log: PartitionedLog, idempotentAs: string | undefined): Send {
  if (idempotentAs === undefined)
    return (now, parcel) => {
      const record = recordOf(parcel);
      return codeOf(parcel.within?.append(now, log, record) ?? log.append(now, record));
    };
  const producer = new IdempotentProducer(idempotentAs);
  const stamped = new WeakMap<Parcel, AppendRequest>();
  return (now, parcel) => {
    const known = stamped.get(parcel);
    const request = known ?? producer.stamp(log, recordOf(parcel));
    const code = codeOf(producer.append(now, log, request));
    // What was refused used up no number: the next record has it, so a retry needs another.
    if (!known && code === undefined) stamped.set(parcel, request);
    return code;
  };
}

function recordOf({ key, body, sizeBytes, trace, by }: Parcel): AppendRequest {
  return { key, body, sizeBytes, traceHeader: trace, by };
}

/** Several parcels in one call; gives a code, or nothing, for each. */
export function batchSenderTo(
  name: string,
  world: ActorWorld,
): ((now: Micros, parcels: readonly Parcel[]) => (string | undefined)[]) | undefined {
  const queue = world.queues.get(name);
  const topic = world.topics.get(name);
  if (!queue && !topic) return undefined;
  const write = requestWriter(name, world);
  return (now, parcels) => {
    const away = unreachable(name, parcels[0]?.producer ?? '', world);
    if (away) return parcels.map(() => away);
    const requests = parcels.map(write);
    const results = queue ? queue.sendBatch(now, requests) : topic?.publishBatch(now, requests);
    if (results instanceof Refusal) return parcels.map(() => results.code);
    return (results ?? []).map(codeOf);
  };
}

function unreachable(target: string, producer: string, world: ActorWorld): string | undefined {
  // An outage takes one replica of a log; the log itself knows whether enough are left.
  if (!world.logs.has(target) && world.faults.lasting('down', target)) return 'ServiceUnavailable';
  if (world.faults.lasting('split', producer)) return 'NetworkSplit';
  return undefined;
}

/** A FIFO queue or topic wants a group and something to know repetitions by: the item's name unless told otherwise. */
function requestWriter(name: string, world: ActorWorld): (parcel: Parcel) => SendRequest {
  const settings = world.queues.get(name)?.settings ?? world.topics.get(name)?.settings;
  const fifo = settings?.fifo ?? false;
  const byName = fifo && !settings?.contentBasedDeduplication;
  return (parcel) => ({
    body: parcel.body,
    sizeBytes: parcel.sizeBytes,
    attributes: parcel.attributes,
    messageGroupId: parcel.messageGroupId ?? (fifo ? 'default' : undefined),
    messageDeduplicationId: parcel.messageDeduplicationId ?? (byName ? parcel.trace : undefined),
    delaySeconds: parcel.delaySeconds,
    traceHeader: parcel.trace,
    by: parcel.by,
  });
}

function codeOf(result: unknown): string | undefined {
  return result instanceof Refusal ? result.code : undefined;
}
