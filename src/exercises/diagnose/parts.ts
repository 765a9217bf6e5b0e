import type { SimulationEvent } from '../../simulator/events/index.ts';
import type { Scenario } from '../../simulator/settings/scenario.ts';

/** The parts of a scenario that write something down. */
export function loggingParts({ consumers, services, producers }: Scenario): string[] {
  return [consumers, services, producers].flatMap((parts) => Object.keys(parts));
}

/** Where an event names who did it. */
const WHO = [
  'consumer',
  'worker',
  'producer',
  'by',
  'caller',
  'service',
  'member',
  'group',
  'owner',
] as const;

/** Whether a part, or one of its workers, takes part in an event. Workers are called by the part and a number: `workers-3`. */
export function concerns(event: SimulationEvent, part: string): boolean {
  return WHO.some((key) => {
    // Messages have groups, too, which are nobody.
    if (key === 'group' && ('queue' in event || 'topic' in event)) return false;
    const name: unknown = (event as Partial<Record<typeof key, unknown>>)[key];
    if (typeof name !== 'string' || !name.startsWith(part)) return false;
    return name.length === part.length || /^-\d+$/.test(name.slice(part.length));
  });
}
