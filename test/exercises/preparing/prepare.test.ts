import { describe, expect, it } from 'vitest';
import type { Ask, Look, TuneTask } from '../../../src/domain/exercise.ts';
import { prepare } from '../../../src/exercises/index.ts';
import { exerciseOf, MAIL, noScenario, ready, wrong } from '../exercise.ts';

const predict = (...asks: Ask[]) => exerciseOf({ kind: 'predict', asks });
const NOTHING = predict();
const LEASE = 'queues.reports.visibilityTimeout';

const tune = (changes: Partial<TuneTask>) =>
  exerciseOf({ kind: 'tune', knobs: [], shows: [], solution: [], ...changes });
const looking = (shows: Look['shows'], at?: string) =>
  exerciseOf({
    kind: 'diagnose',
    at,
    looks: [{ title: 'Here', minutes: 2, shows }],
    causes: [],
    actions: [],
    solution: [],
  });

describe('to prepare an exercise', () => {
  it('reads its own scenario, with what the exercise sets', () => {
    const { scenario } = ready({ ...NOTHING, set: [{ path: LEASE, value: '7s' }] });
    expect(scenario.queues.reports?.visibilityTimeoutSeconds).toBe(7);
    expect(scenario.title).toBe('The mail');
  });

  it('calls a scenario without a title like the exercise', () => {
    const text = MAIL.replace('# The mail\n', '');
    const { scenario } = ready({ ...NOTHING, scenario: { kind: 'own', text, line: 1 } });
    expect(scenario.title).toBe(NOTHING.title);
  });

  it('reads a shipped scenario', () => {
    const shipped = { ...NOTHING, scenario: { kind: 'shipped', name: 'mail' } as const };
    const { prepared } = prepare(shipped, (name) => (name === 'mail' ? MAIL : undefined));
    expect(prepared?.scenario.name).toBe('mail');
    expect(wrong(shipped)[0]).toContain(
      'content/mail-twice.md:1:1: there is no scenario “mail” | name one',
    );
  });

  it('tells a mistake in its own scenario with the line of the exercise’s file', () => {
    const text = MAIL.replace('count: 4', 'count: many');
    expect(wrong({ ...NOTHING, scenario: { kind: 'own', text, line: 10 } })).toEqual([
      'content/mail-twice.md:24:1: consumers.workers.count can’t be “many” | write a whole number from 0 to 100000, e.g. 1',
    ]);
  });

  it('tells a mistake in a shipped scenario, and in what the exercise sets', () => {
    const shipped = { ...NOTHING, scenario: { kind: 'shipped', name: 'mail' } as const };
    const broken = prepare(shipped, () => MAIL.replace('1/s', '1'));
    expect(broken.problems[0]).toMatchObject({
      file: NOTHING.file,
      line: 1,
      what: expect.stringContaining(
        'its scenario has a mistake, mail.yaml:11: producers.customers',
      ),
    });
    expect(wrong({ ...NOTHING, set: [{ path: LEASE, value: '7' }] })).toEqual([
      `content/mail-twice.md:1:1: set ${LEASE}=7: ${LEASE} can’t be 7 | add a unit: 7s, 7ms, 7m`,
    ]);
  });

  it.each<[string, ReturnType<typeof exerciseOf>, string]>([
    [
      'an asked metric',
      predict({ kind: 'number', prompt: '?', metric: 'duplicate', tolerance: 0.1 }),
      'there is no metric “duplicate” | name one, such as lost or latency.p99. Did you mean “duplicates” or',
    ],
    [
      'the metric of an option',
      predict({
        kind: 'choice',
        prompt: '?',
        options: [{ text: 'none', when: { lots: 0 }, why: '' }],
      }),
      'the option “none”: lots can’t be 0 | name a metric',
    ],
    [
      'the condition of an option',
      predict({
        kind: 'choice',
        prompt: '?',
        options: [{ text: 'late', when: { lost: 0, 'latency.p99': { above: 5 } }, why: '' }],
      }),
      'the option “late”: latency.p99.above can’t be 5 | add a unit: 5s, 5ms, 5m',
    ],
    [
      'the knob of a curve',
      predict({
        kind: 'curve',
        prompt: '?',
        knob: 'consumers.worker.count',
        at: ['1'],
        metric: 'lost',
        tolerance: 0.1,
      }),
      'consumers.worker.count: 1: consumers has no “worker” | it has workers. Did you mean “workers”?',
    ],
    [
      'a range that doesn’t fit',
      tune({ knobs: [{ path: LEASE, label: '', range: { from: '5s', to: '30h' } }] }),
      `${LEASE}: 30h: ${LEASE} can’t be “30h”`,
    ],
    [
      'a range the wrong way round',
      tune({ knobs: [{ path: LEASE, label: '', range: { from: '2m', to: '5s' } }] }),
      `the range of ${LEASE}, 2m to 5s, can’t be gone through`,
    ],
    [
      'a choice that is none',
      tune({
        knobs: [
          { path: 'consumers.workers.deletes', label: '', range: { choose: ['each', 'all'] } },
        ],
      }),
      'consumers.workers.deletes can’t be “all” | write one of each, batch',
    ],
    ['a metric that is shown', tune({ shows: ['cost.dolars'] }), 'Did you mean “cost.dollars”'],
    [
      'a setting of the solution',
      tune({ solution: [{ path: 'queues.reprots.delay', value: '1s' }] }),
      'queues.reprots.delay: 1s: queues has no “reprots”',
    ],
    [
      'a series',
      looking({ kind: 'series', metric: 'queues.reports.visible' }),
      'the look “Here”: there is no metric “queues.reports.visible”',
    ],
    [
      'who writes a log',
      looking({ kind: 'log', of: 'worker' }),
      'nothing is called “worker” that writes a log | name one of workers, smtp, customers. Did you mean “workers”?',
    ],
    ['a moment without a unit', looking({ kind: 'alarms' }, '12'), 'at can’t be “12”'],
    ['a moment after the run', looking({ kind: 'alarms' }, '9h'), 'at can’t be “9h”'],
    [
      'a part to program',
      exerciseOf({
        kind: 'code',
        role: 'consumer',
        part: 'worker',
        starter: '',
        solution: '',
        mistakes: [{ id: 'none', effect: '', program: '', fails: 'oversold' }],
      }),
      'its scenario has no consumer “worker” | name one of workers. Did you mean “workers”?',
    ],
  ])('finds %s', (_, exercise, problem) => {
    expect(wrong(exercise).join('\n')).toContain(problem);
  });

  it('wants checks where something has to be solved', () => {
    const text = MAIL.replace(/checks:[\s\S]*/, '');
    const found = wrong({ ...tune({}), scenario: { kind: 'own', text, line: 1 } });
    expect(found.join()).toContain('its scenario has no checks to pass');
    ready({ ...NOTHING, scenario: { kind: 'own', text, line: 1 } });
  });

  it('wants alarms where a look shows them, and mistakes that a check catches', () => {
    const text = MAIL.replace(/alarms:[\s\S]*checks:/, 'checks:');
    const found = wrong({
      ...looking({ kind: 'alarms' }),
      scenario: { kind: 'own', text, line: 1 },
    });
    expect(found.join()).toContain('the look “Here”: the scenario has no alarms');
    const mistakes = [{ id: 'hasty', effect: '', program: '', fails: 'losts' }];
    const code = { kind: 'code', role: 'consumer', part: 'workers', starter: '', solution: '' };
    expect(wrong(exerciseOf({ ...code, mistakes } as never)).join()).toContain(
      'the mistake hasty fails losts, which the scenario doesn’t check | name one of duplicates, lost. Did you mean “lost”?',
    );
  });

  it('never throws, whatever the text of the scenario', () => {
    for (const text of ['', '[', 'queues: 5', '- a', 'checks: [{}]'])
      expect(
        prepare({ ...NOTHING, scenario: { kind: 'own', text, line: 3 } }, noScenario).problems
          .length,
      ).toBeGreaterThan(0);
  });
});
