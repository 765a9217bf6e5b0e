import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  FAMILIES,
  type Family,
  type Semantic,
  SOURCES,
} from '../../../src/simulator/semantics/index.ts';

export interface NamedTest {
  readonly file: string;
  readonly ids: readonly string[];
  readonly title: string;
}

const TESTS = 'test/simulator';
const ID = '(?:STD|FIFO|SNSF|SNS|KFK)-\\d\\d';
/** A title that starts with ids: `'STD-09, STD-10: the receive that ...'`. */
const TITLE = new RegExp(`\\(\\s*(['"\`])(${ID}(?:, ${ID})*): ((?:\\\\.|(?!\\1).)*)\\1`, 'gs');

/** Every test of the simulator whose title starts with ids of semantics, by file. */
export function namedTests(): NamedTest[] {
  return readdirSync(TESTS, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.test.ts') && !path.startsWith('semantics'))
    .sort()
    .flatMap((path) => titlesIn(join(TESTS, path)));
}

function titlesIn(file: string): NamedTest[] {
  return [...readFileSync(file, 'utf8').matchAll(TITLE)].map(([, , ids = '', title = '']) => ({
    file,
    ids: ids.split(', '),
    title: title.replace(/\\(.)/g, '$1').replace(/\s+/g, ' '),
  }));
}

/** SEMANTICS.md: what the simulator promises, by whom it is tested, where it comes from, and what is left open. */
export function semanticsDocument(tests: readonly NamedTest[]): string {
  const sections = FAMILIES.map((family) => section(family, tests));
  return `${[INTRODUCTION, ...sections, legend()].join('\n\n')}\n`;
}

const INTRODUCTION = `# Semantics of the simulator

What the simulator does as the real services do it, by id. Each row names the tests that would fail if it broke. This file is
made from \`src/simulator/semantics\` and from the titles of the tests; to renew it, run
\`npx vitest run --project fast test/simulator/semantics --update\`.

"Left open" says what the service doesn't promise, or says in two ways, and the setting that turns it where there is one.`;

function section({ title, semantics }: Family, tests: readonly NamedTest[]): string {
  const rows = semantics.map((semantic) => row(semantic, tests));
  return [
    `## ${title}`,
    '',
    '| id | statement | tests | sources | left open |',
    '|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

function row(semantic: Semantic, tests: readonly NamedTest[]): string {
  const own = tests.filter((test) => test.ids.includes(semantic.id));
  const cells = [
    semantic.id,
    semantic.statement,
    testsByFile(own),
    semantic.sources.join(', '),
    semantic.open ?? '',
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function testsByFile(tests: readonly NamedTest[]): string {
  const files = [...new Set(tests.map((test) => test.file))];
  const lines = files.map((file) => {
    const titles = tests.filter((test) => test.file === file).map((test) => test.title);
    return `[${file.slice(TESTS.length + 1)}](${file}): ${titles.join('; ')}`;
  });
  return lines.join('<br>');
}

function legend(): string {
  const rows = Object.entries(SOURCES).map(
    ([key, { title, date }]) => `| ${key} | ${title} | ${date} |`,
  );
  return ['## Sources', '', '| key | what | date |', '|---|---|---|', ...rows].join('\n');
}
