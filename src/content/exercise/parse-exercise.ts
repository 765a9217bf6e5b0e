import * as v from 'valibot';
import type { Exercise, ExerciseKind, ExerciseTask } from '../../domain/exercise.ts';
import type { Level } from '../../domain/level.ts';
import { compareProblems, type Problem } from '../../domain/problem.ts';
import { type Body, readBody } from './body.ts';
import { code } from './code.ts';
import { diagnose } from './diagnose.ts';
import { type ExerciseFrontMatter, readFrontMatter } from './front-matter.ts';
import { troubleOf } from './issues.ts';
import { type Kind, listOf, oneOf, required, strangerFix } from './kind.ts';
import { predict } from './predict.ts';
import { type ComplainAt, readPrograms } from './programs.ts';
import { scenarioSource } from './scenario-source.ts';
import { tune } from './tune.ts';
import { duration, id, markdown, someSettings, text } from './values.ts';

const READERS = { predict, tune, diagnose, code } as const;
const KINDS = Object.keys(READERS) as readonly ExerciseKind[];

/** What every exercise says, whatever its kind, beside its scenario. */
const common = {
  id: required(id),
  title: required(text),
  topic: required(id),
  kind: required(oneOf(KINDS)),
  level: required(v.picklist([1, 2, 3], 'write 1, 2 or 3') as Kind<Level>),
  minutes: required(duration),
  set: someSettings,
  hints: v.optional(listOf(markdown, 0, '["Look at the timeout"]'), []),
};
const COMMON_KEYS = [...Object.keys(common), 'scenario'];

/**
 * Reads a sanitised exercise. It is undefined when its front matter or its programs can't be used; a missing story or
 * debrief is a problem only. What needs the simulator, such as whether a metric exists, is not looked at.
 */
export function parseExercise(
  file: string,
  source: string,
): { exercise: Exercise | undefined; problems: Problem[] } {
  const frontMatter = readFrontMatter(source);
  if ('what' in frontMatter) return { exercise: undefined, problems: [{ file, ...frontMatter }] };
  const problems: Problem[] = [];
  const complain: ComplainAt = (line, what, fix) =>
    problems.push({ file, line, column: 1, what, fix });
  const read: Read = (kind) => {
    const result = v.safeParse(kind, frontMatter.data);
    for (const issue of result.issues ?? [])
      problems.push({ file, ...troubleOf(issue, frontMatter) });
    return result.success ? result.output : undefined;
  };

  const kind = KINDS.find((name) => name === frontMatter.data.kind);
  const about = read(v.object({ ...common, scenario: required(scenarioSource(frontMatter)) }));
  for (const trouble of strangers(frontMatter, kind)) problems.push({ file, ...trouble });
  const body = readBody(frontMatter.body, frontMatter.bodyLine, kind, complain);
  const task = kind && readTask(kind, read, body, complain);
  problems.sort(compareProblems);
  if (!about || !task) return { exercise: undefined, problems };
  const { kind: _, ...rest } = about;
  const { story, debrief } = body;
  return { exercise: { ...rest, task, story, debrief, file }, problems };
}

/** Reads one side of the front matter; undefined, with its problems told, when it can't be used. */
type Read = <Value>(kind: Kind<Value>) => Value | undefined;

function readTask(
  kind: ExerciseKind,
  read: Read,
  body: Body,
  complain: ComplainAt,
): ExerciseTask | undefined {
  if (kind !== 'code') return read<ExerciseTask>(READERS[kind].task);
  const role = read(code.role);
  const programs = readPrograms(body.section, complain);
  return role && programs && { kind, ...role, ...programs };
}

/** Keys that this kind of exercise doesn't have. While the kind isn't known, those of all kinds may be there. */
function strangers({ data, place }: ExerciseFrontMatter, kind: ExerciseKind | undefined) {
  const ofKinds = (kind ? [kind] : KINDS).flatMap((name) => READERS[name].keys);
  const known = [...new Set([...COMMON_KEYS, ...ofKinds])];
  return Object.keys(data)
    .filter((key) => !known.includes(key))
    .map((key) => ({
      ...place([key]),
      what: `${key} is no key of ${kind ? `a ${kind}` : 'an'} exercise`,
      fix: strangerFix(key, known),
    }));
}
