/** A number in a text, and what stands behind it. */
interface Amount {
  readonly value: number;
  readonly unit: string;
}

/** Of units that go together, in the least of them. */
const FACTORS: Readonly<Record<string, number>> = {
  µs: 1,
  us: 1,
  ms: 1e3,
  s: 1e6,
  min: 60e6,
  m: 60e6,
  h: 3600e6,
  d: 86_400e6,
};

function amountOf(text: string): Amount | undefined {
  const [, digits = '', unit = ''] = /^\$?\s*(\d[\d.,]*)\s*(.*)$/.exec(text.trim()) ?? [];
  const value = Number(digits.replaceAll(',', ''));
  if (digits === '' || !Number.isFinite(value)) return undefined;
  const factor = FACTORS[unit];
  return factor === undefined ? { value, unit } : { value: value * factor, unit: 'time' };
}

/** The numbers in texts, as far as they can be drawn in one scale; undefined for what is none. */
export function amountsOf(texts: readonly string[]): (number | undefined)[] {
  const amounts = texts.map(amountOf);
  const unit = amounts.find((amount) => amount !== undefined)?.unit;
  return amounts.map((amount) => (amount?.unit === unit ? amount?.value : undefined));
}

/** The step after a value, or the one before it; the value itself where there is none. */
export function turnedTo(steps: readonly string[], text: string, by: 1 | -1): string {
  const place = steps.indexOf(text.trim());
  if (place >= 0) return steps[place + by] ?? text;
  const [value, ...values] = amountsOf([text, ...steps]);
  const next = (each: number | undefined) =>
    value !== undefined && each !== undefined && (each - value) * by > 0;
  const found = by > 0 ? values.findIndex(next) : values.findLastIndex(next);
  return steps[found] ?? (value === undefined ? steps[0] : undefined) ?? text;
}
