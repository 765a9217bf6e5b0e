import type { Ask } from '../../domain/exercise.ts';
import { formatMetric } from '../../simulator/observers/index.ts';
import { curveVerdict } from './curve-verdict.ts';
import { type Grade, gradeNumber } from './grade.ts';
import type { Truth } from './truth.ts';

/** What a learner stated: amounts in the metric's unit, an option's place from 0. */
export type Said =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'choice'; readonly option: number }
  | { readonly kind: 'curve'; readonly values: readonly number[] };

export interface Verdict {
  readonly grade: Grade;
  /** Prediction beside outcome, in a sentence. */
  readonly words: string;
  /** Why the options do or don't happen, the one that was chosen first. Markdown, with claims. */
  readonly whys: readonly string[];
}

/** Compares a prediction with what came of it. The three must be of one kind. */
export function verdictOf(ask: Ask, said: Said, truth: Truth): Verdict {
  if (ask.kind === 'number' && said.kind === 'number' && truth.kind === 'number') {
    const { value, unit } = truth;
    const words = (amount: number) => formatMetric(amount, unit);
    // Nobody can state it more exactly than it is shown.
    const isAlike = value !== undefined && words(said.value) === words(value);
    const grade = isAlike ? 'right' : gradeNumber(said.value, value, ask.tolerance);
    return { grade, words: numberWords(said.value, value, words, grade), whys: [] };
  }
  if (ask.kind === 'choice' && said.kind === 'choice' && truth.kind === 'choice')
    return choiceVerdict(ask, said.option, truth.holds);
  if (ask.kind === 'curve' && said.kind === 'curve' && truth.kind === 'curve')
    return { ...curveVerdict(ask, said.values, truth.values, truth.unit), whys: [] };
  throw new Error(`a ${said.kind} was said to a ${ask.kind}, and a ${truth.kind} came of it`);
}

function numberWords(
  said: number,
  value: number | undefined,
  words: (amount: number) => string,
  grade: Grade,
): string {
  const saying = `You said ${words(said)}`;
  if (value === undefined) return `${saying}; there was nothing to measure.`;
  if (words(said) === words(value)) return `${saying}, and so it is.`;
  if (grade === 'right') return `${saying}; it is ${words(value)}, and that is near enough.`;
  if (grade === 'close') return `${saying}; it is ${words(value)}. Close, but not near enough.`;
  return `${saying}; it is ${words(value)}${timesWords(said, value)}.`;
}

/** How far off a prediction is, where a factor says it better than the two numbers. */
function timesWords(said: number, value: number): string {
  if (said <= 0 || value <= 0) return '';
  const [factor, more] = value > said ? [value / said, 'more'] : [said / value, 'less'];
  if (factor < 1.5) return '';
  const times = factor < 10 ? Number(factor.toFixed(1)) : Math.round(factor);
  return more === 'more'
    ? `, ${formatMetric(times, 'count')} times as much`
    : `: you said ${formatMetric(times, 'count')} times too much`;
}

function choiceVerdict(
  { options }: Extract<Ask, { kind: 'choice' }>,
  chosen: number,
  holds: readonly number[],
): Verdict {
  const isRight = holds.includes(chosen);
  const happened = holds.filter((place) => place !== chosen);
  const texts = happened.map((place) => `“${options[place]?.text ?? ''}”`);
  return {
    grade: isRight ? 'right' : 'wrong',
    words: isRight
      ? 'That is what happens.'
      : texts.length === 0
        ? 'That is not what happens.'
        : `That is not what happens: it is ${texts.join(' and ')}.`,
    whys: [chosen, ...(isRight ? [] : happened)].flatMap((place) => options[place]?.why ?? []),
  };
}
