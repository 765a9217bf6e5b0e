import type { Addressed, ItemView, News, Program, Wish } from '../../simulator/actors/program.ts';
import { Allowance } from './allowance.ts';
import type { Incidents, Thrown } from './incidents.ts';
import type { Sandbox } from './sandbox.ts';

/** Calls of one worker at one moment: no honest program needs as many. */
const MOST_CALLS = 5_000;

/** Told before a program is entered: if it never comes back, this is where it was. */
export type BeforeEntering = (item: string) => void;

/** What comes out of the sandbox beside wishes; see the setup. */
type Said =
  | Extract<Wish, { kind: 'call' }>
  | { readonly kind: 'ended'; readonly job: number; readonly error?: Thrown }
  | {
      readonly kind: 'addressed';
      readonly value?: unknown;
      readonly later?: boolean;
      readonly error?: Thrown;
    }
  | { readonly kind: 'log'; readonly job: number; readonly text: string }
  | { readonly kind: 'thrown' | 'unloadable'; readonly error: Thrown }
  | { readonly kind: 'stuck'; readonly line: number };

/** The one life of a producer's program. */
const PRODUCER_LIFE = 1;

/**
 * A learner's program in its sandbox, as the simulator uses it. What goes wrong in it is an incident. Once it had more than its
 * allowance it is told nothing more: its workers stand still, so that the run comes to its end and can be judged.
 */
export class LearnerProgram implements Program {
  readonly #sandbox: Sandbox;
  readonly #incidents: Incidents;
  readonly #beforeEntering: BeforeEntering | undefined;
  /** The items of jobs, by number, also of those that are over: timers may go on for them. */
  readonly #items = new Map<number, string>();
  readonly #callsNow = new Map<number, number>();
  /** The jobs that calls were made for. */
  readonly #callers = new Map<number, number>();
  readonly #allowance = new Allowance();
  #now = -1;
  #isProducing = false;

  constructor(sandbox: Sandbox, incidents: Incidents, beforeEntering: BeforeEntering | undefined) {
    this.#sandbox = sandbox;
    this.#incidents = incidents;
    this.#beforeEntering = beforeEntering;
  }

  tell(now: number, news: News): readonly Wish[] {
    if (this.#allowance.exceeded) return [];
    if (now > this.#now) this.#callsNow.clear();
    this.#now = now;
    const item = this.#itemOf(news);
    if (item !== undefined) this.#beforeEntering?.(item);
    return this.#exchange(now, news).flatMap((said) => this.#wishOf(now, said, item));
  }

  address(now: number, seed: number, item: ItemView): Addressed {
    this.#beforeEntering?.(item.id);
    if (!this.#isProducing) this.tell(now, { kind: 'begins', life: PRODUCER_LIFE, seed });
    this.#isProducing = true;
    let addressed: Addressed = {};
    for (const said of this.#exchange(now, { kind: 'address', life: PRODUCER_LIFE, item })) {
      if (said.kind !== 'addressed') this.#wishOf(now, said, item.id);
      else if (said.error) this.#incidents.threw(said.error, item.id);
      else if (said.later) this.#incidents.answersLater(item.id);
      else addressed = (said.value ?? {}) as Addressed;
    }
    return addressed;
  }

  #exchange(now: number, told: object): Said[] {
    return JSON.parse(this.#sandbox.exchange(JSON.stringify({ now, ...told }))) as Said[];
  }

  #wishOf(now: number, said: Said, item: string | undefined): Wish[] {
    switch (said.kind) {
      case 'call':
        this.#count(said);
        return [said];
      case 'ended':
        return [this.#ended(said.job, said.error)];
      case 'log':
        this.#incidents.wrote(now, this.#items.get(said.job) ?? item, said.text);
        return [];
      case 'thrown':
        this.#incidents.threw(said.error, item);
        return [];
      case 'unloadable':
        return this.#incidents.didNotLoad(said.error);
      case 'stuck':
        return this.#incidents.stuck(said.line, item);
      case 'addressed':
        return [];
    }
  }

  /** What a program is about to be busy with. */
  #itemOf(news: News): string | undefined {
    if (news.kind === 'message') {
      this.#items.set(news.job, news.message.id);
      this.#allowance.handedOut(news.message.id);
      this.#lookAtAllowance(news.message.id);
      return news.message.id;
    }
    if (news.kind !== 'answer') return undefined;
    const job = this.#callers.get(news.call);
    this.#callers.delete(news.call);
    return job === undefined ? undefined : this.#items.get(job);
  }

  #ended(job: number, error: Thrown | undefined): Wish {
    const item = this.#items.get(job);
    if (!error) return { kind: 'ended', job };
    if (error.own) this.#incidents.threw(error, item);
    return {
      kind: 'ended',
      job,
      error: error.own ? `${error.name}: ${error.message}` : error.message,
    };
  }

  #count({ life, does, job, call }: Extract<Wish, { kind: 'call' }>): void {
    this.#callers.set(call, job);
    const item = this.#items.get(job);
    if (item !== undefined) this.#incidents.called(does, item);
    const calls = (this.#callsNow.get(life) ?? 0) + 1;
    this.#callsNow.set(life, calls);
    if (calls > MOST_CALLS) this.#incidents.calledTooOften(MOST_CALLS, item);
    this.#allowance.called();
    this.#lookAtAllowance(item);
  }

  #lookAtAllowance(item: string | undefined): void {
    const { exceeded, items, handOuts, calls } = this.#allowance;
    if (exceeded === 'hand-outs') this.#incidents.neverDone(items, handOuts, item);
    if (exceeded === 'calls') this.#incidents.restless(calls, item);
  }
}
