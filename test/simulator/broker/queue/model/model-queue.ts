import type { SendRequest } from '../../../../../src/simulator/broker/queue/commands.ts';
import type { QueueSettings } from '../../../../../src/simulator/broker/queue/settings.ts';
import { type Micros, SECOND } from '../../../../../src/simulator/engine/time.ts';
import type {
  ModelAnswer,
  ModelDelivery,
  ModelMessage,
  ModelSend,
  Verdict,
} from './model-message.ts';

/** What models of one world share: numbers that rise, and each other. */
export interface ModelWorld {
  next: number;
  readonly queues: Map<string, ModelQueue>;
}

interface Waiter {
  readonly id: number;
  readonly until: Micros;
  readonly max: number;
  readonly visibilitySeconds: number;
}

interface ModelReceive {
  readonly waiter: number;
  readonly max: number;
  readonly waitSeconds: number;
  readonly visibilitySeconds: number | undefined;
}

/** The judge: arrays and linear scans, written from the semantics' statements and not from the queue. */
export abstract class ModelQueue {
  readonly answers: ModelAnswer[] = [];
  protected messages: ModelMessage[] = [];
  private waiters: Waiter[] = [];
  /** Keys of what move tasks put here or elsewhere, in order. */
  readonly moved: number[] = [];
  private task: { at: Micros; left: number } | undefined;
  private purgedAt: Micros | undefined;
  /** Of each handle ever given, its message. */
  private readonly handles = new Map<number, ModelMessage>();

  constructor(
    protected readonly world: ModelWorld,
    readonly name: string,
    readonly settings: QueueSettings,
  ) {
    world.queues.set(name, this);
  }

  /** The next message to hand out, of those that `taken` doesn't hold. */
  protected abstract pick(taken: readonly ModelMessage[]): ModelMessage | undefined;
  /** Whether delete and change visibility accept this message's newest handle. */
  protected abstract honours(message: ModelMessage): boolean;
  protected abstract staleDelete(isStored: boolean): Verdict;
  /** Undefined when it is refused. */
  abstract send(now: Micros, request: SendRequest): ModelSend | undefined;
  /** Something changed that may block or free a group. */
  protected abstract settled(): void;

  protected store(now: Micros, request: SendRequest): ModelMessage {
    return this.enter(now, request.delaySeconds ?? this.settings.delaySeconds, {
      body: request.body,
      group: request.messageGroupId,
      dedup: request.messageDeduplicationId,
    });
  }

  private enter(
    now: Micros,
    delay: number,
    content: Pick<ModelMessage, 'body' | 'group' | 'dedup'>,
  ): ModelMessage {
    this.world.next += 1;
    const message: ModelMessage = {
      ...content,
      key: this.world.next,
      arrivedAt: now,
      receivedElsewhere: 0,
      sentAt: now,
      retentionFrom: now,
      state: delay > 0 ? 'delayed' : 'visible',
      due: now + delay * SECOND,
      dueOrder: this.world.next,
      place: this.world.next,
      receives: 0,
      firstReceivedAt: 0,
      lastReceivedAt: 0,
      handle: undefined,
      source: undefined,
    };
    this.messages.push(message);
    this.settled();
    return message;
  }

  /** Everything that is due at `now`, and not what comes of it for those who wait: that is `serve`. */
  settle(now: Micros): void {
    const lifetime = this.settings.messageRetentionPeriodSeconds * SECOND;
    const old = this.messages.filter((message) => message.retentionFrom + lifetime <= now);
    for (const message of old.sort((a, b) => a.retentionFrom - b.retentionFrom)) this.drop(message);
    this.appearInTurn((message) => message.state !== 'visible' && message.due <= now);
    if (this.task !== undefined && this.task.at <= now) this.moveBack(now, this.task);
  }

  /** Those who wait, in the order in which they came, and at the dead-letter queue last; whoever's time is over gets nothing. */
  serve(now: Micros): void {
    for (const waiter of [...this.waiters]) {
      const deliveries = this.take(now, waiter.max, waiter.visibilitySeconds);
      if (deliveries.length === 0 && waiter.until > now) continue;
      this.waiters = this.waiters.filter((other) => other !== waiter);
      this.answers.push({ waiter: waiter.id, at: now, deliveries });
    }
    const fed = this.world.queues.get(this.settings.redrivePolicy?.deadLetterQueue ?? '');
    fed?.settle(now);
    fed?.serve(now);
  }

  receive(now: Micros, request: ModelReceive): void {
    this.waiters.push({
      id: request.waiter,
      until: now + request.waitSeconds * SECOND,
      max: request.max,
      visibilitySeconds: request.visibilitySeconds ?? this.settings.visibilityTimeoutSeconds,
    });
    this.serve(now);
  }

  stopWaiting(id: number): void {
    this.waiters = this.waiters.filter((waiter) => waiter.id !== id);
  }

  delete(handle: number): Verdict {
    const message = this.handles.get(handle);
    const isStored = message !== undefined && this.messages.includes(message);
    if (!isStored || message.handle !== handle || !this.honours(message)) {
      return this.staleDelete(isStored);
    }
    this.drop(message);
    return 'ok';
  }

  /** STD-07, STD-08: for what is in flight under this handle, and not past 12 hours from its receive. */
  changeVisibility(now: Micros, handle: number, seconds: number): Verdict {
    const message = this.messages.find((candidate) => candidate.handle === handle);
    if (message?.state !== 'hidden') return 'refused';
    if (now + seconds * SECOND > message.lastReceivedAt + 43_200 * SECOND) return 'refused';
    this.hide(message, now, seconds);
    this.settled();
    return 'ok';
  }

  purge(now: Micros): Verdict {
    if (this.purgedAt !== undefined && now < this.purgedAt + 60 * SECOND) return 'refused';
    this.purgedAt = now;
    this.messages = [];
    this.settled();
    return 'ok';
  }

  /** STD-13: one task at a time, for as many as are visible now, 500 a second. */
  startMoveTask(now: Micros): Verdict {
    if (this.task !== undefined) return 'refused';
    this.task = { at: now, left: this.counts().visible };
    return 'ok';
  }

  /** A fault: what is in flight becomes visible at once. */
  redeliver(): void {
    this.appearInTurn((message) => message.state === 'hidden');
  }

  /** F068, STD-18: since it came here; a standard queue leaves out what was received three times here. */
  ageOfOldest(now: Micros): Micros {
    const counted = this.messages.filter(
      (one) => this.settings.fifo || one.receives - one.receivedElsewhere < 3,
    );
    return now - Math.min(now, ...counted.map((one) => one.arrivedAt));
  }

  counts(): { visible: number; inFlight: number; delayed: number } {
    const of = (state: ModelMessage['state']) =>
      this.messages.filter((message) => message.state === state).length;
    return { visible: of('visible'), inFlight: of('hidden'), delayed: of('delayed') };
  }

  /** When something happens next by itself. */
  nextDue(): Micros {
    const lifetime = this.settings.messageRetentionPeriodSeconds * SECOND;
    return Math.min(
      ...this.waiters.map((waiter) => waiter.until),
      ...this.messages.map((message) => message.retentionFrom + lifetime),
      ...this.messages.filter((one) => one.state !== 'visible').map((one) => one.due),
      this.task?.at ?? Number.POSITIVE_INFINITY,
    );
  }

  /** STD-09, STD-10: the receive that would be one too many moves the message and hands out nothing for it. */
  private take(now: Micros, max: number, visibilitySeconds: number): ModelDelivery[] {
    const taken: ModelMessage[] = [];
    const deliveries: ModelDelivery[] = [];
    const policy = this.settings.redrivePolicy;
    while (taken.length < max) {
      const message = this.pick(taken);
      if (message === undefined) break;
      if (policy !== undefined && message.receives + 1 > policy.maxReceiveCount) {
        this.move(now, message, policy.deadLetterQueue);
        continue;
      }
      taken.push(message);
      deliveries.push(this.handOut(now, message, visibilitySeconds));
    }
    this.settled();
    this.appearInTurn((message) => taken.includes(message) && message.due <= now);
    return deliveries;
  }

  private handOut(now: Micros, message: ModelMessage, visibilitySeconds: number): ModelDelivery {
    message.receives += 1;
    if (message.receives === 1) message.firstReceivedAt = now;
    message.lastReceivedAt = now;
    this.world.next += 1;
    message.handle = this.world.next;
    this.handles.set(message.handle, message);
    message.state = 'hidden';
    message.due = now + visibilitySeconds * SECOND;
    message.dueOrder = this.world.next;
    return {
      key: message.key,
      handle: message.handle,
      body: message.body,
      group: message.group,
      receives: message.receives,
      sentAt: message.sentAt,
      firstReceivedAt: message.firstReceivedAt,
      hiddenUntil: message.due,
      source: message.source,
    };
  }

  private move(now: Micros, message: ModelMessage, to: string): void {
    const target = this.world.queues.get(to);
    if (target === undefined) throw new Error(`no model named ${to}`);
    this.drop(message);
    this.world.next += 1;
    Object.assign(message, {
      handle: undefined,
      source: this.name,
      place: this.world.next,
      arrivedAt: now,
      receivedElsewhere: message.receives,
    });
    if (this.settings.fifo) Object.assign(message, { retentionFrom: now, sentAt: now });
    target.messages.push(message);
    target.settled();
  }

  /** What came from nowhere stays, at the back; the rest is sent anew to where it came from. */
  private moveBack(now: Micros, task: { at: Micros; left: number }): void {
    task.at += SECOND / 500;
    task.left -= 1;
    const message = this.pick([]);
    if (message === undefined || task.left <= 0) this.task = undefined;
    if (message === undefined) return;
    message.state = 'hidden';
    this.settled();
    const target = this.world.queues.get(message.source ?? '');
    if (target === undefined) {
      this.world.next += 1;
      message.place = this.world.next;
      this.appear(message);
      this.settled();
      return;
    }
    this.drop(message);
    const { body, group, dedup } = message;
    const sent = target.enter(now, 0, { body, group, dedup });
    this.moved.push(sent.key);
  }

  private hide(message: ModelMessage, now: Micros, seconds: number): void {
    this.world.next += 1;
    message.due = now + seconds * SECOND;
    message.dueOrder = this.world.next;
    if (seconds === 0) this.appear(message);
  }

  private drop(message: ModelMessage): void {
    this.messages = this.messages.filter((other) => other !== message);
    this.settled();
  }

  /** In the order of their deadlines, and those of one instant in the order in which they were set. */
  private appearInTurn(which: (message: ModelMessage) => boolean): void {
    const due = this.messages.filter(which);
    due.sort((a, b) => a.due - b.due || a.dueOrder - b.dueOrder);
    for (const message of due) {
      this.appear(message);
      this.settled();
    }
    this.settled();
  }

  protected appear(message: ModelMessage): void {
    message.state = 'visible';
  }
}
