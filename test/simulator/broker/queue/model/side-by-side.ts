import { deepStrictEqual } from 'node:assert/strict';
import type {
  BatchResult,
  Delivery,
  Handle,
  SendRequest,
  SendResult,
} from '../../../../../src/simulator/broker/queue/commands.ts';
import { Queue } from '../../../../../src/simulator/broker/queue/index.ts';
import type { QueueSettings } from '../../../../../src/simulator/broker/queue/settings.ts';
import { Refusal } from '../../../../../src/simulator/broker/refusal.ts';
import { type Micros, SECOND } from '../../../../../src/simulator/engine/time.ts';
import { FifoModel } from './fifo-model.ts';
import type { ModelDelivery } from './model-message.ts';
import type { ModelQueue } from './model-queue.ts';
import { ListedWorld } from './model-world.ts';
import { type Command, DEAD, SOURCE } from './random-commands.ts';
import { StandardModel } from './standard-model.ts';

const MOVER = 'mover';

interface Pair {
  readonly real: Queue;
  readonly model: ModelQueue;
  /** What the real one answered to receives, as the model's answers. */
  answers: { waiter: number; at: Micros; deliveries: readonly Delivery[] | Refusal }[];
  readonly handles: { readonly real: Handle; readonly model: number }[];
  /** The last sequence number of each group. */
  readonly sequences: Map<string, bigint>;
}

/** A queue with its dead-letter queue, and the models of both; every command goes to either and the answers are compared. */
export class SideBySide {
  private now: Micros = 0;
  private readonly pairs: readonly [Pair, Pair];
  private readonly keys = new Map<string, number>();
  private readonly stops: (() => void)[] = [];
  private waiters = 0;
  private readonly world = new ListedWorld(1, (event) => {
    if (event.kind === 'sent' && event.by === MOVER) this.moved.push(event.message);
  });
  /** Ids of what move tasks sent anew. */
  private readonly moved: string[] = [];

  constructor([source, dead]: readonly [QueueSettings, QueueSettings]) {
    const queues = new Map<string, Queue>();
    const models = { next: 0, queues: new Map<string, ModelQueue>() };
    const pair = (name: string, settings: QueueSettings): Pair => {
      const real = new Queue(this.world, name, settings, (other) => queues.get(other));
      queues.set(name, real);
      const model = settings.fifo
        ? new FifoModel(models, name, settings)
        : new StandardModel(models, name, settings);
      return { real, model, answers: [], handles: [], sequences: new Map() };
    };
    this.pairs = [pair(SOURCE, source), pair(DEAD, dead)];
  }

  /** One after the other, until two things are due at one moment in different queues: either may then be first. */
  runAll(commands: readonly Command[]): void {
    for (const command of commands) {
      this.run(command);
      if (this.isTie()) return;
    }
  }

  private isTie(): boolean {
    const [source, dead] = this.pairs.map((pair) => pair.model.nextDue());
    return source === dead && Number.isFinite(source);
  }

  private run(command: Command): void {
    switch (command.kind) {
      case 'wait':
        this.passTo(this.now + command.seconds * SECOND);
        break;
      case 'wait-for-next': {
        const next = Math.min(...this.pairs.map((pair) => pair.model.nextDue()));
        if (Number.isFinite(next)) this.passTo(Math.max(this.now, next + command.offset));
        break;
      }
      case 'stop':
        this.stops.at(-1 - command.back)?.();
        break;
      default:
        // Deadlines of the two queues seldom meet when one is asked at odd moments only.
        if (this.now % 2 !== command.queue) this.passTo(this.now + 1);
        for (const { model } of this.pairs) model.settle(this.now);
        this.ask(this.pairs[command.queue] ?? this.pairs[0], command);
    }
    this.serveAndCompare();
  }

  private ask(pair: Pair, command: Extract<Command, { queue: number }>): void {
    switch (command.kind) {
      case 'send':
        this.send(pair, command.entries);
        break;
      case 'receive':
        this.receive(pair, command);
        break;
      case 'delete-unknown':
        deepStrictEqual(pair.real.delete(this.now, 'no such handle') instanceof Refusal, true);
        break;
      case 'purge': {
        const wanted = pair.model.purge(this.now);
        deepStrictEqual(verdictOf(pair.real.purge(this.now)), wanted);
        break;
      }
      case 'move': {
        const wanted = pair.model.startMoveTask(this.now);
        deepStrictEqual(verdictOf(pair.real.startMoveTask(this.now, { by: MOVER })), wanted);
        this.world.timers.runUntil(this.now);
        pair.model.settle(this.now);
        break;
      }
      case 'redeliver':
        pair.model.redeliver();
        pair.real.redeliver(this.now);
        break;
      default:
        this.presentHandle(pair, command);
    }
  }

  /** Time jumps from one thing that happens to the next, as in the simulator. */
  private passTo(time: Micros): void {
    while (!this.isTie()) {
      const next = Math.min(...this.pairs.map((pair) => pair.model.nextDue()));
      this.now = Math.min(Math.max(this.now, next), time);
      this.world.timers.runUntil(this.now);
      for (const { model } of this.pairs) model.settle(this.now);
      this.serveAndCompare();
      if (this.now === time) return;
    }
  }

  private send(pair: Pair, entries: readonly SendRequest[]): void {
    const results: BatchResult<SendResult> | Refusal =
      entries.length === 1 && entries[0] !== undefined
        ? [pair.real.send(this.now, entries[0])]
        : pair.real.sendBatch(this.now, entries);
    if (results instanceof Refusal)
      throw new Error(`a whole batch was refused: ${results.message}`);
    for (const [index, entry] of entries.entries()) {
      const result: SendResult | Refusal | undefined = results[index];
      const wanted = pair.model.send(this.now, entry);
      if (result === undefined) throw new Error('a result is missing');
      deepStrictEqual(
        result instanceof Refusal,
        wanted === undefined,
        `send ${JSON.stringify(result)}`,
      );
      if (result instanceof Refusal || wanted === undefined) continue;
      const known = this.keys.get(result.messageId);
      this.keys.set(result.messageId, wanted.key);
      if (known !== undefined) {
        deepStrictEqual(known, wanted.key, 'a duplicate has its original id');
      } else if (entry.messageGroupId !== undefined && result.sequenceNumber !== undefined) {
        const last = pair.sequences.get(entry.messageGroupId) ?? -1n;
        const sequence: bigint = BigInt(result.sequenceNumber);
        deepStrictEqual(sequence > last, true, 'the sequence number rises');
        pair.sequences.set(entry.messageGroupId, sequence);
      }
    }
  }

  private receive(pair: Pair, command: Extract<Command, { kind: 'receive' }>): void {
    this.waiters += 1;
    const waiter = this.waiters;
    const stop = pair.real.receive(
      this.now,
      {
        maxNumberOfMessages: command.max,
        waitTimeSeconds: command.wait,
        visibilityTimeoutSeconds: command.visibility,
      },
      (at, deliveries) => pair.answers.push({ waiter, at, deliveries }),
    );
    pair.model.receive(this.now, {
      waiter,
      max: command.max,
      waitSeconds: command.wait,
      visibilitySeconds: command.visibility,
    });
    this.stops.push(() => {
      stop();
      pair.model.stopWaiting(waiter);
    });
  }

  private presentHandle(
    pair: Pair,
    command: Extract<Command, { kind: 'delete' | 'change' }>,
  ): void {
    const handle = pair.handles.at(-1 - command.back);
    if (handle === undefined) return;
    const [wanted, got] =
      command.kind === 'delete'
        ? [pair.model.delete(handle.model), pair.real.delete(this.now, handle.real)]
        : [
            pair.model.changeVisibility(this.now, handle.model, command.seconds),
            pair.real.changeVisibility(this.now, handle.real, command.seconds),
          ];
    if (wanted !== 'open') deepStrictEqual(verdictOf(got), wanted, command.kind);
  }

  private serveAndCompare(): void {
    for (const { model } of this.pairs) model.serve(this.now);
    for (const { model } of this.pairs)
      for (const key of model.moved.splice(0)) this.keys.set(this.moved.shift() ?? '', key);
    deepStrictEqual(this.moved, [], 'more was moved than should be');
    for (const pair of this.pairs) {
      const wanted = pair.model.answers.splice(0);
      const got = pair.answers.splice(0).map(({ waiter, at, deliveries }, index) => {
        if (deliveries instanceof Refusal) throw new Error(`refused: ${deliveries.message}`);
        this.learnHandles(pair, deliveries, wanted[index]?.deliveries ?? []);
        return { waiter, at, deliveries: deliveries.map((delivery) => this.seen(delivery)) };
      });
      deepStrictEqual(
        got,
        wanted.map((answer) => ({ ...answer, deliveries: answer.deliveries.map(withoutHandle) })),
        `answers of ${pair.real.name} at ${this.now}`,
      );
      deepStrictEqual(
        pair.real.counts(this.now),
        { ...pair.model.counts(), ageOfOldest: pair.model.ageOfOldest(this.now) },
        `counts of ${pair.real.name} at ${this.now}`,
      );
    }
  }

  private learnHandles(
    pair: Pair,
    got: readonly Delivery[],
    wanted: readonly ModelDelivery[],
  ): void {
    for (const [index, delivery] of got.entries()) {
      const model = wanted[index]?.handle;
      // Either says which hand-out is meant.
      const real = pair.handles.length % 2 === 0 ? delivery : delivery.receiptHandle;
      if (model !== undefined) pair.handles.push({ real, model });
    }
  }

  private seen(delivery: Delivery) {
    return {
      key: this.keys.get(delivery.messageId),
      body: delivery.body,
      group: delivery.messageGroupId,
      receives: delivery.approximateReceiveCount,
      sentAt: delivery.sentAt,
      firstReceivedAt: delivery.firstReceivedAt,
      hiddenUntil: delivery.hiddenUntil,
      source: delivery.deadLetterQueueSource,
    };
  }
}

function withoutHandle({ handle: _handle, ...rest }: ModelDelivery) {
  return rest;
}

function verdictOf(refusal: Refusal | undefined): 'ok' | 'refused' {
  return refusal === undefined ? 'ok' : 'refused';
}
