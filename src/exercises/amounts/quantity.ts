import { timeUnit } from './units.ts';

const SIZES: Readonly<Record<string, number>> = {
  B: 1,
  KiB: 1024,
  MiB: 1024 ** 2,
  GiB: 1024 ** 3,
};

/** An amount of a scenario. Two of one kind can be compared. */
export interface Quantity {
  readonly kind: 'number' | 'time' | 'rate' | 'size';
  readonly value: number;
  /** What scenarios write after the number: `s`, `/min`, `%`. */
  readonly unit: string;
  /** As scenarios write it. */
  readonly written: string;
}

/** Reads `5s`, `2 minutes`, `20/s`, `40%`, `256KiB`, `1/200` or `12`; undefined for anything else. */
export function quantityOf(text: string): Quantity | undefined {
  const [, part, whole] = /^(\d+(?:\.\d+)?) ?\/ ?(\d+(?:\.\d+)?)$/.exec(text.trim()) ?? [];
  if (part !== undefined && whole !== undefined)
    return {
      kind: 'number',
      value: Number(part) / Number(whole),
      unit: '',
      written: `${part}/${whole}`,
    };
  const [, digits, word = ''] =
    /^(-?\d+(?:\.\d+)?) ?(%|\/ ?[a-z]+|[a-zµ]+)?$/i.exec(text.trim()) ?? [];
  return digits === undefined ? undefined : withUnit(digits, word);
}

function withUnit(digits: string, word: string): Quantity | undefined {
  const number = Number(digits);
  const of = (kind: Quantity['kind'], value: number, unit: string): Quantity => ({
    kind,
    value,
    unit,
    written: digits + unit,
  });
  if (word === '') return of('number', number, '');
  if (word === '%') return of('number', Number(`${digits}e-2`), '%');
  if (Object.hasOwn(SIZES, word)) return of('size', number * (SIZES[word] ?? 1), word);
  const unit = timeUnit(word.replace(/^\/ ?/, ''));
  if (!unit) return undefined;
  return word.startsWith('/')
    ? of('rate', number / unit.micros, `/${unit.written}`)
    : of('time', number * unit.micros, unit.written);
}
