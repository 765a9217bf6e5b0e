import { deepStrictEqual } from 'node:assert/strict';
import type { Delivery } from '../../../../../src/simulator/broker/queue/commands.ts';
import { Queue } from '../../../../../src/simulator/broker/queue/index.ts';
import type { QueueSettings } from '../../../../../src/simulator/broker/queue/settings.ts';
import { Refusal } from '../../../../../src/simulator/broker/refusal.ts';
import { type Micros, SECOND } from '../../../../../src/simulator/engine/time.ts';
import type { BrokerEvent } from '../../../../../src/simulator/events/index.ts';
import { Ledger } from './ledger.ts';
import { ListedWorld } from './model-world.ts';
import { type Command, DEAD, SOURCE } from './random-commands.ts';

export interface Answered {
  readonly queue: string;
  readonly max: number;
  readonly deliveries: readonly Delivery[];
}

/** A queue with its dead-letter queue without a model: the ledger reads every event, and its counts are the queue's. */
export class Alone {
  readonly answers: Answered[] = [];
  readonly events: BrokerEvent[] = [];
  private readonly world: ListedWorld;
  private readonly ledger: Ledger;
  private readonly queues: readonly [Queue, Queue];
  private readonly handles: string[] = [];
  private readonly stops: (() => void)[] = [];
  private calls = 0;
  now: Micros = 0;

  /** `punctual`: timers run at their time, as in virtual time. Otherwise never: all the queue gets are commands that come late. */
  constructor(
    settings: readonly [QueueSettings, QueueSettings],
    private readonly punctual: boolean,
    seed: number,
  ) {
    this.ledger = new Ledger(settings[0].fifo);
    this.world = new ListedWorld(seed, (event) => {
      this.events.push(event);
      this.ledger.see(event);
    });
    const byName = new Map<string, Queue>();
    const make = (name: string, own: QueueSettings) => {
      const queue = new Queue(this.world, name, own, (other) => byName.get(other));
      byName.set(name, queue);
      return queue;
    };
    this.queues = [make(SOURCE, settings[0]), make(DEAD, settings[1])];
  }

  run(command: Command): void {
    const queue = this.queues['queue' in command && command.queue === 1 ? 1 : 0];
    switch (command.kind) {
      case 'wait':
        this.passTo(this.now + command.seconds * SECOND);
        break;
      case 'wait-for-next':
        this.passTo(Math.max(this.now, this.nextTimer() + command.offset));
        break;
      case 'stop':
        this.stops.at(-1 - command.back)?.();
        break;
      case 'send':
        queue.sendBatch(this.now, command.entries);
        break;
      case 'receive':
        this.receive(queue, command);
        break;
      case 'delete':
        queue.delete(this.now, this.handles.at(-1 - command.back) ?? 'none');
        break;
      case 'change': {
        const handle = this.handles.at(-1 - command.back) ?? 'none';
        queue.changeVisibility(this.now, handle, command.seconds);
        break;
      }
      case 'purge':
        queue.purge(this.now);
        break;
      case 'move':
        // Between two queues only punctual timers keep the order.
        if (this.punctual) queue.startMoveTask(this.now, {});
        break;
      case 'redeliver':
        queue.redeliver(this.now);
        break;
      default:
    }
    this.compareCounts();
  }

  /** Receives and deletes until neither queue holds anything. */
  drain(): void {
    for (let round = 0; round < 500; round += 1) {
      this.passTo(this.now + 100 * SECOND);
      for (const queue of this.queues) {
        const first = this.handles.length;
        this.receive(queue, {
          kind: 'receive',
          queue: 0,
          max: 10,
          wait: 20,
          visibility: undefined,
        });
        for (const handle of this.handles.slice(first)) queue.delete(this.now, handle);
      }
      this.compareCounts();
      if (this.queues.every((queue) => isEmpty(queue, this.now))) return;
    }
    throw new Error('the queues do not drain');
  }

  private receive(queue: Queue, command: Extract<Command, { kind: 'receive' }>): void {
    this.calls += 1;
    const stop = queue.receive(
      this.now,
      {
        maxNumberOfMessages: command.max,
        waitTimeSeconds: command.wait,
        visibilityTimeoutSeconds: command.visibility,
        by: `call-${this.calls}`,
      },
      (_at, deliveries) => {
        if (deliveries instanceof Refusal) throw new Error(deliveries.message);
        this.handles.push(...deliveries.map((delivery) => delivery.receiptHandle));
        this.answers.push({ queue: queue.name, max: command.max, deliveries });
      },
    );
    this.stops.push(stop);
  }

  private nextTimer(): Micros {
    const next = this.world.timers.nextAt();
    return Number.isFinite(next) ? next : this.now;
  }

  private passTo(time: Micros): void {
    if (this.punctual) this.world.timers.runUntil(time);
    this.now = time;
  }

  private compareCounts(): void {
    for (const queue of this.queues) {
      const { visible, inFlight, delayed } = queue.counts(this.now);
      deepStrictEqual({ visible, inFlight, delayed }, this.ledger.counts(queue.name));
    }
  }
}

function isEmpty(queue: Queue, now: Micros): boolean {
  const { visible, inFlight, delayed } = queue.counts(now);
  return visible + inFlight + delayed === 0;
}
