import { type Micros, SECOND } from '../../../engine/time.ts';
import { FAIRNESS } from '../../limits.ts';
import type { Message } from '../message.ts';
import type { Order } from './order.ts';
import { RecentWork } from './recent-work.ts';
import type { StandardOrder } from './standard-order.ts';

const SILENCE: Micros = FAIRNESS.silenceSeconds * SECOND;

/** Who shares a queue: all messages with one group id. It is forgotten when it has none left. */
interface Tenant {
  held: number;
  inFlight: number;
  lastSentAt: Micros;
  readonly work: RecentWork;
  /** Where its messages stand while it is noisy. */
  lane: StandardOrder | undefined;
}

/**
 * A standard queue's order. Messages with a group id make it fair (STD-21): a noisy tenant's messages stand in a lane of
 * their own and wait until nobody else's are left. Nothing is blocked or thrown away, and a message without a group id is a
 * tenant of its own, which is never noisy.
 */
export class FairOrder implements Order {
  readonly #makeLane: () => StandardOrder;
  readonly #main: StandardOrder;
  readonly #tenants = new Map<string, Tenant>();
  readonly #noisy = new Set<Tenant>();
  readonly #work = new RecentWork();
  #inFlight = 0;

  constructor(makeLane: () => StandardOrder) {
    this.#makeLane = makeLane;
    this.#main = makeLane();
  }

  arrived(message: Message): void {
    if (message.group === undefined) return;
    const tenant = this.#tenants.get(message.group) ?? this.#newTenant(message.group);
    tenant.held += 1;
    tenant.lastSentAt = message.arrivedAt;
  }

  add(message: Message): void {
    const lane = this.#tenantOf(message)?.lane ?? this.#main;
    lane.add(message);
  }

  take(now: Micros): Message | undefined {
    for (const tenant of this.#noisy) if (isSilent(tenant, now)) this.#rejoin(tenant);
    for (let next = this.#main.take(); next; next = this.#main.take()) {
      const tenant = this.#tenantOf(next);
      if (!tenant || !this.#isNoisy(tenant, now)) return this.#taken(next, tenant);
      this.#laneOf(tenant).add(next);
    }
    return this.#takeNoisy();
  }

  endReceive(): void {
    // A receive is no unit here: messages of one tenant block nobody.
  }

  putBack(message: Message): void {
    this.#landed(message);
    this.add(message);
  }

  leaves(message: Message, from: 'delayed' | 'visible' | 'in-flight', now: Micros): void {
    const tenant = this.#tenantOf(message);
    if (from === 'visible') (tenant?.lane ?? this.#main).lost(message);
    if (from === 'in-flight') {
      this.#landed(message);
      this.#work.add(now, now - message.receivedAt);
      tenant?.work.add(now, now - message.receivedAt);
    }
    if (!tenant || message.group === undefined) return;
    tenant.held -= 1;
    if (tenant.held > 0) return;
    this.#noisy.delete(tenant);
    this.#tenants.delete(message.group);
  }

  #tenantOf(message: Message): Tenant | undefined {
    return message.group === undefined ? undefined : this.#tenants.get(message.group);
  }

  #newTenant(group: string): Tenant {
    const tenant = { held: 0, inFlight: 0, lastSentAt: 0, work: new RecentWork(), lane: undefined };
    this.#tenants.set(group, tenant);
    return tenant;
  }

  #isNoisy(tenant: Tenant, now: Micros): boolean {
    if (isSilent(tenant, now)) return false;
    const hasManyInFlight =
      tenant.inFlight >= FAIRNESS.inFlight && tenant.inFlight > FAIRNESS.share * this.#inFlight;
    return hasManyInFlight || tenant.work.total(now) > FAIRNESS.share * this.#work.total(now);
  }

  #laneOf(tenant: Tenant): StandardOrder {
    tenant.lane ??= this.#makeLane();
    this.#noisy.add(tenant);
    return tenant.lane;
  }

  /** The oldest of all noisy tenants' messages. A tenant whose backlog is gone is quiet again. */
  #takeNoisy(): Message | undefined {
    let first: Tenant | undefined;
    let firstPlace = Number.POSITIVE_INFINITY;
    for (const tenant of this.#noisy) {
      const place = tenant.lane?.firstPlace() ?? Number.POSITIVE_INFINITY;
      if (place === Number.POSITIVE_INFINITY) this.#rejoin(tenant);
      else if (place < firstPlace) [first, firstPlace] = [tenant, place];
    }
    const message = first?.lane?.take();
    return message && this.#taken(message, first);
  }

  #rejoin(tenant: Tenant): void {
    const { lane } = tenant;
    tenant.lane = undefined;
    this.#noisy.delete(tenant);
    for (let message = lane?.take(); message; message = lane?.take()) this.#main.add(message);
  }

  #taken(message: Message, tenant: Tenant | undefined): Message {
    this.#inFlight += 1;
    if (tenant) tenant.inFlight += 1;
    return message;
  }

  #landed(message: Message): void {
    this.#inFlight -= 1;
    const tenant = this.#tenantOf(message);
    if (tenant) tenant.inFlight -= 1;
  }
}

function isSilent(tenant: Tenant, now: Micros): boolean {
  return tenant.lastSentAt + SILENCE <= now;
}
