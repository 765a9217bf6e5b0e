import type { Queue } from '../broker/queue/index.ts';
import { Refusal } from '../broker/refusal.ts';
import type { Micros } from '../engine/time.ts';
import type { OperatorActed } from '../events/index.ts';
import type { ActionKind, ActionSettings } from '../settings/action.ts';
import type { ActorWorld } from './world.ts';

/** No part of a scenario can be called so. */
const BY = 'the operator';

type Action<Kind extends ActionKind> = Extract<ActionSettings, { what: Kind }>;

/** The person who does by hand what the scenario says, each thing at its time. */
export class Operator {
  readonly #actions: readonly ActionSettings[];
  readonly #world: ActorWorld;
  readonly #redriven = new Set<Queue>();
  #left: number;

  constructor(actions: readonly ActionSettings[], world: ActorWorld) {
    this.#actions = actions;
    this.#world = world;
    this.#left = actions.length;
  }

  start(): void {
    for (const action of this.#actions)
      this.#world.calendar.at(action.at, (now) => {
        this.#left -= 1;
        this.#act(now, action);
      });
  }

  /** Whether nothing is left to do, and what was begun has come to its end. */
  get isQuiet(): boolean {
    return this.#left === 0 && [...this.#redriven].every((queue) => !queue.isMoving);
  }

  #act(now: Micros, action: ActionSettings): void {
    const to = action.what === 'redrive' ? action.to : undefined;
    const places = to === undefined ? [action.target] : [action.target, to];
    if (places.some((place) => this.#world.faults.lasting('down', place)))
      this.#tell(now, action, undefined, 'ServiceUnavailable');
    else if (action.what === 'redrive') this.#redrive(now, action);
    else if (action.what === 'purge') this.#purge(now, action);
    else this.#replay(now, action);
  }

  #redrive(now: Micros, action: Action<'redrive'>): void {
    const queue = this.#queue(action.target);
    const { visible } = queue.counts(now);
    const refusal = queue.startMoveTask(now, {
      to: action.to,
      maxNumberOfMessagesPerSecond: action.rate,
      by: BY,
    });
    this.#redriven.add(queue);
    this.#tell(now, action, refusal ? undefined : visible, refusal?.code);
  }

  #purge(now: Micros, action: Action<'purge'>): void {
    const queue = this.#queue(action.target);
    const { visible, inFlight, delayed } = queue.counts(now);
    const refusal = queue.purge(now, BY);
    const all = visible + inFlight + delayed;
    this.#tell(now, action, refusal ? undefined : all, refusal?.code);
  }

  /** It is told first: the topic begins to deliver at once. */
  #replay(now: Micros, action: Action<'replay'>): void {
    this.#tell(now, action, undefined, undefined);
    const refusal = this.#world.topics.get(action.target)?.replay(now, action.to, action.from);
    if (refusal instanceof Refusal) throw new Error(refusal.message);
  }

  #tell(
    now: Micros,
    action: ActionSettings,
    messages: number | undefined,
    refused: OperatorActed['refused'],
  ): void {
    this.#world.emit({
      kind: 'operator-acted',
      at: now,
      action: action.what,
      target: action.target,
      to: 'to' in action ? action.to : undefined,
      from: 'from' in action ? action.from : undefined,
      messages,
      refused,
    });
  }

  #queue(name: string): Queue {
    const queue = this.#world.queues.get(name);
    if (!queue) throw new Error(`no queue ${name}`);
    return queue;
  }
}
