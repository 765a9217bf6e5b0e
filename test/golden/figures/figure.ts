/** What a figure measures. A time is in microseconds, a share of 0 to 1, money in dollars. */
export type Dimension = 'plain' | 'time' | 'share' | 'money';

/** A number as a text has it. */
export interface Figure {
  readonly written: string;
  /** Where it begins and ends in the text. */
  readonly from: number;
  readonly to: number;
  readonly dimension: Dimension;
  readonly value: number;
  /** One of the last place that is written: it may be off by half of that. */
  readonly step: number;
}

const SMALL = [
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen',
  'seventeen eighteen nineteen twenty',
].join(' ');
const TENS = 'thirty forty fifty sixty seventy eighty ninety';
/** Without “one”, which is mostly no number. */
const WORDS = new Map([
  ...SMALL.split(' ').map((word, index) => [word, index + 2] as const),
  ...TENS.split(' ').map((word, index) => [word, 10 * (index + 3)] as const),
]);

const SCALES: Readonly<Record<string, number>> = { hundred: 1e2, thousand: 1e3, million: 1e6 };
const UNITS: Readonly<Record<string, readonly [Dimension, number]>> = {
  ms: ['time', 1e3],
  s: ['time', 1e6],
  second: ['time', 1e6],
  minute: ['time', 6e7],
  hour: ['time', 3.6e9],
  day: ['time', 8.64e10],
  '%': ['share', 0.01],
  cent: ['money', 0.01],
  dollar: ['money', 1],
};

const UNIT = '(?:ms|s|seconds?|minutes?|hours?|days?|%|cents?|dollars?)(?![\\w/])';
const SCALE = `(?:${Object.keys(SCALES).join('|')})\\b`;
const PARTS: Readonly<Record<string, number>> = {
  half: 2,
  third: 3,
  quarter: 4,
  fifth: 5,
  tenth: 10,
};
const PART = `(?:an? )?(?<part>${Object.keys(PARTS).join('|')})(?: of)? an? (?=${UNIT})`;
/** “Within a second”; in “twenty a second” it is the unit of a rate. */
const SINGLE = `(?<=\\b(?:within|for|than|takes?|needs?|after|every|almost|about) )an? (?=${UNIT})`;
const MORE_THAN_ONE = `an? (?<unitFirst>${UNIT}) and a half`;
const DIGITS = '(?<money>\\$)?(?<digits>\\d+(?:,\\d{3})*(?:\\.\\d+)?)(?!\\d|\\.\\d)';
const WORD = `(?<word>${[...WORDS.keys()].join('|')})\\b(?!-)`;
/** “1,092”, “20 s”, “minute 20”, “five and a half minutes”, “a thousand dollars”. */
const NUMBER =
  `(?<before>minutes? )?(?:${DIGITS}|${WORD}|an? (?=${SCALE})|(?=${SCALE}))` +
  `(?: ?(?<scale>${SCALE}))?(?<half> and a half)?(?: (?=${UNIT}))?`;
const FIGURE = new RegExp(
  `(?<![\\w/.,-])(?:${MORE_THAN_ONE}|(?:${PART}|${SINGLE}|${NUMBER})(?<unit>${UNIT})?)`,
  'gi',
);
/** Changes, code, and names of percentiles are no figures: `a=5m`, “99 in 100”. */
const NO_FIGURES = /`[^`]*`|\S*=\S*|\b(?:99 in 100|9 in 10|one in a hundred)\b/gi;

/** Every number in a text, in figures or in words. */
export function figuresIn(text: string): Figure[] {
  const plain = text.replace(NO_FIGURES, (match) => ' '.repeat(match.length));
  return [...plain.matchAll(FIGURE)].map((match) => figure(match));
}

function figure({ 0: written, index, groups = {} }: RegExpExecArray): Figure {
  const { part, before, money, digits, word, scale, half, unit, unitFirst } = groups;
  const [dimension, size] = dimensionOf(money, unit ?? unitFirst ?? before);
  const factor = size * (SCALES[scale?.toLowerCase() ?? ''] ?? 1);
  const decimals = digits?.split('.')[1]?.length ?? 0;
  const withHalf = Boolean(half ?? unitFirst);
  const whole = digits
    ? Number(digits.replaceAll(',', ''))
    : (WORDS.get(word?.toLowerCase() ?? '') ?? 1);
  const amount = whole / (PARTS[part?.toLowerCase() ?? ''] ?? 1) + (withHalf ? 0.5 : 0);
  return {
    written: written.trim(),
    from: index,
    to: index + written.length,
    dimension,
    value: amount * factor,
    step: factor * (withHalf ? 0.5 : part ? amount : 10 ** -decimals),
  };
}

function dimensionOf(
  money: string | undefined,
  unit: string | undefined,
): readonly [Dimension, number] {
  if (money) return ['money', 1];
  if (unit === undefined) return ['plain', 1];
  const name = unit.trim().toLowerCase();
  return UNITS[name] ?? UNITS[name.replace(/s$/, '')] ?? ['plain', 1];
}
