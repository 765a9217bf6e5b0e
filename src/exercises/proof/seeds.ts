import type { Prepared } from '../prepared.ts';

/** With so many seeds an exercise must do what it says. */
export const PROOF_SEEDS = 20;

/**
 * About what ends within two seconds: of the shipped scenarios, an entry of the calendar takes 3 to 8 µs in most, and up to 20
 * with every fault at once. Entries are counted, since time differs from machine to machine.
 */
export const MOST_EVENTS = 300_000;

/** One of the seeds with which an exercise was proven, another one for each number. */
export function provenSeed({ scenario }: Pick<Prepared, 'scenario'>, number: number): number {
  return scenario.seed + (number % PROOF_SEEDS);
}
