import type { Step } from '../settings/consumer.ts';
import { Fates } from './fates.ts';
import type { Job, Worker } from './job.ts';
import { type MessageView, type News, PROGRAM_SEEDS, type Program, type Wish } from './program.ts';
import { ProgramCalls } from './program-calls.ts';
import { type Purpose, purposeOf } from './purpose.ts';
import { isOver, type Life, type Task } from './task.ts';
import type { End, Work } from './work.ts';
import type { ActorWorld } from './world.ts';

/** What is said of an item whose handler came to its end without having done anything for it. */
const NOTHING_DONE = 'nothing was done for it';

/**
 * A program in the place of a consumer's steps. The steps still say what the consumer is there for: an item is done when the
 * program did that for it, and not when it merely came to an end.
 */
export class ProgramWork implements Work {
  readonly #program: Program;
  readonly #world: ActorWorld;
  readonly #fates: Fates;
  readonly #calls: ProgramCalls;
  readonly #purpose: Purpose;
  readonly #works: boolean;
  readonly #lives = new Map<Worker, Life>();
  readonly #tasks = new Map<number, Task>();
  readonly #seeds;
  #begun = 0;
  #born = 0;

  constructor(consumer: string, steps: readonly Step[], program: Program, world: ActorWorld) {
    this.#program = program;
    this.#world = world;
    this.#fates = new Fates(consumer, world);
    this.#purpose = purposeOf(steps);
    this.#works = steps.some(({ kind }) => kind === 'work');
    this.#seeds = world.stream(`${consumer} program`);
    this.#calls = new ProgramCalls(consumer, steps, this.#purpose, this.#fates, world);
  }

  run(job: Job, end: End): void {
    this.#fates.begin(job);
    const trouble = this.#works ? undefined : this.#fates.troubleOf(job);
    if (trouble !== undefined) {
      end('failed', trouble);
      return;
    }
    const life = this.#lifeOf(job.worker);
    this.#begun += 1;
    const task: Task = {
      number: this.#begun,
      job,
      life,
      end,
      effects: 0,
      works: 0,
      seen: new Map(),
      soldOut: undefined,
      reached: undefined,
    };
    this.#tasks.set(task.number, task);
    this.#tell({ kind: 'message', life: life.number, job: task.number, message: viewOf(job) });
  }

  /** A worker that died begins a new life, with nothing in its memory. */
  #lifeOf(worker: Worker): Life {
    const known = this.#lives.get(worker);
    if (known && !isOver(known)) return known;
    if (known) this.#bury(known);
    this.#born += 1;
    const life = { number: this.#born, worker, deaths: worker.deaths };
    this.#lives.set(worker, life);
    this.#tell({ kind: 'begins', life: life.number, seed: this.#seeds.below(PROGRAM_SEEDS) });
    return life;
  }

  #bury(life: Life): void {
    for (const [number, task] of this.#tasks) if (task.life === life) this.#tasks.delete(number);
    this.#tell({ kind: 'dies', life: life.number });
  }

  #tell(news: News): void {
    for (const wish of this.#program.tell(this.#world.calendar.now, news)) this.#heed(wish);
  }

  #heed(wish: Wish): void {
    const task = this.#tasks.get(wish.job);
    if (wish.kind === 'ended') {
      if (task?.job.alive) this.#ended(task, wish.error);
      return;
    }
    const life = task?.life ?? this.#lifeNumbered(wish.life);
    if (!life || isOver(life)) return;
    this.#calls.call(life, task, wish, (answer) =>
      this.#tell({ kind: 'answer', life: life.number, call: wish.call, ...answer }),
    );
  }

  #ended(task: Task, error: string | undefined): void {
    if (error !== undefined) {
      task.end('failed', error);
      return;
    }
    this.#calls.leaveEmptyHanded(task);
    const isWorkAll = this.#purpose.on.size === 0;
    const isDone = isWorkAll && (task.works > 0 || !this.#works);
    if (task.reached === undefined && !isDone) task.end('skipped', NOTHING_DONE);
    else task.end(task.reached ?? 'done', '');
  }

  #lifeNumbered(number: number): Life | undefined {
    for (const life of this.#lives.values()) if (life.number === number) return life;
    return undefined;
  }
}

function viewOf({ trace, message, body, attempt, key, delivery }: Job): MessageView {
  return {
    id: trace,
    messageId: message,
    body,
    attributes: Object.fromEntries(
      Object.entries(delivery?.attributes ?? {}).map(([name, { value }]) => [name, value]),
    ),
    messageGroupId: delivery?.messageGroupId,
    key,
    approximateReceiveCount: attempt,
  };
}
