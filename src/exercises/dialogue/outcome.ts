import type { Curves } from '../../domain/dialogue.ts';
import type { Ask } from '../../domain/exercise.ts';
import { formatMetric } from '../../simulator/observers/index.ts';
import type { Truth } from '../predict/truth.ts';
import type { Said, Verdict } from '../predict/verdict.ts';

/** An ask, what was said to it, and what came of it: all of one kind. */
export interface Outcome {
  readonly ask: Ask;
  readonly said: Said;
  readonly truth: Truth;
  readonly verdict: Verdict;
}

/** What is right or wrong, in a line; where several were asked, it begins with the question. */
export function verdictLine({ ask, said, verdict }: Outcome, isOneOfMany: boolean): string {
  const question = isOneOfMany ? `${inShort(ask.prompt)} ` : '';
  const choice = said.kind === 'choice' ? `You said ${optionOf(ask, said.option)}. ` : '';
  return `${question}${choice}${verdict.words}`;
}

/** For the record: what was asked, what was said, what it is, and the grade in brackets at the end. */
export function predictionLine({ ask, said, truth, verdict }: Outcome): string {
  const question = inShort(ask.prompt).replace(/[?.:!]+$/, '');
  return `${question}: you said ${saidWords(ask, said, truth)}, it is ${truthWords(ask, truth)} (${verdict.grade})`;
}

/** A drawn curve beside that of the run. */
export function outcomeCurves({ ask, said, truth }: Outcome): Curves[] {
  if (ask.kind !== 'curve' || said.kind !== 'curve' || truth.kind !== 'curve') return [];
  const curve = (name: string, values: readonly (number | undefined)[]) => ({
    name,
    values,
    words: values.map((value) => formatMetric(value, truth.unit)),
  });
  return [
    {
      kind: 'curves',
      title: ask.prompt,
      at: ask.at,
      curves: [curve('you said', said.values), curve('it is', truth.values)],
    },
  ];
}

function saidWords(ask: Ask, said: Said, truth: Truth): string {
  if (said.kind === 'choice' || truth.kind === 'choice')
    return said.kind === 'choice' ? optionOf(ask, said.option) : '';
  const values = said.kind === 'curve' ? said.values : [said.value];
  return values.map((value) => formatMetric(value, truth.unit)).join(', ');
}

function truthWords(ask: Ask, truth: Truth): string {
  if (truth.kind === 'choice')
    return truth.holds.map((place) => optionOf(ask, place)).join(' and ') || 'none of these';
  const values = truth.kind === 'curve' ? truth.values : [truth.value];
  return values.map((value) => formatMetric(value, truth.unit)).join(', ');
}

function optionOf(ask: Ask, place: number): string {
  return ask.kind === 'choice' ? `“${ask.options[place]?.text ?? ''}”` : '';
}

const LONGEST = 60;

/** Up to a whole word. */
function inShort(prompt: string): string {
  if (prompt.length <= LONGEST) return prompt;
  const cut = prompt.slice(0, LONGEST);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST / 2)).trimEnd()}…`;
}
