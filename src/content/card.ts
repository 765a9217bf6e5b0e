import * as v from 'valibot';
import type { Problem } from '../domain/problem.ts';
import type { TopicCard } from '../domain/topic-card.ts';
import { topLevelBlocks } from '../markdown/parsing.ts';
import { date, id, ids, minutes, oneOf, place, readFields, text, texts } from './fields.ts';
import { splitFrontMatter } from './front-matter.ts';

const schema = v.object({
  id,
  title: text,
  tags: texts,
  difficulty: oneOf(['easy', 'medium', 'hard']),
  estimated_time: minutes,
  prerequisites: ids,
  confused_with: v.optional(ids, []),
  order: v.optional(place),
  sources: texts,
  checked: date,
});

/** The same, with something harmless for every key but the id. */
const lenient = v.object({
  id,
  title: v.fallback(v.optional(text, ''), ''),
  tags: v.fallback(v.optional(texts, []), []),
  difficulty: v.fallback(v.optional(schema.entries.difficulty, 'medium'), 'medium'),
  estimated_time: v.fallback(v.optional(minutes, '0min'), 0),
  prerequisites: v.fallback(v.optional(ids, []), []),
  confused_with: v.fallback(v.optional(ids, []), []),
  order: v.fallback(v.optional(place), undefined),
  sources: v.fallback(v.optional(texts, []), []),
  checked: v.fallback(v.union([date, v.optional(v.literal(''), '')]), ''),
});

/** What every card must say; `Try It` is asked for once the topic has exercises. */
const REQUIRED_SECTIONS = [
  'Overview',
  'When to Use',
  'Trade-offs & Gotchas',
  'Architecture Diagram',
  'Key Interview Points',
  'Related',
];

/** Reads a card. It is undefined when the front matter can't be used; missing sections are problems only. */
export function parseCard(
  file: string,
  source: string,
): { card: TopicCard | undefined; problems: Problem[] } {
  const frontMatter = splitFrontMatter(source);
  if (frontMatter.bodyLine === 1) {
    return {
      card: undefined,
      problems: [
        {
          file,
          line: 1,
          column: 1,
          what: 'the card has no front matter',
          fix: 'begin it with a --- line, id:, title: and the other keys, and a --- line',
        },
      ],
    };
  }
  const { fields, problems } = readFields(file, frontMatter, schema);
  const { body, bodyLine } = frontMatter;
  const missing = missingSections(file, body, bodyLine, REQUIRED_SECTIONS);
  const usable = fields ?? lenientFields(frontMatter.data);
  const all = [...problems, ...missing];
  if (!usable) return { card: undefined, problems: all };
  const { estimated_time: estimatedMinutes, confused_with: confusedWith, order, ...rest } = usable;
  const known = { ...rest, ...(order === undefined ? {} : { order }) };
  return {
    card: { ...known, estimatedMinutes, confusedWith, file, body, bodyLine },
    problems: all,
  };
}

/** What can be used of front matter with mistakes in it, so that one of them doesn't hide a topic; nothing without an id. */
function lenientFields(
  data: Readonly<Record<string, unknown>>,
): v.InferOutput<typeof schema> | undefined {
  const result = v.safeParse(lenient, data);
  return result.success
    ? { ...result.output, title: result.output.title || result.output.id }
    : undefined;
}

/** A problem for each section that isn't there or says nothing. */
export function missingSections(
  file: string,
  body: string,
  bodyLine: number,
  required: readonly string[],
): Problem[] {
  const found = sectionsOf(body);
  return required.flatMap((title): Problem[] => {
    const section = found.find(
      (candidate) => candidate.title.toLowerCase() === title.toLowerCase(),
    );
    if (section?.hasContent) return [];
    const line = section ? bodyLine + section.line - 1 : bodyLine;
    const what = section ? `the section “${title}” is empty` : `the section “${title}” is missing`;
    return [
      { file, line, column: 1, what, fix: section ? 'write it' : `add a heading: ## ${title}` },
    ];
  });
}

function sectionsOf(body: string): { title: string; line: number; hasContent: boolean }[] {
  const sections: { title: string; line: number; hasContent: boolean }[] = [];
  for (const { token, line } of topLevelBlocks(body)) {
    const last = sections.at(-1);
    if (token.type === 'heading' && token.depth <= 2)
      sections.push({ title: token.text, line, hasContent: false });
    else if (last && token.type !== 'space') last.hasContent = true;
  }
  return sections;
}
