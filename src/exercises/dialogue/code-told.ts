import type { Part, Rows } from '../../domain/dialogue.ts';
import type { FailureStory, Judgement, MeasuredRun } from '../code/judgement.ts';
import type { Trouble } from '../code/trouble.ts';
import { withBriefNumbers } from './brief-numbers.ts';
import { code, plain } from './markdown.ts';
import { said } from './said.ts';
import { checkRow, failingFirst } from './trial-rows.ts';

/** A verdict against a program: what is wrong with it, what it came to, how, and what it wrote down. */
export function failureTold(judgement: Judgement, text: string): Part[] {
  const { troubles, run, story, log } = judgement;
  return [
    { kind: 'verdict', grade: 'wrong', text: inShort(judgement) },
    ...troubles.map((trouble) => troubleTold(trouble, text)),
    ...(run ? [measuredRows(run)] : []),
    ...(story && run ? storyTold(story, run.seed) : []),
    ...(log.length > 0
      ? [{ kind: 'log' as const, title: 'What the program wrote down last', lines: log }]
      : []),
  ];
}

/** What was measured, checks first. */
export function measuredRows({ seed, checks, metrics }: MeasuredRun): Rows {
  return {
    kind: 'rows',
    title: `What came of it, with seed ${seed}`,
    heads: ['wanted', 'got'],
    rows: [
      ...failingFirst(checks.map(checkRow)),
      ...metrics.map(({ metric, got }) => ({ name: metric, cells: ['', withBriefNumbers(got)] })),
    ],
  };
}

/** Whether it was stopped from outside, and nothing is known of it but that. */
export function isCutOff({ troubles }: Judgement): boolean {
  return troubles.some(({ kind }) => kind === 'time-limit' || kind === 'memory-limit');
}

function inShort(judgement: Judgement): string {
  const { seeds, troubles, run } = judgement;
  if (troubles.length > 0) {
    if (isCutOff(judgement)) return 'It had to be stopped.';
    return seeds === 0 ? 'It can’t run as it is.' : 'The program itself goes wrong.';
  }
  const failed = run?.checks.find(({ passed }) => !passed);
  return failed && run
    ? `${failed.metric} is ${withBriefNumbers(failed.got, failed.wanted)}; it has to be ${failed.wanted}. Seen with seed ${run.seed}.`
    : 'Something has to hold that doesn’t.';
}

/** A trouble, the line that it is about, and what to do. */
function troubleTold(trouble: Trouble, text: string): Part {
  const { line, what, fix, seed, item } = trouble;
  const met = [
    ...(item === undefined ? [] : [code(item)]),
    ...(seed === undefined ? [] : [`seed ${seed}`]),
  ];
  const where = met.length > 0 ? ` First met with ${met.join(', ')}.` : '';
  const written = line === undefined ? undefined : text.split(/\r?\n/)[line - 1]?.trim();
  const quoted = written ? `\n\n\`\`\`\`js\n${written.slice(0, LONGEST)}\n\`\`\`\`` : '';
  return said(
    `**${line === undefined ? '' : `Line ${line}: `}${plain(what.replace(/\s+/g, ' '))}.**${where}${quoted}\n\nWhat to do: ${plain(fix)}.`,
  );
}

const LONGEST = 200;

/** It is told with the fewest faults, so its numbers are others than those of the run above it. */
function titleOf({ strikes, of }: FailureStory, seed: number): string {
  if (strikes.length > 0) return `What happens with only these, seed ${seed}`;
  return of > 0
    ? `No fault is needed: what happens without any, seed ${seed}`
    : `What happened, with seed ${seed}`;
}

function storyTold(story: FailureStory, seed: number): Part[] {
  const { strikes, of, lines } = story;
  const faults = strikes.length === 1 ? 'The fault that it takes' : 'The faults that it takes';
  return [
    ...(strikes.length > 0
      ? [{ kind: 'story' as const, title: `${faults}, of ${of} in this run`, lines: strikes }]
      : []),
    { kind: 'story', title: titleOf(story, seed), lines },
  ];
}
