import type { DiagnoseTask } from '../../domain/exercise.ts';
import { type Incident, isOver, minutesUsed } from './incident.ts';

export interface Score {
  /** The first cause and the first action that were named are right. */
  readonly passed: boolean;
  readonly minutes: number;
  /** What all looks together would have cost. */
  readonly of: number;
  readonly words: string;
}

/** How it went, once cause and action are found. Undefined before. */
export function scoreOf(task: DiagnoseTask, incident: Incident): Score | undefined {
  if (!isOver(task, incident)) return undefined;
  const [causes, actions] = [incident.causes.length, incident.actions.length];
  const minutes = minutesUsed(task, incident);
  const of = task.looks.reduce((sum, each) => sum + each.minutes, 0);
  const found =
    causes === actions
      ? `cause and action ${tries(causes)}`
      : `the cause ${tries(causes)}, the action ${tries(actions)}`;
  const looks = `${incident.looks.length} of ${task.looks.length} looks`;
  return {
    passed: causes === 1 && actions === 1,
    minutes,
    of,
    words: `You found ${found}, after ${minutes} of ${of} minutes and ${looks}.`,
  };
}

const ORDINALS = ['', 'at once', 'at the second try', 'at the third try', 'at the fourth try'];

function tries(count: number): string {
  return ORDINALS[count] ?? `after ${count} tries`;
}
