import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/domain/dialogue.ts';
import type { DiagnoseTask, Look } from '../../../src/domain/exercise.ts';
import { exerciseOf } from '../exercise.ts';
import { allSaid, begun, choose, played, promptOf, resultOf, rowWords, words } from './play.ts';

const look = (title: string, minutes: number, shows: Look['shows']): Look => ({
  title,
  minutes,
  shows,
});
const named = (text: string, correct = false) => ({
  text,
  correct,
  why: `${text}: {{lost}} lost.`,
});
const task: DiagnoseTask = {
  kind: 'diagnose',
  at: '1m',
  looks: [
    look('Mails', 1, { kind: 'series', metric: 'duplicates' }),
    look('Numbers', 0.5, { kind: 'values', metrics: ['lost', 'cost.dollars'] }),
    look('Journal', 5, { kind: 'log', of: 'workers' }),
    look('One mail', 5, { kind: 'story', metric: 'duplicates' }),
    look('Alarms *now*', 2, { kind: 'alarms' }),
  ],
  causes: [named('crashes'), named('short lease', true), named('slow mail server')],
  actions: [named('more workers'), named('longer lease', true)],
  solution: [{ path: 'queues.reports.visibilityTimeout', value: '1m' }],
};
const incident = exerciseOf(task, { hints: ['Look.'], debrief: '{{solved.duplicates}} then.' });
const NAME = choose(task.looks.length);
const cause = (place: number): Answer[] => [NAME, choose(place)];
const BACK = choose(task.causes.length);

describe('an incident', () => {
  it('begins with the story and what can be looked at', () => {
    const { first } = begun(incident);
    expect(allSaid([first])).toBe('Mails go out.');
    const { text, options } = promptOf(first, 'choice');
    expect(text).toBe('0 of 13.5 min used. What do you look at?');
    expect(options).toEqual([
      { text: 'Mails', note: '1 min' },
      { text: 'Numbers', note: '30 s' },
      { text: 'Journal', note: '5 min' },
      { text: 'One mail', note: '5 min' },
      { text: 'Alarms *now*', note: '2 min' },
      { text: 'Name the cause' },
    ]);
  });

  it('shows each thing in its own way', async () => {
    const steps = await played(begun(incident), ...[0, 1, 2, 3, 4].map(choose));
    const [series, values, log, story, alarms] = steps.slice(1).map(({ said: [part] }) => part);
    expect(series).toMatchObject({
      kind: 'curves',
      title: 'Mails',
      curves: [{ name: 'duplicates' }],
    });
    expect(series?.kind === 'curves' && [series.at.length, series.at.at(-1)]).toEqual([60, '60 s']);
    expect(values).toMatchObject({
      title: 'Numbers',
      heads: ['now'],
      rows: [
        { name: 'lost', cells: ['0'] },
        { name: 'cost.dollars', cells: [expect.stringMatching(/^\$/)] },
      ],
    });
    expect(log).toMatchObject({ kind: 'log', title: 'Journal' });
    expect(story).toMatchObject({ title: expect.stringMatching(/^One mail: customers-\d+$/) });
    expect(alarms).toMatchObject({ title: 'Alarms *now*' });
    const rung = alarms?.kind === 'rows' ? alarms.rows.map(rowWords) : [];
    expect(rung).toContainEqual(expect.stringMatching(/^wrong \| twice \| rings since \d/));
    expect(rung).toContainEqual(expect.stringMatching(/^none \| backlog \| quiet \| /));
  });

  it('says when there is nothing to follow yet', async () => {
    const early = exerciseOf({ ...task, at: '1s' });
    const steps = await played(begun(early), choose(3));
    expect(allSaid(steps.slice(1))).toBe('One mail\nThere is nothing to follow yet.');
  });

  it('goes on while somebody looks; to look again shows the same and costs nothing', async () => {
    const steps = await played(begun(incident), choose(1), choose(2), choose(1));
    expect(steps[3]?.said).toEqual(steps[1]?.said);
    const { text, options } = promptOf(steps[3], 'choice');
    expect(text).toBe('5.5 of 13.5 min used. What do you look at?');
    expect(options[1]).toEqual({ text: 'Numbers', note: 'looked at', done: true });
    expect(options[0]?.done).toBeUndefined();
  });

  it('goes back to the looks with a cause that is ruled out, and why', async () => {
    const steps = await played(begun(incident), ...cause(0), NAME);
    expect(steps[2]?.said).toEqual([
      { kind: 'verdict', grade: 'wrong', text: '“crashes” is not the cause.' },
      { kind: 'text', text: 'crashes: 0 lost.' },
    ]);
    expect(promptOf(steps[2], 'choice').text).toContain('What do you look at?');
    expect(promptOf(steps[3], 'choice').options).toEqual([
      { text: 'crashes', note: 'ruled out', done: true },
      { text: 'short lease' },
      { text: 'slow mail server' },
      { text: 'Go on looking' },
    ]);
  });

  it('doesn’t count what is named twice', async () => {
    const start = begun(incident);
    const steps = await played(start, ...cause(0), NAME);
    const again = await start.dialogue.answer(choose(0));
    expect(again.trouble).toBe('That one is ruled out already. Choose another.');
    expect(again.prompt).toBe(steps[3]?.prompt);
    expect(start.dialogue.soFar()?.tries).toBe(1);
  });

  it('lets the learner go on looking instead', async () => {
    const start = begun(incident);
    const steps = await played(start, NAME, BACK);
    expect(steps[2]?.prompt).toEqual(steps[0]?.prompt);
    expect(start.dialogue.soFar()).toBeUndefined();
  });

  it.each([-1, 6, 0.5])('offers nothing at place %s', async (place) => {
    const step = await begun(incident).dialogue.answer(choose(place));
    expect(step.trouble).toBe('Choose one from 1 to 6.');
  });

  it('asks for the first action once the cause is found', async () => {
    const steps = await played(begun(incident), ...cause(1), choose(0), choose(1));
    expect(allSaid(steps.slice(2, 3))).toBe('“short lease” is the cause.\nshort lease: 0 lost.');
    expect(promptOf(steps[2], 'choice').text).toBe('What do you do first?');
    expect(allSaid(steps.slice(3, 4))).toContain('“more workers” is not the thing to do first.');
    expect(promptOf(steps[3], 'choice').options[0]?.done).toBe(true);
    expect(allSaid(steps.slice(4))).toContain('“longer lease” is the thing to do first.');
    expect(steps[4]?.prompt.kind).toBe('words');
  });

  it('ends with the debrief and how it went', async () => {
    const start = begun(incident);
    const steps = await played(start, choose(0), ...cause(1), choose(1), words('leases'));
    expect(allSaid(steps.slice(5))).toBe(
      '0 then.\nYou found cause and action at once, after 1 of 13.5 minutes and 1 of 5 looks.',
    );
    expect(resultOf(steps[5]).explanation).toBe('leases');
    expect(start.dialogue.soFar()).toEqual(resultOf(steps[5]));
  });
});

describe('the result of a diagnosis', () => {
  it.each([
    ['at once', [1], [1], 0, 3, true],
    ['at once, with a hint', [1], [1], 1, 2, true],
    ['the action at the second try', [1], [0, 1], 0, 2, false],
    ['the cause at the second try', [0, 1], [1], 0, 1, false],
    ['everything tried', [0, 2, 1], [0, 1], 1, 1, false],
  ])('%s', async (_, causes, actions, hints, rating, passed) => {
    const start = begun(incident);
    for (let hint = 0; hint < hints; hint += 1) start.dialogue.hint();
    const answers = [choose(0), ...causes.flatMap(cause), ...actions.map(choose), words('')];
    const steps = await played(start, ...answers);
    const tries = Math.max(causes.length, actions.length);
    expect(resultOf(steps.at(-1))).toMatchObject({ rating, passed, hints, tries });
  });

  it('is Hard at best for who guessed without a look', async () => {
    const steps = await played(begun(incident), ...cause(1), choose(1), words(''));
    expect(resultOf(steps.at(-1))).toMatchObject({ rating: 2, passed: true, tries: 1 });
  });

  it.each([[cause(0)], [cause(1)], [[...cause(1), choose(0)]]])(
    'has to come back when the learner leaves before the end (%#)',
    async (answers) => {
      const start = begun(incident);
      await played(start, ...answers);
      expect(start.dialogue.soFar()).toMatchObject({ passed: false, rating: 1 });
    },
  );

  it('is none as long as nothing is named', async () => {
    const start = begun(incident);
    await played(start, choose(0), NAME);
    expect(start.dialogue.soFar()).toBeUndefined();
  });
});
