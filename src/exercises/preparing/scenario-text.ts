import type { Exercise } from '../../domain/exercise.ts';
import type { Problem } from '../../domain/problem.ts';
import { readScenario } from '../../simulator/scenario/index.ts';
import type { Scenario } from '../../simulator/settings/scenario.ts';
import { problemIn } from '../problem-in.ts';

/** The text of a shipped scenario; undefined when there is none of this name. */
export type ShippedScenario = (name: string) => string | undefined;

export interface ReadExercise {
  readonly file: string;
  readonly text: string;
  /** Undefined when there are problems. */
  readonly scenario: Scenario | undefined;
  readonly problems: readonly Problem[];
}

/** Reads an exercise's scenario with its changes; whatever is wrong is told with the exercise's own file. */
export function readExercise(exercise: Exercise, shipped: ShippedScenario): ReadExercise {
  const { scenario: source, set, id, title } = exercise;
  if (source.kind === 'own') {
    const file = `${id}.yaml`;
    const read = readScenario(file, source.text, set);
    return {
      file,
      text: source.text,
      scenario: read.scenario && { ...read.scenario, title: read.scenario.title || title },
      problems: read.problems.map((problem) =>
        problem.line === 0
          ? ofSet(exercise, problem)
          : { ...problem, file: exercise.file, line: source.line + problem.line - 1, column: 1 },
      ),
    };
  }
  const file = `${source.name}.yaml`;
  const text = shipped(source.name);
  if (text === undefined)
    return { file, text: '', scenario: undefined, problems: [unknown(exercise, source.name)] };
  const { scenario, problems } = readScenario(file, text, set);
  return {
    file,
    text,
    scenario,
    problems: problems.map((problem) =>
      problem.line === 0 ? ofSet(exercise, problem) : ofShipped(exercise, problem),
    ),
  };
}

function unknown(exercise: Exercise, name: string): Problem {
  return problemIn(
    exercise,
    `there is no scenario “${name}”`,
    'name one that swelearn sim list shows, or write the scenario itself after scenario: |',
  );
}

function ofSet(exercise: Exercise, { file, what, fix }: Problem): Problem {
  return problemIn(exercise, `set ${file.replace('--set ', '')}: ${what}`, fix);
}

function ofShipped(exercise: Exercise, { file, line, what, fix }: Problem): Problem {
  return problemIn(exercise, `its scenario has a mistake, ${file}:${line}: ${what}`, fix);
}
