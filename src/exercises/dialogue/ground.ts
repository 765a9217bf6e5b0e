import type { Part, Result } from '../../domain/dialogue.ts';
import { renderClaims } from '../claims/claims.ts';
import type { Runs } from '../claims/runs.ts';
import type { Prepared } from '../prepared.ts';
import type { Simulate } from '../simulate.ts';
import type { Hints } from './hints.ts';
import { said } from './said.ts';
import { askWords, type Scene, theEnd } from './scene.ts';

/** What every kind of exercise stands on. */
export interface Ground {
  readonly prepared: Prepared;
  readonly simulate: Simulate;
  readonly runs: Runs;
  readonly hints: Hints;
}

/** A text with its claims as the runs have them; nothing for an empty one. */
export function cited({ runs }: Ground, markdown: string): Part[] {
  return markdown === '' ? [] : [said(renderClaims(markdown, runs))];
}

/** How every exercise ends: in the learner’s own words, then in the author’s. */
export function closing(
  ground: Ground,
  before: readonly Part[],
  lastWords: readonly Part[],
  result: (explanation: string) => Result,
): Scene {
  return askWords(before, 'In a line: why?', (explanation) =>
    theEnd([...cited(ground, ground.prepared.exercise.debrief), ...lastWords], result(explanation)),
  );
}
