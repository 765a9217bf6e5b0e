import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExercise } from '../../../src/content/exercise/parse-exercise.ts';
import { exerciseText, programs } from './example.ts';

const problemsOf = (source: string) => parseExercise('x.md', source).problems;
/** `line:column: what. fix` of each. */
const told = (source: string) =>
  problemsOf(source).map(({ line, column, what, fix }) => `${line}:${column}: ${what} | ${fix}`);
type Changes = Readonly<Record<string, string | undefined>>;

describe('what is wrong with the front matter of an exercise', () => {
  it.each<[string, Changes, RegExp[]]>([
    [
      'a missing key',
      { title: undefined },
      [/^1:1: title is missing from the front matter \| add title: write some text/],
    ],
    [
      'a key without a value',
      { level: '' },
      [/^6:1: level is missing from the front matter \| add level: write 1, 2 or 3$/],
    ],
    ['an id that is none', { id: 'Bad Id' }, [/^2:1: id can't be "Bad Id" \| write lower-case/]],
    [
      'a mistyped key',
      { hnits: '[a]' },
      [/^11:1: hnits is no key of a tune exercise \| .*“hints”\?$/],
    ],
    [
      'a key of another kind',
      { asks: '[]' },
      [/^11:1: asks is no key of a tune exercise \| remove it/],
    ],
    [
      'a mistyped kind',
      { kind: 'tunes', knobs: '{}' },
      [
        /^5:1: kind can't be "tunes" \| write one of predict, tune, diagnose, code\. Did you mean “tune”\?$/,
      ],
    ],
    [
      'minutes with a unit',
      { minutes: '3min' },
      [/^7:1: minutes can't be "3min" \| write whole minutes/],
    ],
    [
      'a scenario that is no name',
      { scenario: 'My scenario' },
      [/^8:1: scenario can't be "My scenario" \| write the name/],
    ],
    [
      'a folded scenario, which would lose its lines',
      { scenario: '>\n  seed: 1' },
      [/^8:1: scenario can't be .* \| .*scenario: \|/],
    ],
    ['an empty scenario', { scenario: '|\n' }, [/^8:1: scenario can't be/]],
    ['a scenario as a map', { scenario: '{ seed: 1 }' }, [/^8:1: scenario can't stay as it is/]],
    [
      'a list of hints that is none',
      { hints: 'Look.' },
      [/^11:1: hints can't be "Look\." \| write a list/],
    ],
    [
      'a hint that YAML takes for a map',
      { hints: '\n  - Look: there' },
      [/^12:5: hints\.0 can't stay as it is \| .*quote it/],
    ],
    [
      'an empty solution',
      { solution: '{}' },
      [/^10:1: solution can't stay as it is \| write what mends it/],
    ],
    ['no solution', { solution: undefined }, [/^1:1: solution is missing from the front matter/]],
    [
      'a knob with a mistyped range',
      { knobs: '\n  a.b: { form: 5s, to: 5m }' },
      [/^10:3: knobs\.a\.b can't stay as it is \| .*“from”\?$/],
    ],
    [
      'a knob without an end',
      { knobs: '\n  a.b: { from: 5s }' },
      [/^10:3: knobs\.a\.b\.to is missing \| write a single value/],
    ],
    [
      'a knob with a range and a choice',
      { knobs: '{ a.b: { from: 1, to: 2, choose: [1, 2] } }' },
      [/^9:10: knobs\.a\.b can't stay as it is \| use exactly one of from, choose/],
    ],
    [
      'a choice of one',
      { knobs: '{ a.b: { choose: [1] } }' },
      [/^9:17: knobs\.a\.b\.choose can't stay as it is \| write a list of at least 2/],
    ],
    [
      'a strange key of a knob',
      { knobs: '{ a.b: { from: 1, to: 2, lable: x } }' },
      [/^9:33: knobs\.a\.b\.lable is no key that is known here \| .*“label”\?$/],
    ],
  ])('tells %s', (_name, changes, expected) => {
    const problems = told(exerciseText(changes));
    expect(problems).toHaveLength(expected.length);
    expected.forEach((each, index) => {
      expect(problems[index]).toMatch(each);
    });
  });

  it.each<[string, string, RegExp]>([
    ['no asks', '[]', /^9:1: asks can't stay as it is \| write a list of at least 1/],
    [
      'a mistyped form',
      '\n  - { numbr: How many?, metric: lost, tolerance: 5% }',
      /^10:5: asks\.0 can't stay as it is \| use exactly one of number, choice, curve.*“number”\?$/,
    ],
    [
      'a tolerance without its sign',
      '[{ number: Q?, metric: lost, tolerance: 20 }]',
      /asks\.0\.tolerance can't be 20 \| write a share from 0% to 100%/,
    ],
    [
      'a tolerance above the whole',
      '[{ number: Q?, metric: lost, tolerance: 120% }]',
      /asks\.0\.tolerance can't be "120%"/,
    ],
    [
      'no metric',
      '[{ number: Q?, tolerance: 20% }]',
      /asks\.0\.metric is missing \| write the path of a metric/,
    ],
    [
      'a single option',
      '[{ choice: Q?, options: [{ text: A, when: { lost: 0 }, why: So. }] }]',
      /asks\.0\.options can't stay as it is \| write a list of at least 2/,
    ],
    [
      'an option that never holds',
      '[{ choice: Q?, options: [{ text: A, when: {}, why: So. }, { text: B, when: { lost: 0 }, why: No. }] }]',
      /asks\.0\.options\.0\.when can't stay as it is \| write metrics/,
    ],
    [
      'an option without its reason',
      '[{ choice: Q?, options: [{ text: A, when: { lost: 1 } }, { text: B, when: { lost: 0 }, why: No. }] }]',
      /asks\.0\.options\.0\.why is missing/,
    ],
    [
      'a curve of one point',
      '[{ curve: Q?, knob: a.b, at: [1], metric: lost, tolerance: 5% }]',
      /asks\.0\.at can't stay as it is \| write a list of at least 2/,
    ],
  ])('tells %s of a predict', (_name, asks, expected) => {
    const problems = told(exerciseText({ kind: 'predict', asks }));
    expect(problems).toEqual([expect.stringMatching(expected)]);
  });

  it.each<[string, Changes, RegExp]>([
    [
      'a time without its unit',
      { at: '12' },
      /^13:1: at can't be 12 \| write a time with its unit/,
    ],
    [
      'two right causes',
      { causes: '[{ text: A, correct: true, why: So. }, { text: B, correct: true, why: So. }]' },
      /^10:1: causes can't stay as it is \| mark exactly one/,
    ],
    [
      'no right action',
      { actions: '[{ text: A, why: So. }, { text: B, why: So. }]' },
      /^11:1: actions can't stay as it is \| mark exactly one/,
    ],
    [
      'a cause without its reason',
      { causes: '[{ text: A, correct: true }, { text: B, why: So. }]' },
      /causes\.0\.why is missing/,
    ],
    [
      'a look that shows two things',
      { looks: '[{ look: L, costs: 1m, log: w, alarms: true }]' },
      /looks\.0 can't stay as it is \| use exactly one of series, values, log, story, alarms/,
    ],
    [
      'a look with a mistyped show',
      { looks: '[{ look: L, costs: 1m, seris: lost }]' },
      /“series”\?$/,
    ],
    [
      'a look that costs nothing',
      { looks: '[{ look: L, costs: 0m, log: w }]' },
      /looks\.0\.costs can't be "0m"/,
    ],
    ['a look without its price', { looks: '[{ look: L, log: w }]' }, /looks\.0\.costs is missing/],
    [
      'alarms that are off',
      { looks: '[{ look: L, costs: 1m, alarms: false }]' },
      /looks\.0\.alarms can't be false \| write alarms: true/,
    ],
  ])('tells %s of a diagnose', (_name, changes, expected) => {
    const problems = told(exerciseText({ kind: 'diagnose', ...changes }));
    expect(problems).toEqual([expect.stringMatching(expected)]);
  });

  it('tells every problem at once, in the order of the file', () => {
    const source = exerciseText(
      { level: '9', knobs: '{ a: { from: 1 } }', extra: '1' },
      'Story.\n',
    );
    expect(problemsOf(source).map(({ line }) => line)).toEqual([6, 9, 11, 13]);
  });

  it.each([
    ['no front matter', 'Just words.\n', /^1:1: the exercise has no front matter/],
    [
      'front matter in a programming language',
      '---js\n{ id: process.exit() }\n---\n',
      /^1:1: the exercise has no front matter/,
    ],
    [
      'YAML that is broken',
      '---\nid: a\ntitle: x: y\n---\n',
      /^3:8: this is no YAML: .* \| put quotes/,
    ],
    ['a key written twice', '---\nid: a\nid: b\n---\n', /^3:1: this key is written twice/],
    ['an alias', '---\nid: &a b\ntitle: *a\n---\n', /^3:8: an alias repeats/],
    [
      'a claim without quotes',
      '---\nid: a\ntitle: {{lost}}\n---\n',
      /^3:9: a key is no text \| put quotes/,
    ],
    ['nesting without end', `---\nid: ${'['.repeat(500)}\n---\n`, /nested too deep/],
    ['a file that is no exercise', `---\nid: ${'x'.repeat(70_000)}\n---\n`, /longer than 64 KiB/],
  ])('tells %s', (_name, source, expected) => {
    const { exercise, problems } = parseExercise('x.md', source);
    expect(exercise).toBeUndefined();
    expect(problems.map((p) => `${p.line}:${p.column}: ${p.what} | ${p.fix}`)).toEqual([
      expect.stringMatching(expected),
    ]);
  });

  it('never throws, and always says what to do', () => {
    const value = fc.oneof(
      fc.jsonValue().map((json) => JSON.stringify(json)),
      fc.string(),
    );
    const keys = ['asks', 'knobs', 'looks', 'causes', 'set', 'scenario', 'at', 'program', 'hints'];
    const kind = fc.constantFrom('predict', 'tune', 'diagnose', 'code');
    fc.assert(
      fc.property(
        kind,
        fc.dictionary(fc.constantFrom(...keys), value),
        fc.string(),
        (of, changes, body) => {
          for (const problem of problemsOf(exerciseText({ kind: of, ...changes }, body))) {
            expect(problem.line).toBeGreaterThan(0);
            // What YAML itself finds is told in its parser's words.
            const what = problem.what.replace(/^this is no YAML: .*$/, '');
            expect(what).not.toMatch(/Expected|Invalid|undefined/);
            expect(problem.fix).not.toMatch(/Expected|Invalid|undefined|^$/);
          }
        },
      ),
    );
  });
});

describe('what is wrong with the text of an exercise', () => {
  const code = (from: string, to: string) =>
    told(exerciseText({ kind: 'code' }, programs.join('\n\n').replace(from, to)));

  it('is nothing in a good one', () => {
    expect(code('', '')).toEqual([]);
  });

  it.each<[string, string, string, RegExp[]]>([
    [
      'a missing starter',
      '## Starter',
      '### Starter',
      [/^11:1: the exercise has no starter \| add a section: ## Starter/],
    ],
    [
      'a mistyped section',
      '## Mistakes',
      '## Mistake',
      [
        /^11:1: the exercise has no mistakes/,
        /^27:1: “Mistake” is no section of a code exercise \| .*“Mistakes”\?$/,
      ],
    ],
    [
      'a section that is there twice',
      '## Debrief',
      '## Solution\n\nx\n\n## Debrief',
      [/the section “Solution” is there twice/],
    ],
    ['an empty debrief', 'So.', '', [/^37:1: the exercise has no debrief \| write it/]],
    [
      'a program in no language',
      '```js\nexport function handle() {}',
      '```\nexport function handle() {}',
      [/^13:1: the section “Starter” has no program \| .*```js/, /only the program is read here/],
    ],
    [
      'a second program',
      '## Solution',
      '```js\n1;\n```\n\n## Solution',
      [/^19:1: the section “Starter” has a second program/],
    ],
    [
      'an empty program',
      'export function handle() {}',
      ' ',
      [/the program of the section “Starter” is empty/],
    ],
    [
      'words beside a program',
      '## Solution',
      'Begin here.\n\n## Solution',
      [/^19:1: only the program is read here/],
    ],
    [
      'a mistake without its effect',
      '### no-ack: The queue hands it out again.',
      '### no-ack',
      [/^29:1: “no-ack” names no mistake and its effect/],
    ],
    [
      'a mistake that fails nothing',
      'Fails: duplicates',
      '',
      [/^29:1: the mistake no-ack doesn't say which check catches it/],
    ],
    [
      'a mistake that fails twice',
      'Fails: duplicates',
      'Fails: duplicates\n\nFails: lost',
      [/^37:1: the mistake no-ack fails twice/],
    ],
    [
      'words beside a mistake',
      'Fails: duplicates',
      'Fails: duplicates\n\nIt does.',
      [/only the program and the Fails: line/],
    ],
    [
      'words before the first mistake',
      '### no-ack',
      'Some.\n\n### no-ack',
      [/^29:1: this text belongs to no mistake/],
    ],
    [
      'a mistake shown twice',
      '## Debrief',
      '### no-ack: Again.\n\n```js\n1;\n```\n\nFails: lost\n\n## Debrief',
      [/the mistake no-ack is shown twice/],
    ],
  ])('tells %s', (_name, from, to, expected) => {
    const problems = code(from, to);
    expect(problems).toHaveLength(expected.length);
    expected.forEach((each, index) => {
      expect(problems[index]).toMatch(each);
    });
  });

  it('tells a section of another kind', () => {
    expect(told(exerciseText({}, 'Story.\n\n## Starter\n\nx\n\n## Debrief\n\nSo.\n'))).toEqual([
      expect.stringMatching(/^14:1: “Starter” is no section of a tune exercise/),
    ]);
  });

  it('has no use for a code exercise without its programs, and does without a mistake', () => {
    const parse = (from: string, to: string) =>
      parseExercise('x.md', exerciseText({ kind: 'code' }, programs.join('\n\n').replace(from, to)))
        .exercise;
    expect(parse('## Solution', '### Solution')).toBeUndefined();
    expect(parse('Fails: duplicates', '')?.task).toMatchObject({ mistakes: [] });
  });
});
