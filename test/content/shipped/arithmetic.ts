export interface Equation {
  readonly text: string;
  /** The number that it comes to last, as it is printed. */
  readonly result: number;
  /** What is wrong with it. */
  readonly trouble: string | undefined;
}

/** What follows `≈` may be off by so much. */
const ROUGHLY = 0.02;

/** An equation such as `10 × 60 s = 600 s ≈ 0.17 h × 3,600`; undefined where a text isn't one. */
export function equation(text: string): Equation | undefined {
  const parts = text.split(/\s([=≈])\s/);
  const sides = parts.filter((_, place) => place % 2 === 0);
  const values = sides.map(sideValue).filter((value) => value !== undefined);
  if (sides.length < 2 || values.length < sides.length) return undefined;
  const troubles = values.slice(1).flatMap((value, place) => {
    const before = values[place] ?? Number.NaN;
    const side = sides[place + 1] ?? '';
    const isRough = parts[2 * place + 1] === '≈';
    const near = isRough ? ROUGHLY * Math.abs(before) : lastDigit(side) / 2;
    // Binary fractions are a little beside what is written.
    const isNear = Math.abs(before - value) <= near + 1e-9 * Math.abs(before);
    return isNear ? [] : [`${sides[place]} is ${before}, not ${side}`];
  });
  return { text, result: values.at(-1) ?? Number.NaN, trouble: troubles[0] };
}

const SIZES: Readonly<Record<string, number>> = {
  '%': 0.01,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};
const FUNCTIONS: Readonly<Record<string, string>> = {
  ceil: 'Math.ceil',
  floor: 'Math.floor',
  max: 'Math.max',
  min: 'Math.min',
  sqrt: 'Math.sqrt',
  ln: 'Math.log',
  exp: 'Math.exp',
};
const OPERATORS: Readonly<Record<string, string>> = {
  '×': '*',
  '·': '*',
  '÷': '/',
  '−': '-',
  '–': '-',
  '^': '**',
};

const NUMBER = String.raw`\$?(\d{1,3}(?:,\d{3})+(?!\d)|\d+)(\.\d+)?(?:\s*(%|(?:thousand|million|billion|trillion)\b))?`;
const TOKEN = new RegExp(
  String.raw`\s*(?:(?<number>${NUMBER})|(?<call>${Object.keys(FUNCTIONS).join('|')})(?=\()|(?<unit>\/?[\p{L}µ][\p{L}\d’²³]*(?:[-/.][\p{L}]+)*)|(?<sign>[-+*/(),×·÷−–^]))`,
  'uy',
);

/** What one side of an equation comes to, units aside; undefined when it isn't arithmetic. */
function sideValue(side: string): number | undefined {
  const code: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < side.trimEnd().length) {
    const groups = TOKEN.exec(side)?.groups;
    if (!groups) return undefined;
    const { number, call, unit, sign } = groups;
    if (number !== undefined) code.push(`(${numberIn(number)})`);
    else if (call !== undefined) code.push(FUNCTIONS[call] ?? '');
    else if (sign !== undefined) code.push(OPERATORS[sign] ?? sign);
    // A unit stands behind what it measures; any other word is no arithmetic.
    else if (unit !== undefined && !code.at(-1)?.endsWith(')')) return undefined;
  }
  try {
    // Nothing but numbers, operators and functions of Math was put into it.
    const value: unknown = new Function(`return ${code.join('')};`)();
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function numberIn(printed: string): number {
  const [, whole = '', fraction = '', size = ''] = new RegExp(NUMBER).exec(printed) ?? [];
  return Number(whole.replaceAll(',', '') + fraction) * (SIZES[size] ?? 1);
}

/** What the last printed digit of the first number is worth. */
function lastDigit(side: string): number {
  const [, , fraction = '.', size = ''] = new RegExp(NUMBER).exec(side) ?? [];
  return 10 ** (1 - fraction.length) * (SIZES[size] ?? 1);
}
