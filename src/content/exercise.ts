import * as v from 'valibot';
import type { Exercise } from '../domain/exercise.ts';
import type { Problem } from '../domain/problem.ts';
import { id, oneOf, readFields, text } from './fields.ts';
import { splitFrontMatter } from './front-matter.ts';

const schema = v.object({
  id,
  title: text,
  topic: id,
  kind: oneOf(['predict', 'tune', 'diagnose', 'code']),
  level: v.picklist([1, 2, 3], 'write 1, 2 or 3'),
  // The exercises room reads these; here they only have their place.
  scenario: v.optional(v.unknown()),
  knobs: v.optional(v.unknown()),
  checks: v.optional(v.unknown()),
  solution: v.optional(v.unknown()),
  hints: v.optional(v.unknown()),
});

/** Reads an exercise: the story is the text, the debrief its last section. */
export function parseExercise(
  file: string,
  source: string,
): { exercise: Exercise | undefined; problems: Problem[] } {
  const frontMatter = splitFrontMatter(source);
  const { fields, problems } = readFields(file, frontMatter, schema);
  const [story = '', debrief = ''] = frontMatter.body
    .split(/^## Debrief[ \t]*$/m)
    .map((part) => part.trim());
  const missing = (what: string, fix: string): Problem => ({
    file,
    line: frontMatter.bodyLine,
    column: 1,
    what,
    fix,
  });
  if (story === '')
    problems.push(missing('the exercise has no story', 'write it below the front matter'));
  if (debrief === '')
    problems.push(missing('the exercise has no debrief', 'add a section: ## Debrief'));
  if (!fields) return { exercise: undefined, problems };
  const { id: exerciseId, title, topic, kind, level } = fields;
  return {
    exercise: { id: exerciseId, title, topic, kind, level, story, debrief, file },
    problems,
  };
}
