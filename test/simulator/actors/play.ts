import type { SimulationEvent } from '../../../src/simulator/events/index.ts';
import { type Run, readScenario, runScenario } from '../../../src/simulator/scenario/index.ts';

type Kind = SimulationEvent['kind'];
type OfKind<Wanted extends Kind> = Extract<SimulationEvent, { kind: Wanted }>;

export interface Played extends Run {
  readonly all: readonly SimulationEvent[];
  /** The events of one kind, in order. */
  of<Wanted extends Kind>(kind: Wanted): OfKind<Wanted>[];
}

/** Runs a small scenario and remembers all that happened. */
export function play(text: string): Played {
  const { scenario, problems } = readScenario('small.yaml', text);
  if (!scenario)
    throw new Error(problems.map(({ line, what, fix }) => `${line}: ${what}: ${fix}`).join('\n'));
  const all: SimulationEvent[] = [];
  const run = runScenario(scenario, { see: (event) => all.push(event) });
  return {
    ...run,
    all,
    of: (kind) => all.filter((event) => event.kind === kind) as never,
  };
}

/** Seconds of virtual time. */
export function inSeconds({ at }: { readonly at: number }): number {
  return at / 1_000_000;
}
