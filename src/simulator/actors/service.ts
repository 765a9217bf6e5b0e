import Denque from 'denque';
import type { Chance, Timers } from '../broker/world.ts';
import type { Micros } from '../engine/index.ts';
import type { CallEnded, CallWasted } from '../events/index.ts';
import type { ServiceSettings } from '../settings/world.ts';
import { type DrawDuration, durationOf } from './draw-duration.ts';
import { TokenBucket } from './token-bucket.ts';

export interface ServiceWorld {
  readonly timers: Timers;
  random(name: string): Chance;
  emit(event: CallEnded | CallWasted): void;
}

export interface CallRequest {
  readonly caller: string;
  readonly trace: string;
  /** The caller waits for at most this long; the service works on all the same. */
  readonly timeout?: Micros | undefined;
}

export type CallOutcome = Exclude<CallEnded['outcome'], 'breaker-open'>;

/** Called exactly once, perhaps before `call` returns. */
export type CallAnswer = (now: Micros, outcome: CallOutcome) => void;

/** A call on its way. */
interface Call {
  readonly request: CallRequest;
  readonly answer: CallAnswer;
  readonly arrivedAt: Micros;
  startedAt: Micros | undefined;
  answeredAt: Micros | undefined;
}

/**
 * Something that is called and answers: so many servers, and a line before them in the order of arrival. A server is held
 * until the services that it calls in turn have answered, so their latencies add and their failures multiply.
 *
 * While it is down nothing is answered and nothing refused; what was called then ends as an error once it is back.
 */
export class Service {
  /** Times as long as usual: a fault. */
  factor = 1;
  readonly #world: ServiceWorld;
  readonly #name: string;
  readonly #settings: ServiceSettings;
  readonly #find: (name: string) => Service | undefined;
  readonly #latency: DrawDuration;
  readonly #latencies: Chance;
  readonly #failures: Chance;
  readonly #bucket: TokenBucket | undefined;
  readonly #line = new Denque<Call>();
  #free: number;
  #down = false;
  /** Outages so far: what a server began before the last one is lost. */
  #outages = 0;
  #hanging: Call[] = [];

  /** `find` gives the services that it calls, once all are made. */
  constructor(
    world: ServiceWorld,
    name: string,
    settings: ServiceSettings,
    find: (name: string) => Service | undefined,
  ) {
    this.#world = world;
    this.#name = name;
    this.#settings = settings;
    this.#find = find;
    this.#latency = durationOf(settings.latency);
    this.#latencies = world.random(`${name} latency`);
    this.#failures = world.random(`${name} availability`);
    this.#bucket = settings.rateLimit && new TokenBucket(settings.rateLimit);
    this.#free = settings.servers;
  }

  /** Asks it for something. */
  call(now: Micros, request: CallRequest, answer: CallAnswer): void {
    const call: Call = {
      request,
      answer,
      arrivedAt: now,
      startedAt: undefined,
      answeredAt: undefined,
    };
    if (request.timeout !== undefined) this.#limit(call, now + request.timeout);
    if (this.#down) this.#hanging.push(call);
    else if (this.#bucket?.take(now) === false) this.#end(now, call, 'rate-limited');
    else if (this.#free > 0) this.#start(now, call);
    else if (this.#line.length >= (this.#settings.queueLimit ?? Number.POSITIVE_INFINITY))
      this.#end(now, call, 'rejected');
    else this.#line.push(call);
  }

  /** An outage begins: whatever is in it hangs. */
  goDown(): void {
    this.#down = true;
    this.#outages += 1;
    this.#hanging.push(...this.#line.toArray());
    this.#line.clear();
  }

  /** The outage is over: what hung ends as an error, and it starts afresh. */
  comeBack(now: Micros): void {
    this.#down = false;
    this.#free = this.#settings.servers;
    const hanging = this.#hanging;
    this.#hanging = [];
    for (const call of hanging) this.#end(now, call, 'error');
  }

  #limit(call: Call, deadline: Micros): void {
    this.#world.timers.at(deadline, (now) => this.#end(now, call, 'timeout'));
  }

  #start(now: Micros, call: Call): void {
    call.startedAt = now;
    this.#free -= 1;
    const outages = this.#outages;
    const latency = this.#latency(this.#latencies);
    const ends = now + (this.factor === 1 ? latency : Math.round(latency * this.factor));
    this.#world.timers.at(ends, (then) => {
      if (outages !== this.#outages) this.#lose(then, call);
      else this.#callNext(then, call, outages, 0);
    });
  }

  /** Calls the services that this one depends on, from the index-th on, and is done when the last has answered. */
  #callNext(now: Micros, call: Call, outages: number, index: number): void {
    const next = this.#settings.calls[index];
    if (next === undefined) {
      this.#finish(now, call, this.#failures.chance(this.#settings.availability) ? 'ok' : 'error');
      return;
    }
    const service = this.#find(next);
    if (!service) throw new Error(`${this.#name} calls ${next}, which is no service`);
    const request = { caller: this.#name, trace: call.request.trace };
    service.call(now, request, (then, outcome) => {
      if (outages !== this.#outages) this.#lose(then, call);
      else if (outcome === 'ok') this.#callNext(then, call, outages, index + 1);
      else this.#finish(then, call, 'error');
    });
  }

  /** A server is done with the call and takes the next in line. */
  #finish(now: Micros, call: Call, outcome: CallOutcome): void {
    this.#free += 1;
    const next = this.#line.shift();
    if (next) this.#start(now, next);
    if (call.answeredAt === undefined) this.#end(now, call, outcome);
    else this.#tellWaste(now, call, call.answeredAt);
  }

  #tellWaste(now: Micros, { request, arrivedAt, startedAt }: Call, leftAt: Micros): void {
    this.#world.emit({
      kind: 'call-wasted',
      at: now,
      service: this.#name,
      caller: request.caller,
      trace: request.trace,
      startedAt: arrivedAt,
      waited: (startedAt ?? now) - arrivedAt,
      leftAt,
    });
  }

  /** An outage came while a server was at work on the call. */
  #lose(now: Micros, call: Call): void {
    if (this.#down) this.#hanging.push(call);
    else this.#end(now, call, 'error');
  }

  #end(now: Micros, call: Call, outcome: CallOutcome): void {
    if (call.answeredAt !== undefined) return;
    call.answeredAt = now;
    this.#world.emit({
      kind: 'call-ended',
      at: now,
      service: this.#name,
      caller: call.request.caller,
      trace: call.request.trace,
      outcome,
      startedAt: call.arrivedAt,
      waited: (call.startedAt ?? now) - call.arrivedAt,
    });
    call.answer(now, outcome);
  }
}
