import { DAY, MILLISECOND, type Micros } from '../engine/time.ts';
import type { Step } from '../settings/consumer.ts';
import type { Fates } from './fates.ts';
import type { Value, Wish } from './program.ts';
import { attributesOf, textsOf } from './program-values.ts';
import type { Purpose } from './purpose.ts';
import { type Send, senderTo } from './sender.ts';
import type { Access } from './store.ts';
import { type Change, type Changed, Table } from './table.ts';
import { after, type Life, type Task } from './task.ts';
import { type WorkTime, workTime } from './work-time.ts';
import type { ActorWorld } from './world.ts';

type Call = Extract<Wish, { kind: 'call' }>;
interface Answer {
  readonly value?: Value;
  readonly error?: string | undefined;
}
type Give = (answer: Answer) => void;

const NOTHING: Answer = {};

/** Does what a program calls for, in virtual time, with the same events as a recipe's steps and the same faults around it. */
export class ProgramCalls {
  readonly #consumer: string;
  readonly #purpose: Purpose;
  readonly #fates: Fates;
  readonly #world: ActorWorld;
  readonly #workTimes: readonly WorkTime[];
  readonly #timeouts: ReadonlyMap<string, Micros | undefined>;
  readonly #tables: ReadonlyMap<string, Table>;
  readonly #senders = new Map<string, Send>();

  constructor(
    consumer: string,
    steps: readonly Step[],
    purpose: Purpose,
    fates: Fates,
    world: ActorWorld,
  ) {
    this.#consumer = consumer;
    this.#purpose = purpose;
    this.#fates = fates;
    this.#world = world;
    this.#workTimes = steps
      .filter((step) => step.kind === 'work')
      .map(({ time }, index) => workTime(consumer, time, world, fates, index));
    this.#timeouts = new Map(
      steps.flatMap((step) => (step.kind === 'call' ? [[step.service, step.timeout]] : [])),
    );
    this.#tables = new Map(
      [...world.stores].map(([name, store]) => [name, new Table(store, purpose.effects.has(name))]),
    );
  }

  /** `give` is called once, later, unless the worker dies before. */
  call(life: Life, task: Task | undefined, call: Call, give: Give): void {
    if (call.does === 'sleep') {
      const [milliseconds] = call.with;
      after(this.#world, life, durationOf(milliseconds), () => give(NOTHING));
    } else if (task) this.#forTask(task, call, give);
  }

  /** It ends without having bought anything, because it saw that nothing was left: that is an answer, too. */
  leaveEmptyHanded(task: Task): void {
    if (!task.soldOut || task.reached) return;
    const { store, item } = task.soldOut;
    this.#tables.get(store)?.store.soldOut(this.#world.calendar.now, item, accessOf(task));
    this.#tellStep(task, 'reserve', store);
    this.#reach(task, 'reserve', store, 'done');
  }

  #forTask(task: Task, call: Call, give: Give): void {
    const { to, does } = call;
    if (does === 'work') this.#work(task, give);
    else if (does === 'delete') this.#delete(task, give);
    else if (does === 'extend') this.#extend(task, call, give);
    else if (does === 'get') this.#get(task, call, give);
    else if (does === 'transaction') this.#transaction(task, call, give);
    else if (this.#tables.has(to)) this.#change(task, call, give);
    else if (this.#world.services.has(to)) this.#callService(task, call, give);
    else this.#send(task, call, give);
  }

  #work(task: Task, give: Give): void {
    const { job, life } = task;
    const index = Math.min(task.works, this.#workTimes.length - 1);
    const attempt = Math.floor(task.works / Math.max(1, this.#workTimes.length));
    task.works += 1;
    const takes = this.#workTimes[index]?.(job) ?? 0;
    after(this.#world, life, takes, () => {
      const error = this.#fates.troubleOf(job, attempt);
      if (error === undefined) this.#tellStep(task, 'work', '');
      give({ error });
    });
    if (this.#world.faults.concerns('crash', this.#consumer))
      after(this.#world, life, Math.floor(takes / 2), () => {
        this.#fates.kill(job, index, 'during-work');
      });
  }

  #delete(task: Task, give: Give): void {
    const { job, life } = task;
    this.leaveEmptyHanded(task);
    const index = task.effects;
    if (this.#fates.kill(job, index, 'before-delete')) return;
    job.acknowledge(this.#world.calendar.now);
    this.#tellStep(task, 'delete', job.source);
    if (!this.#fates.kill(job, index, 'after-delete'))
      after(this.#world, life, 0, () => give(NOTHING));
  }

  #extend({ job, life }: Task, call: Call, give: Give): void {
    const [given] = call.with;
    const seconds = typeof given === 'number' ? Math.max(0, Math.round(given)) : 0;
    const value = job.worker.extend?.(this.#world.calendar.now, job, seconds) ?? false;
    after(this.#world, life, 0, () => give({ value }));
  }

  #get(task: Task, { to, with: [key] }: Call, give: Give): void {
    const table = this.#tableOf(to);
    const name = String(key);
    after(this.#world, task.life, table.store.latency, (now) => {
      const value = table.read(now, name);
      task.seen.set(placeOf(to, name), value);
      if (this.#purpose.on.has(to) && table.store.counts(name))
        task.soldOut = table.store.left(name) <= 0 ? { store: to, item: name } : undefined;
      this.#tellStep(task, 'check', to);
      give({ value });
    });
  }

  #change(task: Task, call: Call, give: Give): void {
    const change = changeOf(call.does, call.with);
    const { latency } = this.#tableOf(call.to).store;
    this.#effect(task, latency, give, (now) => ({
      value: this.#apply(now, task, call.to, change),
    }));
  }

  /** All of it or nothing, at one moment; false when a condition doesn't hold. */
  #transaction(task: Task, call: Call, give: Give): void {
    const parts = (call.with as readonly Omit<Call, 'kind'>[]).map(({ to, does, with: given }) => ({
      to,
      change: changeOf(does, given),
    }));
    const latency = Math.max(0, ...parts.map(({ to }) => this.#tableOf(to).store.latency));
    this.#effect(task, latency, give, (now) => {
      const refused = parts.filter(({ to, change }) => !this.#tableOf(to).allows(now, change));
      for (const { to, change } of refused.length > 0 ? refused : parts)
        this.#apply(now, task, to, change);
      return { value: refused.length === 0 };
    });
  }

  /** True when it was applied. */
  #apply(now: Micros, task: Task, to: string, change: Change): boolean {
    const seen = task.seen.get(placeOf(to, change.key));
    const { step, applied } = this.#tableOf(to).change(now, change, accessOf(task), seen);
    this.#tellStep(task, step, to);
    const outcome = outcomeOf(change, step, applied);
    if (outcome) this.#reach(task, step, to, outcome);
    return applied;
  }

  #callService(task: Task, { to, with: [milliseconds] }: Call, give: Give): void {
    const { life, job } = task;
    const index = task.effects;
    task.effects += 1;
    if (this.#fates.kill(job, index, 'before-effect')) return;
    const timeout =
      typeof milliseconds === 'number' ? durationOf(milliseconds) : this.#timeouts.get(to);
    const request = { caller: job.worker.name, trace: job.trace, timeout };
    this.#world.services.get(to)?.call(this.#world.calendar.now, request, (_at, outcome) =>
      after(this.#world, life, 0, () => {
        if (outcome !== 'ok') {
          give({ error: `${to} answered: ${outcome}` });
          return;
        }
        this.#tellStep(task, 'call', to);
        this.#reach(task, 'call', to, 'done');
        if (!this.#fates.kill(job, index, 'after-effect')) give(NOTHING);
      }),
    );
  }

  #send(task: Task, { to, with: [body, options] }: Call, give: Give): void {
    const { job } = task;
    const send = this.#senders.get(to) ?? senderTo(to, this.#world);
    this.#senders.set(to, send);
    this.#effect(task, 0, give, (now) => {
      const { attributes, ...texts } = textsOf(options);
      const code = send(now, {
        key: job.key,
        ...texts,
        trace: job.trace,
        body: typeof body === 'string' ? body : job.body,
        attributes: attributesOf(attributes),
        by: job.worker.name,
        producer: this.#consumer,
        within: job.within,
      });
      if (code !== undefined) return { error: `${to} refused it: ${code}` };
      this.#tellStep(task, 'send', to);
      this.#reach(task, 'send', to, 'done');
      return NOTHING;
    });
  }

  /** A crash before it and a crash after it differ. */
  #effect(task: Task, latency: Micros, give: Give, perform: (now: Micros) => Answer): void {
    const { job, life } = task;
    const index = task.effects;
    task.effects += 1;
    if (this.#fates.kill(job, index, 'before-effect')) return;
    after(this.#world, life, latency, (now) => {
      const answer = perform(now);
      if (!this.#fates.kill(job, index, 'after-effect')) give(answer);
    });
  }

  /** What the consumer is there for was done, or was found to be done. */
  #reach(task: Task, step: Step['kind'], on: string, outcome: 'done' | 'skipped'): void {
    if (!this.#purpose.on.has(on)) return;
    if (task.reached !== 'done') task.reached = outcome;
    const { step: awaited } = this.#purpose;
    if (awaited !== undefined && awaited !== step) this.#tellStep(task, awaited, on);
  }

  #tellStep({ job }: Task, step: Step['kind'], on: string): void {
    this.#world.emit({
      kind: 'step-ended',
      at: this.#world.calendar.now,
      consumer: this.#consumer,
      worker: job.worker.name,
      trace: job.trace,
      step,
      on,
    });
  }

  #tableOf(name: string): Table {
    const table = this.#tables.get(name);
    if (!table) throw new Error(`no store ${name}`);
    return table;
  }
}

/** How far a change brings an item: a lost race does nothing for it, what is sold out or there already does. */
function outcomeOf({ does }: Change, step: Changed['step'], applied: boolean): Task['reached'] {
  if (applied || step === 'reserve') return 'done';
  return does === 'putIfAbsent' && step === 'write' ? 'skipped' : undefined;
}

function changeOf(does: string, [key, ...values]: readonly Value[]): Change {
  const isUpdate = does === 'update';
  return {
    does,
    key: String(key),
    value: isUpdate ? values[1] : values[0],
    from: isUpdate ? values[0] : undefined,
  };
}

function accessOf({ job }: Task): Access {
  return { trace: job.trace, worker: job.worker.name };
}

function placeOf(store: string, key: string): string {
  return `${store} ${key}`;
}

/** Longer than any run, and still a time that can be counted. */
const LONGEST = 1000 * DAY;

/** Of milliseconds, as programs count them. */
function durationOf(milliseconds: Value): Micros {
  return typeof milliseconds === 'number' && milliseconds > 0
    ? Math.min(LONGEST, Math.round(milliseconds * MILLISECOND))
    : 0;
}
