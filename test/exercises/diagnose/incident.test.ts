import { describe, expect, it } from 'vitest';
import type { DiagnoseTask } from '../../../src/domain/exercise.ts';
import {
  chooseAction,
  type Incident,
  isFound,
  isOver,
  look,
  minutesUsed,
  NEW_INCIDENT,
  nameCause,
} from '../../../src/exercises/diagnose/incident.ts';
import { scoreOf } from '../../../src/exercises/diagnose/score.ts';

const named = (text: string, correct: boolean) => ({ text, correct, why: `why ${text}` });
const task: DiagnoseTask = {
  kind: 'diagnose',
  at: undefined,
  looks: [2, 5, 1].map((minutes) => ({
    title: 'look',
    minutes,
    shows: { kind: 'alarms' } as const,
  })),
  causes: [named('workers', false), named('database', true)],
  actions: [named('scale', false), named('index', true), named('restart', false)],
  solution: [],
};

const having = (...steps: ((incident: Incident) => Incident)[]) =>
  steps.reduce((incident, step) => step(incident), NEW_INCIDENT);
const looks =
  (...places: number[]) =>
  (incident: Incident) =>
    places.reduce(look, incident);
const cause = (place: number) => (incident: Incident) => nameCause(incident, place);
const action = (place: number) => (incident: Incident) => chooseAction(incident, place);

describe('an incident', () => {
  it('goes on while somebody looks; to look again costs nothing', () => {
    expect(minutesUsed(task, NEW_INCIDENT)).toBe(0);
    expect(minutesUsed(task, having(looks(0, 1)))).toBe(7);
    expect(minutesUsed(task, having(looks(0, 1, 0, 1)))).toBe(7);
  });

  it('finds the cause when the right one is named', () => {
    expect(isFound(task.causes, having(cause(0)).causes)).toBe(false);
    expect(isFound(task.causes, having(cause(0), cause(1)).causes)).toBe(true);
  });

  it('is over when both the cause and the action are found', () => {
    expect(isOver(task, having(cause(1)))).toBe(false);
    expect(isOver(task, having(cause(1), action(0)))).toBe(false);
    expect(isOver(task, having(cause(1), action(0), action(1)))).toBe(true);
    expect(scoreOf(task, having(cause(1)))).toBeUndefined();
  });

  it('is passed when both are named at once', () => {
    expect(scoreOf(task, having(looks(2), cause(1), action(1)))).toEqual({
      passed: true,
      minutes: 1,
      of: 8,
      words: 'You found cause and action at once, after 1 of 8 minutes and 1 of 3 looks.',
    });
  });

  it.each([
    [[1], [0, 1]],
    [[0, 1], [1]],
  ])('is not passed with causes %j and actions %j', (causes, actions) => {
    const tried = having(...causes.map(cause), ...actions.map(action));
    expect(scoreOf(task, tried)?.passed).toBe(false);
  });

  it('is not passed by trying everything', () => {
    const score = scoreOf(
      task,
      having(looks(0, 1), cause(0), cause(1), action(0), action(2), action(1)),
    );
    expect(score).toEqual({
      passed: false,
      minutes: 7,
      of: 8,
      words:
        'You found the cause at the second try, the action at the third try, after 7 of 8 minutes and 2 of 3 looks.',
    });
  });
});
