import type { Step } from '../settings/consumer.ts';

/** What a consumer is there for, read from its steps: a program that takes their place is measured by the same. */
export interface Purpose {
  /** The step that the report waits for: the last change of the world, or the work where nothing is changed. */
  readonly step: Step['kind'] | undefined;
  /** Where it takes place: stores, a service, a queue. */
  readonly on: ReadonlySet<string>;
  /** Stores whose changes are effects; those of others are only notes. */
  readonly effects: ReadonlySet<string>;
}

export function purposeOf(steps: readonly Step[]): Purpose {
  const last = steps.findLast((step) => placesOf(step).length > 0);
  return {
    step: (last ?? steps.findLast(({ kind }) => kind === 'work'))?.kind,
    on: new Set(last && placesOf(last)),
    effects: new Set(
      steps.flatMap((step) => (step.kind === 'call' || step.kind === 'send' ? [] : placesOf(step))),
    ),
  };
}

function placesOf(step: Step): string[] {
  switch (step.kind) {
    case 'write':
    case 'reserve':
      return [step.store];
    case 'transaction':
      return step.steps.flatMap(placesOf);
    case 'call':
      return [step.service];
    case 'send':
      return [step.to];
    default:
      return [];
  }
}
