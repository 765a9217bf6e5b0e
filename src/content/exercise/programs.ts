import type { Tokens } from 'marked';
import type { CodeTask, Mistake } from '../../domain/exercise.ts';
import { isId } from '../../domain/id.ts';
import type { LocatedToken } from '../../markdown/parsing.ts';
import type { Section } from './sections.ts';

/** What is wrong at a line of the file, and what to do. */
export type ComplainAt = (line: number, what: string, fix: string) => void;

/** The programs of a code exercise; undefined when the learner could not begin or end with one. */
export function readPrograms(
  section: (title: string) => Section | undefined,
  complain: ComplainAt,
): Pick<CodeTask, 'starter' | 'solution' | 'mistakes'> | undefined {
  const starter = programOf(section('Starter'), complain);
  const solution = programOf(section('Solution'), complain);
  const mistakes = mistakesOf(section('Mistakes'), complain);
  return starter === undefined || solution === undefined
    ? undefined
    : { starter, solution, mistakes };
}

function programOf(section: Section | undefined, complain: ComplainAt): string | undefined {
  if (!section) return undefined;
  const { title, line, tokens } = section;
  const { program, rest } = onlyProgram(`the section “${title}”`, line, tokens, complain);
  unread(rest, 'only the program is read here', complain);
  return program;
}

function mistakesOf(section: Section | undefined, complain: ComplainAt): Mistake[] {
  if (!section) return [];
  const { before, drafts } = split(section.tokens);
  unread(before, 'this text belongs to no mistake', complain);
  if (drafts.length === 0)
    complain(
      section.line,
      'no mistake is shown',
      'add a heading such as ### acks-first: A crash loses the order, and the program below it',
    );
  const found: Mistake[] = [];
  for (const draft of drafts) {
    const mistake = mistakeOf(draft, complain);
    if (mistake && found.some(({ id }) => id === mistake.id))
      complain(
        draft.line,
        `the mistake ${mistake.id} is shown twice`,
        'give one of the two another id',
      );
    else if (mistake) found.push(mistake);
  }
  return found;
}

interface Draft {
  readonly title: string;
  readonly line: number;
  readonly tokens: LocatedToken[];
}

function split(tokens: readonly LocatedToken[]): { before: LocatedToken[]; drafts: Draft[] } {
  const before: LocatedToken[] = [];
  const drafts: Draft[] = [];
  for (const located of tokens) {
    const { token, line } = located;
    if (token.type === 'heading' && token.depth === 3)
      drafts.push({ title: token.text, line, tokens: [] });
    else (drafts.at(-1)?.tokens ?? before).push(located);
  }
  return { before, drafts };
}

function mistakeOf({ title, line, tokens }: Draft, complain: ComplainAt): Mistake | undefined {
  const [, id = '', effect = ''] = /^([^\s:]+):\s+(.+)$/.exec(title) ?? [];
  const isNamed = isId(id);
  if (!isNamed)
    complain(
      line,
      `“${title}” names no mistake and its effect`,
      'write ### an-id: what comes of it, with lower-case words joined by hyphens as the id',
    );
  const what = isNamed ? `the mistake ${id}` : 'the mistake';
  const { program, rest } = onlyProgram(what, line, tokens, complain);
  const [fails, second] = rest.flatMap(failsIn);
  if (!fails || second)
    complain(
      second?.line ?? line,
      fails ? `${what} fails twice` : `${what} doesn't say which check catches it`,
      'write one line below its program: Fails: and the metric of the check, e.g. Fails: duplicates',
    );
  unread(
    rest.filter((located) => failsIn(located).length === 0),
    'only the program and the Fails: line of a mistake are read',
    complain,
  );
  return isNamed && program !== undefined && fails
    ? { id, effect, program, fails: fails.metric }
    : undefined;
}

/** The metric of a `Fails: duplicates` line; none in other tokens. */
function failsIn({ token, line }: LocatedToken): { metric: string; line: number }[] {
  const match = token.type === 'paragraph' ? /^Fails:[ \t]*`?([^\s`]+)`?$/.exec(token.text) : null;
  return match?.[1] === undefined ? [] : [{ metric: match[1], line }];
}

/** The one fenced program among the tokens, and what else is there. */
function onlyProgram(
  where: string,
  line: number,
  tokens: readonly LocatedToken[],
  complain: ComplainAt,
): { program: string | undefined; rest: LocatedToken[] } {
  const [first, second] = tokens.filter(isProgram);
  if (!first) complain(line, `${where} has no program`, 'add it in a fence that begins with ```js');
  if (second)
    complain(second.line, `${where} has a second program`, 'keep exactly one ```js fence');
  const program = first && (first.token as Tokens.Code).text;
  const isEmpty = program?.trim() === '';
  if (first && isEmpty)
    complain(first.line, `the program of ${where} is empty`, 'write it between the two fences');
  return {
    program: program === undefined || isEmpty ? undefined : `${program}\n`,
    rest: tokens.filter((located) => !isProgram(located)),
  };
}

function isProgram({ token }: LocatedToken): boolean {
  if (token.type !== 'code' || token.codeBlockStyle === 'indented') return false;
  return /^(js|javascript)$/i.test(token.lang?.trim().split(/\s/, 1)[0] ?? '');
}

/** Complains of words that no learner would ever see. A remark is meant to be unseen. */
function unread(tokens: readonly LocatedToken[], what: string, complain: ComplainAt): void {
  const [first] = tokens.filter(
    ({ token }) =>
      token.type !== 'space' &&
      !(token.type === 'html' && token.raw.replace(/<!--.*?-->/gs, '').trim() === ''),
  );
  if (first)
    complain(
      first.line,
      what,
      'remove the words beside it, or move them to the story or the debrief',
    );
}
