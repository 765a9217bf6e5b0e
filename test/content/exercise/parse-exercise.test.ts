import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { parseExercise } from '../../../src/content/exercise/parse-exercise.ts';
import type { ExerciseTask } from '../../../src/domain/exercise.ts';
import { exerciseText, programs } from './example.ts';

const parse = (source: string) => parseExercise('/deck/x.md', source);
const taskOf = (source: string) => parse(source).exercise?.task;
const readme = readFileSync(new URL('../../../content/README.md', import.meta.url), 'utf8');
const documented = [...readme.matchAll(/^````markdown\n(---\n.*?)^````$/gms)].map(([, text = '']) =>
  parse(text),
);
const documentedTask = (kind: ExerciseTask['kind']) =>
  documented.find(({ exercise }) => exercise?.task.kind === kind)?.exercise?.task;

describe('the examples of the format', () => {
  it('show each kind once, without a problem', () => {
    expect(documented.map(({ problems }) => problems)).toEqual([[], [], [], []]);
    expect(documented.map(({ exercise }) => exercise?.task.kind)).toEqual([
      'predict',
      'tune',
      'diagnose',
      'code',
    ]);
  });

  it('read a predict', () => {
    expect(documented[0]?.exercise).toEqual({
      id: 'two-mails-for-one-report',
      title: 'The report that came twice',
      topic: 'visibility-timeout',
      level: 1,
      minutes: 3,
      scenario: { kind: 'shipped', name: 'visibility-timeout-too-short' },
      set: [{ path: 'runFor', value: '30m' }],
      hints: ['Half of the reports take more than 20 s. Which ones outlast the lease?'],
      task: {
        kind: 'predict',
        asks: [
          {
            kind: 'number',
            prompt: 'How many mails are sent twice?',
            metric: 'duplicates',
            tolerance: 0.2,
          },
          {
            kind: 'choice',
            prompt: 'Is a report lost?',
            options: [
              { text: 'No', when: { lost: 0 }, why: 'Both workers finish.' },
              {
                text: 'Yes',
                when: { lost: { above: 0 } },
                why: 'A late delete does nothing: {{lost}} are lost.',
              },
            ],
          },
          {
            kind: 'curve',
            prompt: 'How many are sent twice as the lease grows?',
            knob: 'queues.reports.visibilityTimeout',
            at: ['30s', '60s', '180s'],
            metric: 'duplicates',
            tolerance: 0.5,
          },
        ],
        solution: [{ path: 'queues.reports.visibilityTimeout', value: '180s' }],
      },
      story:
        'Ten workers make reports and mail them. A report is hidden for 30 s while it is worked on.',
      debrief:
        '{{duplicates}} mails went out twice; with a lease of three minutes it is {{solved.duplicates}}.',
      file: '/deck/x.md',
    });
  });

  it('read a tune', () => {
    expect(documentedTask('tune')).toEqual({
      kind: 'tune',
      knobs: [
        {
          path: 'queues.reports.visibilityTimeout',
          label: 'How long a report is hidden',
          range: { from: '5s', to: '10m' },
        },
        {
          path: 'consumers.workers.count',
          label: 'consumers.workers.count',
          range: { choose: ['10', '20', '40'] },
        },
      ],
      shows: ['latency.p99', 'cost.dollars'],
      solution: [{ path: 'queues.reports.visibilityTimeout', value: '180s' }],
    });
  });

  it('read a diagnose', () => {
    expect(documentedTask('diagnose')).toMatchObject({
      kind: 'diagnose',
      at: '8m',
      looks: [
        { title: 'Queue depth', minutes: 1, shows: { kind: 'series' } },
        {
          minutes: 2,
          shows: {
            kind: 'values',
            metrics: ['consumers.workers.utilisation', 'services.database.utilisation'],
          },
        },
        { minutes: 5, shows: { kind: 'log', of: 'workers' } },
        { minutes: 5, shows: { kind: 'story', metric: 'latency.max' } },
        { minutes: 0.5, shows: { kind: 'alarms' } },
      ],
      causes: [{ correct: true }, { correct: false }],
      actions: [{ correct: true }, { correct: false }],
      solution: [{ path: 'services.database.latency', value: '50ms' }],
    });
  });

  it('read a code, with its programs as files', () => {
    const task = documentedTask('code');
    expect(task).toMatchObject({
      role: 'consumer',
      part: 'workers',
      mistakes: [
        {
          id: 'acks-first',
          effect: 'The order is gone when its worker crashes before it counts.',
          fails: 'lost',
        },
      ],
    });
    expect(task?.kind === 'code' && task.starter).toBe(
      "/** @type {import('./exercise').Handle} */\nexport async function handle(message, { work, ledger }) {\n  await work();\n  await ledger.add('orders');\n  await message.delete();\n}\n",
    );
  });
});

describe('parseExercise', () => {
  it('keeps a scenario of its own as it is written, and tells the line on which it begins', () => {
    const own = '|  # a remark\n  # Title: "quoted"\n\n  seed: 1\n    odd:  spaces';
    const source = exerciseText({ scenario: own });
    const text = '# Title: "quoted"\n\nseed: 1\n  odd:  spaces\n';
    const { exercise, problems } = parse(source);
    expect(problems).toEqual([]);
    expect(exercise?.scenario).toEqual({ kind: 'own', text, line: 9 });
    expect(source.split('\n')[9 - 1]).toBe('  # Title: "quoted"');
  });

  it('ends a scenario at the end of the front matter with its line', () => {
    const source = exerciseText({ scenario: undefined }).replace(
      '\n---\nReports',
      '\nscenario: |\n  seed: 1\n---\nReports',
    );
    const scenario = { kind: 'own', text: 'seed: 1\n', line: 11 };
    expect(parse(source).exercise?.scenario).toEqual(scenario);
  });

  it('keeps values as --set would take them', () => {
    const set =
      '{ a.b: 60s, c: 40, d: "40", e: 1.5, f: true, g: null, h: [1, { x: y }], i: 20/s, j: "a: b" }';
    expect(parse(exerciseText({ set })).exercise?.set).toEqual([
      { path: 'a.b', value: '60s' },
      { path: 'c', value: '40' },
      { path: 'd', value: '"40"' },
      { path: 'e', value: '1.5' },
      { path: 'f', value: 'true' },
      { path: 'g', value: 'null' },
      { path: 'h', value: '[ 1, { x: y } ]' },
      { path: 'i', value: '20/s' },
      { path: 'j', value: '"a: b"' },
    ]);
  });

  it('puts whatever is set on one line that means the same', () => {
    const words = fc.oneof(fc.string(), fc.constantFrom('a\n b\n', '40', 'null', '- a', ' '));
    const json = fc.object({
      key: fc.stringMatching(/^[a-z.]{1,6}$/),
      values: [words, fc.integer(), fc.boolean(), fc.constantFrom(null, 1.5)],
    });
    fc.assert(
      fc.property(json, (a) => {
        const { exercise } = parse(exerciseText({ set: JSON.stringify({ a }) }));
        const [{ value = '' } = {}] = exercise?.set ?? [];
        expect(value).not.toContain('\n');
        expect(parseYaml(value)).toEqual(a);
      }),
    );
  });

  it('leaves out what may be left out', () => {
    expect(parse(exerciseText()).exercise).toMatchObject({ set: [], hints: [] });
    expect(taskOf(exerciseText())).toMatchObject({ shows: [] });
    expect(taskOf(exerciseText({ kind: 'diagnose' }))).toMatchObject({ at: undefined });
    expect(taskOf(exerciseText({ kind: 'predict' }))).not.toHaveProperty('solution');
  });

  it.each([
    ['2m', 2],
    ['90s', 1.5],
    ['1h', 60],
    ['0.5 min', 0.5],
  ])('counts a look that costs %s as %d minutes', (costs, minutes) => {
    const looks = `[{ look: Depth, costs: ${costs}, series: lost }]`;
    expect(taskOf(exerciseText({ kind: 'diagnose', looks }))).toMatchObject({
      looks: [{ minutes }],
    });
  });

  it('keeps the lines of hints, and a heading that stands in a fence', () => {
    const body = 'Story.\n\n```\n## Debrief\n```\n\n### More\n\nWords.\n\n## debrief\n\nSo.\n';
    const { exercise, problems } = parse(
      exerciseText({ hints: '\n  - |\n    One\n\n    Two' }, body),
    );
    expect(problems).toEqual([]);
    expect(exercise?.hints).toEqual(['One\n\nTwo']);
    expect(exercise?.story).toBe('Story.\n\n```\n## Debrief\n```\n\n### More\n\nWords.');
    expect(exercise?.debrief).toBe('So.');
  });

  it('lets no control character that YAML decodes into a text, a key or a problem', () => {
    const { problems } = parse(exerciseText({ '"x\\e[31m"': '1' }));
    const { exercise } = parse(exerciseText({ title: '"A\\e[31m\\nB"', hints: '["C\\e[31m"]' }));
    expect(exercise).toMatchObject({ title: 'A B', hints: ['C'] });
    expect(problems.map(({ what }) => what)).toEqual(['x is no key of a tune exercise']);
  });

  it('reads the programs of a producer, and a metric in code marks', () => {
    const body = programs.join('\n\n').replace('Fails: duplicates', 'Fails: `latency.p99`');
    const source = exerciseText({ kind: 'code', program: '{ producer: shop }' }, body);
    expect(taskOf(source)).toMatchObject({
      role: 'producer',
      part: 'shop',
      mistakes: [{ id: 'no-ack', fails: 'latency.p99' }],
    });
  });

  it('is still of use without a story or a debrief', () => {
    const { exercise, problems } = parse(exerciseText({}, ''));
    expect(exercise).toMatchObject({ story: '', debrief: '' });
    expect(problems).toHaveLength(2);
  });
});
