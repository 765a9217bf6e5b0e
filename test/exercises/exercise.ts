import { expect } from 'vitest';
import type { Exercise, ExerciseTask } from '../../src/domain/exercise.ts';
import { formatProblem } from '../../src/domain/problem.ts';
import { type Prepared, prepare } from '../../src/exercises/index.ts';
import type { Simulate } from '../../src/exercises/simulate.ts';
import {
  type SimulationResult,
  simulate as simulateOne,
} from '../../src/simulator/scenario/index.ts';

/** Two workers whose work outlasts a lease of two seconds now and then: mails are sent twice. */
export const MAIL = `# The mail
seed: 3
runFor: 2m
queues:
  reports: { visibilityTimeout: 2s }
stores:
  emails: {}
services:
  smtp: { servers: 4, latency: 100ms }
producers:
  customers: { sendsTo: reports, arrivals: 1/s }
consumers:
  workers:
    receivesFrom: reports
    count: 4
    steps:
      - work: { exponential: 1s }
      - call: smtp
      - write: emails
      - delete
alarms:
  backlog: { metric: queues.reports.depth.end, above: 50, every: 10s }
  twice: { metric: duplicates, above: 3, every: 10s }
checks:
  - { duplicates: 0 }
  - { lost: 0 }
remedy:
  queues.reports.visibilityTimeout: 1m
`;

export function exerciseOf(task: ExerciseTask, changes: Partial<Exercise> = {}): Exercise {
  return {
    id: 'mail-twice',
    title: 'The mail that comes twice',
    topic: 'visibility-timeout',
    level: 1,
    minutes: 3,
    scenario: { kind: 'own', text: MAIL, line: 10 },
    set: [],
    task,
    hints: [],
    story: 'Mails go out.',
    debrief: 'Done.',
    file: 'content/mail-twice.md',
    ...changes,
  };
}

export const noScenario = () => undefined;

/** The exercise ready to run; it must have nothing wrong. */
export function ready(exercise: Exercise): Prepared {
  const { prepared, problems } = prepare(exercise, noScenario);
  expect(problems.map(formatProblem)).toEqual([]);
  if (!prepared) throw new Error('nothing is prepared, and nothing is wrong');
  return prepared;
}

/** `file:line:column: what | fix` for each problem. */
export function wrong(exercise: Exercise): string[] {
  const { prepared, problems } = prepare(exercise, noScenario);
  expect(prepared).toBeUndefined();
  return problems.map(
    ({ file, line, column, what, fix }) => `${file}:${line}:${column}: ${what} | ${fix}`,
  );
}

const known = new Map<string, SimulationResult>();

/** Many tests ask for the same runs. */
export const simulate: Simulate = async (jobs) =>
  jobs.map((job) => {
    const key = JSON.stringify(job);
    const result = known.get(key) ?? simulateOne(job);
    known.set(key, result);
    return result;
  });
