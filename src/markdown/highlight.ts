import chalk from 'chalk';
import { getLanguage } from 'highlight.js';
import { Marked } from 'marked';
import { markedTerminal } from 'marked-terminal';
import type { Role, Span } from './page.ts';
import type { Highlight } from './tools.ts';

/** highlight.js's kinds of token, as our roles. */
const ROLES: Readonly<Record<string, Role>> = {
  keyword: 'syntaxKeyword',
  built_in: 'syntaxName',
  type: 'syntaxType',
  literal: 'syntaxLiteral',
  number: 'syntaxNumber',
  regexp: 'syntaxString',
  string: 'syntaxString',
  comment: 'syntaxComment',
  doctag: 'syntaxComment',
  meta: 'syntaxKeyword',
  'meta-keyword': 'syntaxKeyword',
  'meta-string': 'syntaxString',
  class: 'syntaxType',
  title: 'syntaxName',
  section: 'syntaxName',
  function: 'codeBlock',
  params: 'codeBlock',
  name: 'syntaxName',
  attr: 'syntaxName',
  attribute: 'syntaxName',
  variable: 'syntaxLiteral',
  symbol: 'syntaxLiteral',
  bullet: 'syntaxKeyword',
  addition: 'syntaxString',
  deletion: 'syntaxLiteral',
};
const kinds = Object.keys(ROLES);

// marked-terminal colours by calling a function for each token. Ours wrap the token in private characters
// instead, which tell where a role begins and ends whatever theme is chosen later.
const FIRST = 0xe000;
const END = '\uf8ff';
const PRIVATE = /[\ue000-\uf8ff]/g;
const theme = Object.fromEntries(
  kinds.map((kind, index) => [
    kind,
    (text: string) => String.fromCharCode(FIRST + index) + text + END,
  ]),
);

// marked-terminal colours nothing when it finds no colours on standard output; whether they are seen is the theme's business.
chalk.level = Math.max(1, chalk.level) as typeof chalk.level;

const identity = (text: string) => text;
const renderer = new Marked(
  markedTerminal({ code: identity, tab: 0, emoji: false, unescape: false }, { theme }) as object,
);

/** Longer blocks are data; colouring them would only keep the reader waiting. */
const MAX_CHARACTERS = 100_000;

const cache = new Map<string, ReturnType<Highlight>>();

/** Colours code through marked-terminal; languages that highlight.js doesn't know are left alone. */
export const highlight: Highlight = (text, language) => {
  const key = `${language}\n${text}`;
  if (!cache.has(key))
    cache.set(
      key,
      text.length <= MAX_CHARACTERS && getLanguage(language) ? colour(text, language) : undefined,
    );
  return cache.get(key);
};

function colour(text: string, language: string): ReturnType<Highlight> {
  const source = text.replace(PRIVATE, '\ufffd');
  const longest = (source.match(/`+/g) ?? []).reduce(
    (most, ticks) => Math.max(most, ticks.length),
    2,
  );
  const fence = '`'.repeat(longest + 1);
  const rendered = renderer.parse(`${fence}${language}\n${source}\n${fence}`, { async: false });
  const lines = split(rendered.replace(/\n+$/, ''));
  // Whatever a highlighter does, it may not change the code itself.
  return lines.map((line) => line.map((span) => span.text).join('')).join('\n') ===
    source.replace(/\n+$/, '')
    ? lines
    : undefined;
}

function split(marked: string): Pick<Span, 'text' | 'roles'>[][] {
  const open: Role[] = ['codeBlock'];
  return marked.split('\n').map((line) =>
    line.split(/([\ue000-\uf8ff])/).flatMap((part) => {
      if (part === END) open.pop();
      else if (PRIVATE.test(part))
        open.push(ROLES[kinds[part.charCodeAt(0) - FIRST] ?? ''] ?? 'codeBlock');
      else if (part !== '') return [{ text: part, roles: [open.at(-1) ?? 'codeBlock'] }];
      PRIVATE.lastIndex = 0;
      return [];
    }),
  );
}
