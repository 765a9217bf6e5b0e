import type { Step } from '../settings/consumer.ts';
import { Fates } from './fates.ts';
import type { Job } from './job.ts';
import { later } from './later.ts';
import { type Perform, performer, type StepResult } from './steps.ts';
import type { End, Work } from './work.ts';
import { workTime } from './work-time.ts';
import type { ActorWorld } from './world.ts';

type WorkStep = Extract<Step, { kind: 'work' }>;

/** Steps that change something outside of the worker: a crash before one and a crash after it differ. */
const EFFECTS: ReadonlySet<Step['kind']> = new Set([
  'write',
  'reserve',
  'transaction',
  'call',
  'send',
]);

/** Runs a consumer's steps on a job, in order, and lets faults strike between them. */
export class Recipe implements Work {
  readonly #consumer: string;
  readonly #steps: readonly { readonly kind: Step['kind']; readonly perform: Perform }[];
  readonly #world: ActorWorld;
  readonly #fates: Fates;
  /** The step at whose end an item that can't be processed fails: the work itself; below 0, before all steps. */
  readonly #testedAt: number;

  constructor(consumer: string, steps: readonly Step[], world: ActorWorld) {
    this.#consumer = consumer;
    this.#world = world;
    this.#fates = new Fates(consumer, world);
    let works = 0;
    this.#steps = steps.map((step) => ({
      kind: step.kind,
      perform:
        step.kind === 'work' ? this.#working(step, works++) : performer(consumer, step, world),
    }));
    this.#testedAt = steps.findIndex((step) => step.kind === 'work');
  }

  run(job: Job, end: End): void {
    this.#fates.begin(job);
    const trouble = this.#testedAt < 0 ? this.#fates.troubleOf(job) : undefined;
    if (trouble === undefined) this.#from(job, 0, end);
    else end('failed', trouble);
  }

  #from(job: Job, index: number, end: End): void {
    const step = this.#steps[index];
    if (!step) {
      end(job.skipping ? 'skipped' : 'done', '');
      return;
    }
    if (job.skipping && step.kind !== 'delete') {
      this.#from(job, index + 1, end);
      return;
    }
    if (this.#dies(job, index, step.kind, 'before')) return;
    step.perform(job, (result) => this.#after(job, index, step.kind, result, end));
  }

  #after(job: Job, index: number, kind: Step['kind'], result: StepResult, end: End): void {
    if (!job.alive) return;
    const trouble =
      result.failed ?? (index === this.#testedAt ? this.#fates.troubleOf(job) : undefined);
    if (trouble !== undefined) {
      end('failed', trouble);
      return;
    }
    if (result.skip) job.skipping = true;
    this.#world.emit({
      kind: 'step-ended',
      at: this.#world.calendar.now,
      consumer: this.#consumer,
      worker: job.worker.name,
      trace: job.trace,
      step: kind,
      on: result.on,
    });
    if (!this.#dies(job, index, kind, 'after')) this.#from(job, index + 1, end);
  }

  #working({ time }: WorkStep, index: number): Perform {
    const drawTime = workTime(this.#consumer, time, this.#world, this.#fates, index);
    return (job, done) => {
      const takes = drawTime(job);
      later(this.#world, job, takes, () => done({ on: '' }));
      if (this.#world.faults.concerns('crash', this.#consumer))
        later(this.#world, job, Math.floor(takes / 2), () =>
          this.#fates.kill(job, index, 'during-work'),
        );
    };
  }

  #dies(job: Job, index: number, kind: Step['kind'], side: 'before' | 'after'): boolean {
    if (!this.#world.faults.concerns('crash', this.#consumer)) return false;
    if (kind === 'delete') return this.#fates.kill(job, index, `${side}-delete`);
    return EFFECTS.has(kind) && this.#fates.kill(job, index, `${side}-effect`);
  }
}
