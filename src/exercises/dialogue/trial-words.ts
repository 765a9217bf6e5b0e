import type { Trial } from '../tune/trial.ts';

/** Why a trial fails, by the check that holds least often. */
export function failureWords({ checks, seeds }: Trial): string {
  const [worst] = checks.filter(({ failing }) => failing).toSorted((a, b) => a.held - b.held);
  if (!worst) return 'There is nothing that has to hold.';
  const { metric, wanted, held } = worst;
  const holds =
    held === 0
      ? `holds in none of ${seeds.length} seeds`
      : `holds in ${held} of ${seeds.length} seeds: one lucky seed is not enough`;
  return `${metric} has to be ${wanted}. That ${holds}.`;
}

export function passWords({ seeds }: Trial, tries: number): string {
  const when = tries === 1 ? 'at the first try' : `after ${tries} tries`;
  return `Everything holds in ${seeds.length} of ${seeds.length} seeds, ${when}.`;
}
