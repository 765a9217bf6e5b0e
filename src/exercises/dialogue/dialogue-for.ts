import type { Dialogue } from '../../domain/dialogue.ts';
import { Runs } from '../claims/runs.ts';
import type { Prepared } from '../prepared.ts';
import type { Simulate } from '../simulate.ts';
import { Conversation, type Plot } from './conversation.ts';
import { Diagnosing } from './diagnose.ts';
import type { Ground } from './ground.ts';
import { Hints } from './hints.ts';
import { Predicting } from './predict.ts';
import { Tuning } from './tune.ts';

/** A new try at an exercise. Throws for one of code, whose program lies outside. */
export function dialogueFor(prepared: Prepared, simulate: Simulate): Dialogue {
  const runs = new Runs(prepared);
  const hints = new Hints(prepared.exercise.hints, runs);
  return new Conversation(plotOf({ prepared, simulate, runs, hints }), hints);
}

function plotOf(ground: Ground): Plot {
  const { task, id } = ground.prepared.exercise;
  switch (task.kind) {
    case 'predict':
      return new Predicting(ground, task);
    case 'tune':
      return new Tuning(ground, task);
    case 'diagnose':
      return new Diagnosing(ground, task);
    case 'code':
      throw new Error(`${id} is about a program, and that has a dialogue of its own`);
  }
}
