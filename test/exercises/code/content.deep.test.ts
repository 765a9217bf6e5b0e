import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseExercise } from '../../../src/content/exercise/parse-exercise.ts';
import type { CodeTask, Exercise } from '../../../src/domain/exercise.ts';
import { formatProblem } from '../../../src/domain/problem.ts';
import { judgeProgram, readProgram } from '../../../src/exercises/code/index.ts';
import { type Prepared, prepare } from '../../../src/exercises/index.ts';
import { Sandboxes } from '../../../src/platform/sandbox.ts';
import { shippedScenario } from '../guide.ts';
import { findings } from './judged.ts';
import { PATTERNS } from './styles/patterns.ts';

type CodeExercise = Exercise & { readonly task: CodeTask };

const CONTENT = join(import.meta.dirname, '../../../content');
const STYLES = join(import.meta.dirname, 'styles');
const SEEDS = 20;
/** So many wrong programs has each code exercise. */
const FEWEST_MISTAKES = 4;
/** And so many a topic with several. */
const FEWEST_OF_SEVERAL = 10;
/** In so many exercises or ways each pattern must be met. */
const FEWEST_OF_A_PATTERN = 3;

const exercises = shippedCodeExercises();
const mistakes = exercises.flatMap(({ id, task }) =>
  task.mistakes.map((mistake) => `${id}/${mistake.id}`),
);

describe('the code exercises that are shipped', () => {
  it('have four wrong programs each, and ten a topic in four topics at least', () => {
    const counts: Record<string, number> = {};
    for (const { topic, task } of exercises)
      counts[topic] = (counts[topic] ?? 0) + task.mistakes.length;
    print('wrong programs', counts);
    const several = Object.values(counts).filter((count) => count >= FEWEST_OF_SEVERAL);
    expect(several.length).toBeGreaterThanOrEqual(4);
    const few = exercises.filter(({ task }) => task.mistakes.length < FEWEST_MISTAKES);
    expect(few.map(({ id }) => id)).toEqual([]);
  });

  it('meet each of the common mistakes several times', () => {
    const known = new Set(mistakes);
    print(
      'common mistakes',
      Object.fromEntries(Object.entries(PATTERNS).map(([name, { length }]) => [name, length])),
    );
    for (const [name, programs] of Object.entries(PATTERNS)) {
      expect(programs.length, name).toBeGreaterThanOrEqual(FEWEST_OF_A_PATTERN);
      expect(programs.filter((program) => !known.has(program))).toEqual([]);
    }
  });

  it('say what comes of each wrong program', () => {
    const all = exercises.flatMap(({ task }) => task.mistakes);
    expect(all.filter(({ effect }) => !/^[A-Z].{20,}\.$/.test(effect))).toEqual([]);
  });

  it('begin with a line that lets editors complete names', () => {
    const without = exercises.filter(
      ({ task: { role, starter } }) =>
        !starter.startsWith(
          `/** @type {import('./exercise').${role === 'consumer' ? 'Handle' : 'Write'}} */\n`,
        ),
    );
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  it.each(exercises)('accept a right program of another style: $id', async (exercise) => {
    const style = readFileSync(join(STYLES, `${exercise.id}.js`), 'utf8');
    expect(style).not.toBe(exercise.task.solution);
    const { prepared, problems } = prepare(exercise, shippedScenario);
    expect(problems.map(formatProblem)).toEqual([]);
    const verdict = await judged(prepared, exercise.task, style);
    expect(findings(verdict)).toEqual([]);
    expect(verdict).toMatchObject({ passed: true, seeds: SEEDS });
  });
});

async function judged(prepared: Prepared | undefined, { role, part }: CodeTask, text: string) {
  const { program, troubles } = readProgram(text, role, 'style.js');
  if (!(prepared && program)) throw new Error(troubles.map(({ what }) => what).join('\n'));
  const { scenario } = prepared;
  const seeds = Array.from({ length: SEEDS }, (_, index) => scenario.seed + index);
  return judgeProgram({ program, part, scenario, sandboxes: new Sandboxes() }, seeds);
}

function shippedCodeExercises(): CodeExercise[] {
  const files = readdirSync(CONTENT, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => /exercises[\\/][^\\/]+\.md$/.test(file))
    .sort()
    .flatMap((file) => {
      const text = readFileSync(join(CONTENT, file), 'utf8');
      const { exercise } = parseExercise(file, text);
      return exercise?.task.kind === 'code' ? [{ ...exercise, task: exercise.task }] : [];
    });
}

function print(title: string, counts: Readonly<Record<string, number>>): void {
  const lines = Object.entries(counts).map(([name, count]) => `  ${name}: ${count}\n`);
  process.stdout.write(`${title}\n${lines.join('')}`);
}
