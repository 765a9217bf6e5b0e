import type { Micros } from '../engine/time.ts';
import type { Step } from '../settings/consumer.ts';
import { Caller } from './caller.ts';
import type { Job } from './job.ts';
import { later } from './later.ts';
import { senderTo } from './sender.ts';
import type { Access, Store } from './store.ts';
import type { ActorWorld } from './world.ts';

/** How a step ended. `on` is what it was about: a store, a service, a queue. */
export interface StepResult {
  readonly on: string;
  /** The item was found to be done: only the delete is left. */
  readonly skip?: boolean;
  readonly failed?: string | undefined;
}

/** Does a step for a job and says how it ended, at once or later. */
export type Perform = (job: Job, done: (result: StepResult) => void) => void;

type StepOf<Kind extends Step['kind']> = Extract<Step, { kind: Kind }>;

/** Makes a step of a consumer's recipe ready to be done. `work` takes time only, so the recipe itself does it. */
export function performer(
  consumer: string,
  step: Exclude<Step, { kind: 'work' }>,
  world: ActorWorld,
): Perform {
  switch (step.kind) {
    case 'call':
      return calling(consumer, step, world);
    case 'send':
      return sending(consumer, step, world);
    case 'delete':
      return (job, done) => {
        job.acknowledge(world.calendar.now);
        done({ on: job.source });
      };
    case 'transaction':
      return together(step, world);
    default:
      return onStore(step, world);
  }
}

type StoreStep = StepOf<'write' | 'reserve' | 'claim' | 'check' | 'record'>;

function onStore(step: StoreStep, world: ActorWorld): Perform {
  const store = storeOf(world, step.store);
  const apply = (job: Job, now: Micros) => ({ on: step.store, ...change(step, store, now, job) });
  if (step.kind === 'reserve' && step.how === 'read-then-write')
    return (job, done) => readThenWrite(step, store, world, job, done);
  if (store.latency === 0) return (job, done) => done(apply(job, world.calendar.now));
  return (job, done) => later(world, job, store.latency, (now) => done(apply(job, now)));
}

/** One change of a store, at one moment. */
function change(step: StoreStep, store: Store, now: Micros, job: Job): { skip?: boolean } {
  const access: Access = { trace: job.trace, worker: job.worker.name };
  switch (step.kind) {
    case 'write':
      store.write(now, access);
      return {};
    case 'reserve':
      store.takeIfLeft(now, step.item, access);
      return {};
    case 'claim':
      return { skip: !store.claim(now, access) };
    case 'check':
      return { skip: store.has(now, job.trace) };
    case 'record':
      store.record(now, access);
      return {};
  }
}

/** Check, then act: what was read may no longer be true when the write arrives. */
function readThenWrite(
  step: StepOf<'reserve'>,
  store: Store,
  world: ActorWorld,
  job: Job,
  done: (result: StepResult) => void,
): void {
  const access: Access = { trace: job.trace, worker: job.worker.name };
  const seen = store.left(step.item);
  later(world, job, store.latency, (now) => {
    if (seen > 0) store.take(now, step.item, access);
    else store.soldOut(now, step.item, access);
    done({ on: step.store });
  });
}

/** All of it or nothing, at one moment: when a claim or a check finds the item done, nothing is changed. */
function together({ steps }: StepOf<'transaction'>, world: ActorWorld): Perform {
  const parts = steps.filter((step): step is StoreStep => 'store' in step);
  const stores = parts.map((step) => storeOf(world, step.store));
  const latency = Math.max(0, ...stores.map((store) => store.latency));
  const on = parts.map((step) => step.store).join(' + ');
  return (job, done) =>
    later(world, job, latency, (now) => {
      const known = parts.some(
        (step, index) =>
          (step.kind === 'claim' || step.kind === 'check') && stores[index]?.has(now, job.trace),
      );
      if (known) return done({ on, skip: true });
      for (const [index, step] of parts.entries()) {
        const store = stores[index];
        if (store) change(step, store, now, job);
      }
      done({ on });
    });
}

function calling(consumer: string, step: StepOf<'call'>, world: ActorWorld): Perform {
  const caller = new Caller(consumer, step, world);
  return (job, done) =>
    caller.call(job.trace, job.worker.name, (outcome) => {
      if (job.alive)
        later(world, job, 0, () =>
          done({ on: step.service, failed: failure(step.service, outcome) }),
        );
    });
}

function failure(service: string, outcome: string): string | undefined {
  return outcome === 'ok' ? undefined : `${service} answered: ${outcome}`;
}

function sending(consumer: string, step: StepOf<'send'>, world: ActorWorld): Perform {
  const send = senderTo(step.to, world);
  return (job, done) => {
    const code = send(world.calendar.now, {
      trace: job.trace,
      body: job.body,
      by: job.worker.name,
      producer: consumer,
      key: job.key,
      within: job.within,
    });
    done({
      on: step.to,
      failed: code === undefined ? undefined : `${step.to} refused it: ${code}`,
    });
  };
}

function storeOf(world: ActorWorld, name: string): Store {
  const store = world.stores.get(name);
  if (!store) throw new Error(`no store ${name}`);
  return store;
}
