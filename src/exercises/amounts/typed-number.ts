/** Commas and spaces part thousands only: `1,5` could mean one and a half. */
const NUMBER =
  /^(?:~|≈|=|about\s|around\s)?\s*\$?\s*([+-]?(?:\d{1,3}(?:[,_\u00a0\u202f ]\d{3})+(?!\d)|\d[\d_]*)?(?:\.\d+)?(?:e[+-]?\d+)?)(?![,\d])\s*(.*)$/i;

const SCALES: Readonly<Record<string, number>> = {
  k: 1e3,
  K: 1e3,
  thousand: 1e3,
  M: 1e6,
  million: 1e6,
  G: 1e9,
  billion: 1e9,
};

export interface TypedNumber {
  readonly number: number;
  /** What follows it. */
  readonly rest: string;
}

/** A number as people type it, `1.5k`, `1,500` or `~$3.60`, and what stands after it. */
export function typedNumber(typed: string): TypedNumber | undefined {
  const [, digits = '', rest = ''] = NUMBER.exec(typed.trim()) ?? [];
  const number = /\d/.test(digits) ? Number(digits.replace(/[,_\s]/g, '')) : Number.NaN;
  if (!Number.isFinite(number)) return undefined;
  const [scale = ''] = /^[A-Za-z]+/.exec(rest) ?? [];
  const factor = Object.hasOwn(SCALES, scale) ? (SCALES[scale] ?? 1) : undefined;
  return factor === undefined
    ? { number, rest }
    : { number: number * factor, rest: rest.slice(scale.length).trim() };
}
