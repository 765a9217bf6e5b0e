import type { Knob, Setting } from '../../domain/exercise.ts';
import { quantityOf } from '../amounts/quantity.ts';
import { changed } from '../changed.ts';
import type { Prepared } from '../prepared.ts';
import type { Trouble } from './trouble.ts';

/** A knob must be in the scenario, and every end of its range must fit there. */
export function knobTroubles({ path, range }: Knob, prepared: Prepared): Trouble[] {
  const ends = 'choose' in range ? range.choose : [range.from, range.to];
  return [
    ...('choose' in range ? [] : rangeTroubles(path, range.from, range.to)),
    ...ends.flatMap((value) => settingTroubles([{ path, value }], prepared)),
  ];
}

/** What keeps the scenario from being set like this. */
export function settingTroubles(settings: readonly Setting[], prepared: Prepared): Trouble[] {
  return changed(prepared, settings).troubles.map(({ path, what, fix }) => {
    const value = settings.find((setting) => setting.path === path)?.value ?? '';
    return { what: path === undefined ? what : `${path}: ${value}: ${what}`, fix };
  });
}

function rangeTroubles(path: string, from: string, to: string): Trouble[] {
  const [low, high] = [quantityOf(from), quantityOf(to)];
  if (low && high && low.kind === high.kind && low.value < high.value) return [];
  return [
    {
      what: `the range of ${path}, ${from} to ${to}, can’t be gone through`,
      fix: 'write two amounts alike, the lower one first: { from: 5s, to: 5m }; or { choose: [a, b] }',
    },
  ];
}
