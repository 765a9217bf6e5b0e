import type { Effect } from '../../events/index.ts';
import type { Scenario } from '../../settings/scenario.ts';
import type { Clock } from './clock.ts';

/** How two reservations raced for the last unit of a stock: each read it, then each wrote it back. */
export function raceLines(race: readonly Effect[], scenario: Scenario, clock: Clock): string[] {
  const loser = race.at(-1);
  const winner = race.find(({ left }) => left === 0) ?? race.at(-2);
  if (!loser || !winner || winner === loser) return [];
  const latency = scenario.stores[loser.store]?.latency ?? 0;
  const told = [winner, loser].flatMap((effect) => {
    const { worker, key, store, trace, left, at } = effect;
    const seen = seenBy(effect, race, at - latency);
    return [
      {
        at: at - latency,
        line: `${worker} looks for ${trace}: ${store} has ${seen} ${key} left`,
      },
      { at, line: `${worker} takes one ${key} for ${trace}, as it had seen ${seen}; ${left} left` },
    ];
  });
  return told.sort((a, b) => a.at - b.at).map(({ at, line }) => `${clock(at)}  ${line}`);
}

/** What was left when this reservation read: what it left, and what was taken since by itself and others. */
function seenBy({ left = 0 }: Effect, race: readonly Effect[], readAt: number): number {
  const before = race.filter((other) => other.at <= readAt).at(-1);
  if (before?.left !== undefined) return before.left;
  const first = race[0];
  return first?.left === undefined ? left + 1 : first.left + 1;
}

export const RACE = {
  why: 'Each looked before the others had written, so what they had seen was gone when they took theirs.',
  help: 'Reserve with a conditional write (how: conditional): it looks and takes in one, and refuses the second.',
};
