import type { ExerciseKind } from '../../domain/exercise.ts';
import { didYouMean } from '../../wording/nearest.ts';
import type { ComplainAt } from './programs.ts';
import { markdownOf, type Section, sectionsOf } from './sections.ts';

/** The sections of each kind, below the story. */
const SECTIONS: Readonly<Record<ExerciseKind, readonly string[]>> = {
  predict: ['Debrief'],
  tune: ['Debrief'],
  diagnose: ['Debrief'],
  code: ['Starter', 'Solution', 'Mistakes', 'Debrief'],
};

/** The text below the front matter. */
export interface Body {
  readonly story: string;
  readonly debrief: string;
  section(title: string): Section | undefined;
}

/** Reads the text of an exercise of this kind. Of one whose kind isn't known, any section may be there. */
export function readBody(
  text: string,
  bodyLine: number,
  kind: ExerciseKind | undefined,
  complain: ComplainAt,
): Body {
  const [first, ...sections] = sectionsOf(text, bodyLine);
  const section = (title: string) => sections.find((each) => isCalled(each, title));
  const known = SECTIONS[kind ?? 'code'];
  for (const [index, each] of sections.entries()) {
    const { title, line } = each;
    const name = known.find((candidate) => isCalled(each, candidate));
    if (!name)
      complain(
        line,
        `“${title}” is no section of ${kind === undefined ? 'an' : `a ${kind}`} exercise`,
        `use ${known.join(', ')}, or ### for a heading of your own.${didYouMean(title, known)}`,
      );
    else if (sections.slice(0, index).some((before) => isCalled(before, name)))
      complain(line, `the section “${name}” is there twice`, 'make one of the two');
  }
  const story = markdownOf(first);
  if (story === '')
    complain(bodyLine, 'the exercise has no story', 'write it below the front matter');
  for (const title of kind === undefined ? ['Debrief'] : known) {
    if (markdownOf(section(title)) === '')
      complain(
        section(title)?.line ?? bodyLine,
        `the exercise has no ${title.toLowerCase()}`,
        section(title) ? 'write it' : `add a section: ## ${title}`,
      );
  }
  return { story, debrief: markdownOf(section('Debrief')), section };
}

function isCalled({ title }: Section, name: string): boolean {
  return title.toLowerCase() === name.toLowerCase();
}
