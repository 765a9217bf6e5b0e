import type { Size } from '../reader/state.ts';
import { PATIENCE_S, startSpeed } from './speed.ts';
import type { Item, Pipeline, SimulationWorld, Snapshot } from './world.ts';

/** What is drawn between the header and the last line. `top` is the first line in view. */
export type View =
  | { readonly kind: 'pipeline' | 'timeline' | 'checks' | 'story' | 'help'; readonly top: number }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[]; readonly at: number }
  | {
      readonly kind: 'items';
      /** Enter was pressed before the list showed what was typed. */
      readonly choosesNext?: true;
      readonly items: readonly Item[];
      readonly at: number;
      /** What is typed to find a message; undefined while letters are keys. */
      readonly search: string | undefined;
    };

export interface Fault {
  readonly key: string;
  readonly label: string;
}

/** What the screen must do next: the reducer itself touches nothing. */
export type Request =
  | WorldRequest
  | { readonly kind: 'suspendProcess' }
  | { readonly kind: 'redraw' }
  | { readonly kind: 'leave'; readonly code: 0 | 130 };

export type WorldRequest =
  | { readonly kind: 'advance'; readonly micros: number }
  | { readonly kind: 'step' | 'restart' | 'faults' }
  | { readonly kind: 'inject'; readonly key: string }
  | { readonly kind: 'items'; readonly search: string }
  | { readonly kind: 'follow'; readonly trace: string | undefined };

export interface SimulationState {
  readonly size: Size;
  readonly theme: 'dark' | 'light' | 'mono';
  readonly title: string;
  readonly seed: number;
  /** What comes after the run, in a word or two, where it is part of something larger: `your result`. */
  readonly next: string | undefined;
  readonly runsForMicros: number;
  readonly pipeline: Pipeline;
  readonly snapshot: Snapshot;
  /** `hurrying`: to the end, as fast as it goes. */
  readonly pace: 'paused' | 'playing' | 'hurrying';
  /** Index into the speeds. */
  readonly speed: number;
  /** The machine is too slow for the speed. */
  readonly isBehind: boolean;
  /** When time last passed, in real time; undefined when it didn't. */
  readonly tickedAtMs: number | undefined;
  readonly view: View;
  /** Shown in the last line until the next key. */
  readonly message: string | undefined;
  /** In the order of the keys; each stays until the screen says that it was heard. */
  readonly requests: readonly Request[];
}

/** The run from where it stands, playing. */
export function initialState(
  world: Pick<SimulationWorld, 'title' | 'seed' | 'runsForMicros' | 'pipeline' | 'snapshot'>,
  size: Size,
  theme: SimulationState['theme'],
  patience = PATIENCE_S,
  next?: string,
): SimulationState {
  return {
    size,
    theme,
    title: world.title,
    seed: world.seed,
    next,
    runsForMicros: world.runsForMicros,
    pipeline: world.pipeline,
    snapshot: world.snapshot(),
    pace: 'playing',
    speed: startSpeed(world.runsForMicros, patience),
    isBehind: false,
    tickedAtMs: undefined,
    view: { kind: 'pipeline', top: 0 },
    message: undefined,
    requests: [],
  };
}

export function requesting(state: SimulationState, ...requests: readonly Request[]) {
  return { ...state, requests: [...state.requests, ...requests] };
}

/** Time doesn't pass. */
export function paused(state: SimulationState): SimulationState {
  return { ...state, pace: 'paused', tickedAtMs: undefined, isBehind: false };
}
