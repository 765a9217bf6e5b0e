import type { Micros } from '../engine/time.ts';
import type { FaultFired } from '../events/index.ts';
import type { FaultKind, FaultSettings } from '../settings/fault.ts';
import { clauseOf } from './clause.ts';
import { keyedChance } from './keyed-chance.ts';

export interface FaultPlanWorld {
  readonly seed: number;
  now(): Micros;
  at(time: Micros, run: () => void): void;
  emit(event: FaultFired): void;
}

/** Something that a fault could hit: its name is the same in every run of the same scenario and seed. */
export interface Opportunity {
  readonly name: string;
  readonly trace: string;
  readonly when?: FaultSettings['when'];
  /** Who is struck, when it is one of the target's workers. */
  readonly victim?: string;
}

type Strike = (fault: FaultSettings, key: string) => void;
interface Listed {
  readonly fault: FaultSettings;
  readonly index: number;
}

/**
 * Decides whether a fault strikes. A chance is not drawn from a stream but computed from the seed and the name of the
 * opportunity (`buyers-17, second delivery, before the delete`), so taking one fault away leaves all others as they were.
 * That is what lets `shrink` look for the few that matter. Each strike is told, with a key that names it.
 */
export class FaultPlan {
  readonly #world: FaultPlanWorld;
  readonly #healsAt: Micros;
  readonly #allowed: ReadonlySet<string> | undefined;
  /** By kind and target: two maps, since this is asked before every step of every worker, and a joined name must be built. */
  readonly #listed = new Map<FaultKind, Map<string, Listed[]>>();
  readonly #strikes = new Map<string, Strike[]>();
  readonly #poisoned = new Set<string>();
  #count = 0;

  /** Faults stop at `healsAt`: the system must recover then. With `allowed`, only the occurrences of these keys strike. */
  constructor(world: FaultPlanWorld, healsAt: Micros, allowed?: ReadonlySet<string>) {
    this.#world = world;
    this.#healsAt = healsAt;
    this.#allowed = allowed;
  }

  /** Adds a fault and arms its moments. Those that strike whoever asked for them by `onStrike` must be added after that. */
  add(fault: FaultSettings): void {
    const index = this.#count;
    this.#count += 1;
    const byTarget = this.#listed.get(fault.what) ?? new Map<string, Listed[]>();
    this.#listed.set(fault.what, byTarget);
    const listed = byTarget.get(fault.target) ?? [];
    listed.push({ fault, index });
    byTarget.set(fault.target, listed);
    for (const at of fault.at) this.#arm({ fault, index }, at);
  }

  /** Whether some fault of this kind is about this target: where there is none, opportunities needn't be named. */
  concerns(kind: FaultKind, target: string): boolean {
    return this.#listedFor(kind, target) !== undefined;
  }

  /** Says what to do when a scheduled fault of this kind strikes this target; whoever it concerns may say so. */
  onStrike(kind: FaultKind, target: string, strike: Strike): void {
    const place = placeOf(kind, target);
    const strikes = this.#strikes.get(place);
    if (strikes) strikes.push(strike);
    else this.#strikes.set(place, [strike]);
  }

  /** The fault that strikes at this opportunity: by its chance, or because it names the item. */
  strikes(kind: FaultKind, target: string, opportunity: Opportunity): FaultSettings | undefined {
    const listed = this.#listedFor(kind, target);
    if (!listed || this.#world.now() >= this.#healsAt) return undefined;
    for (const one of listed) {
      if (one.fault.when !== opportunity.when) continue;
      const key = `${one.index}:${opportunity.name}`;
      if (this.#falls(one, key, opportunity.trace) && this.#permits(key))
        return this.#tell(one, key, opportunity.victim ?? target, opportunity.trace);
    }
    return undefined;
  }

  /** Whether whoever works on this item fails. It is told once, and doesn't heal. */
  poisons(target: string, trace: string): boolean {
    const struck = this.#listedFor('poison', target)?.find((one) => {
      const key = `${one.index}:${trace}`;
      return this.#falls(one, key, trace) && this.#permits(key);
    });
    if (!struck) return false;
    if (!this.#poisoned.has(trace)) this.#tell(struck, `${struck.index}:${trace}`, target, trace);
    this.#poisoned.add(trace);
    return true;
  }

  /** The lasting fault (slow, down, split ...) that holds now; the first that the scenario names, where several do. */
  lasting(kind: FaultKind, target: string): FaultSettings | undefined {
    return this.#listedFor(kind, target)?.find((one) => this.#lasts(one))?.fault;
  }

  /** The greatest chance of the lasting faults (duplicate, reorder) that hold now. */
  chanceOf(kind: FaultKind, target: string): number {
    let greatest = 0;
    for (const one of this.#listedFor(kind, target) ?? [])
      if (this.#lasts(one)) greatest = Math.max(greatest, one.fault.chance ?? 0);
    return greatest;
  }

  #lasts({ fault, index }: Listed): boolean {
    const now = this.#world.now();
    return fault.at.some(
      (from) => from <= now && now < this.endOf(fault, from) && this.#permits(keyAt(index, from)),
    );
  }

  /** When a fault that began at `from` is over: after its `for`, and never later than all faults. */
  endOf(fault: FaultSettings, from: Micros): Micros {
    return Math.min(this.#healsAt, fault.for === undefined ? this.#healsAt : from + fault.for);
  }

  #listedFor(kind: FaultKind, target: string): readonly Listed[] | undefined {
    return this.#listed.get(kind)?.get(target);
  }

  #arm(one: Listed, at: Micros): void {
    const key = keyAt(one.index, at);
    if (at >= this.#healsAt || !this.#permits(key)) return;
    const { what, target } = one.fault;
    this.#world.at(at, () => {
      this.#tell(one, key, target, '');
      for (const strike of this.#strikes.get(placeOf(what, target)) ?? []) strike(one.fault, key);
    });
  }

  #falls({ fault }: Listed, key: string, trace: string): boolean {
    if (fault.items.length > 0) return fault.items.includes(trace);
    return fault.chance !== undefined && keyedChance(this.#world.seed, key) < fault.chance;
  }

  #permits(key: string): boolean {
    return this.#allowed === undefined || this.#allowed.has(key);
  }

  #tell({ fault, index }: Listed, key: string, target: string, trace: string): FaultSettings {
    this.#world.emit({
      kind: 'fault-fired',
      at: this.#world.now(),
      fault: index,
      key,
      what: clauseOf(fault),
      target,
      trace,
    });
    return fault;
  }
}

function placeOf(kind: FaultKind, target: string): string {
  return `${kind} ${target}`;
}

function keyAt(index: number, at: Micros): string {
  return `${index}@${at}`;
}
