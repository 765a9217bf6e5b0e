import { isId } from '../domain/id.ts';
import type { Level } from '../domain/level.ts';
import type { Problem } from '../domain/problem.ts';
import type { Question } from '../domain/question.ts';
import { type LocatedToken, topLevelTokens } from '../markdown/parsing.ts';
import { didYouMean, nearest } from '../wording/nearest.ts';
import { splitFrontMatter } from './front-matter.ts';
import { boldStart, type Complaint, LABELS, listItems, splitParts, textOf } from './labels.ts';
import { parseTask } from './task.ts';
import { unreadParts } from './unread-parts.ts';

/** A heading with everything below it, down to the next heading. */
interface Draft {
  readonly depth: number;
  readonly line: number;
  readonly title: string;
  readonly tokens: LocatedToken[];
}

interface Parsed {
  readonly questions: Question[];
  readonly problems: Problem[];
}

/** Reads a file of questions. A question with a problem is left out only when it has no usable id, prompt or task. */
export function parseQuestions(file: string, topic: string, source: string): Parsed {
  const { body, bodyLine } = splitFrontMatter(source);
  const problems: Problem[] = [];
  const complain = (line: number, what: string, fix: string) =>
    problems.push({ file, line, column: 1, what, fix });
  const questions: Question[] = [];
  const ancestors: (Question | undefined)[] = [];
  for (const draft of drafts(body, bodyLine, complain)) {
    const level = levelOf(draft, complain);
    if (!level) continue;
    // A gap says that a level was skipped; an undefined one that the parent could not be read.
    if (level > ancestors.length + 1)
      complain(
        draft.line,
        `level ${level} follows level ${ancestors.length || 'none'}`,
        `a follow-up is one level deeper than its parent: use ${'#'.repeat(ancestors.length + 2)}`,
      );
    const parent = ancestors[level - 2];
    const question = parseQuestion(
      draft,
      { file, topic, level, ...(parent ? { parent: parent.id } : {}) },
      complain,
    );
    ancestors.length = Math.min(ancestors.length, level - 1);
    ancestors[level - 1] = question;
    if (question && questions.some(({ id }) => id === question.id))
      complain(
        draft.line,
        `the id ${question.id} is used twice in this file`,
        'give one of the two another id',
      );
    else if (question) questions.push(question);
  }
  return { questions, problems };
}

type ComplainAt = (line: number, what: string, fix: string) => void;

function drafts(body: string, bodyLine: number, complain: ComplainAt): Draft[] {
  const found: Draft[] = [];
  for (const { token, line } of topLevelTokens(body)) {
    const at = line + bodyLine - 1;
    if (token.type === 'heading')
      found.push({ depth: token.depth, line: at, title: token.text, tokens: [] });
    else if (found.length > 0) found.at(-1)?.tokens.push({ token, line: at });
    else if (token.type !== 'space')
      complain(
        at,
        'text before the first question belongs to none',
        'move it to the card, or below a question',
      );
  }
  return found;
}

function levelOf({ depth, line, tokens }: Draft, complain: ComplainAt): Level | undefined {
  if (depth >= 2 && depth <= 4) return (depth - 1) as Level;
  // A title above all questions is a habit that harms nobody.
  const isTitle = depth === 1 && tokens.every(({ token }) => token.type === 'space');
  if (!isTitle)
    complain(
      line,
      `a heading of depth ${depth} is no question`,
      'use ## for level 1, ### for level 2 and #### for level 3',
    );
  return undefined;
}

type Place = Pick<Question, 'file' | 'topic' | 'level' | 'parent'>;

function parseQuestion(draft: Draft, place: Place, complain: ComplainAt): Question | undefined {
  const { line } = draft;
  const heading = parseHeading(draft, complain);
  const parts = splitParts(draft.tokens, line);
  for (const { token, line: at } of draft.tokens)
    mistypedLabel(boldStart(token)?.words, at, complain);
  const at: Complaint = (part, what, fix) => complain(part.line, what, fix);
  const task = parseTask(parts, at);
  unreadParts(parts, at);
  const answer = textOf(parts, 'Answer');
  const hint = textOf(parts, 'Hint');
  const see = textOf(parts, 'See');
  const keyPoints = parts
    .filter(({ label }) => label === 'Key points')
    .flatMap(({ tokens }) => listItems(tokens).map(({ text }) => text));
  if (answer === '' && task?.kind === 'recall')
    complain(line, 'the answer is empty', 'write it below the heading, before the first label');
  if (keyPoints.length === 0)
    complain(
      line,
      'the question has no key points',
      'add **Key points** and a list of what a strong answer must contain',
    );
  if (!heading || !task) return undefined;
  return {
    ...place,
    ...heading,
    line,
    task,
    answer,
    keyPoints,
    whyNot: parts
      .filter(({ label }) => label === 'Why not')
      .map(({ words, text }) => ({ claim: words, explanation: text })),
    ...(hint ? { hint } : {}),
    ...(see ? { see } : {}),
  };
}

function parseHeading(
  { title, line }: Draft,
  complain: ComplainAt,
): Pick<Question, 'id' | 'prompt' | 'formerly'> | undefined {
  const match = /^(.*?)\s*\{#([^\s}]*)\s*([^}]*)\}$/.exec(title);
  const prompt = (match?.[1] ?? title).replace(/^Q\d+(\.\d+)*[:.]?(\s+|$)/, '').trim();
  if (prompt === '')
    complain(line, 'the question asks nothing', 'write the question in the heading');
  if (!match)
    complain(
      line,
      'the question has no id',
      'end the heading with {#a-short-id}: progress hangs on it',
    );
  const [, , id = '', attributes = ''] = match ?? [];
  if (match && !isId(id))
    complain(line, `“${id}” is no id`, 'use lower-case words joined by hyphens');
  const formerly = /(?:^|\s)formerly=(\S+)/.exec(attributes)?.[1]?.split(',') ?? [];
  const strangers = attributes
    .split(/\s+/)
    .filter((word) => word !== '' && !word.startsWith('formerly='));
  if (strangers.length > 0)
    complain(
      line,
      `“${strangers.join(' ')}” is no attribute of a question`,
      'only formerly=old-id is known',
    );
  return prompt === '' || !isId(id) ? undefined : { id, prompt, formerly };
}

function mistypedLabel(words: string | undefined, line: number, complain: ComplainAt): void {
  const bare = words?.replace(/:$/, '').trim();
  if (
    !bare ||
    bare.length < 5 ||
    bare.length > 14 ||
    LABELS.some((label) => label.toLowerCase() === bare.toLowerCase())
  )
    return;
  if (nearest(bare, LABELS, 1).length > 0 && !/^why not/i.test(bare))
    complain(
      line,
      `“${bare}” is no label`,
      `known are ${LABELS.join(', ')} and Why not ….${didYouMean(bare, LABELS)}`,
    );
}
