import matter from 'gray-matter';
import { frontMatterPlace } from './front-matter-place.ts';
import { oneLine, plainData } from './plain-data.ts';

export interface FrontMatter {
  readonly data: Readonly<Record<string, unknown>>;
  /** The text below the front matter; the whole text when there is none. */
  readonly body: string;
  /** 1-based line on which `body` begins. */
  readonly bodyLine: number;
  /** 1-based line of a top-level key; 1 when it isn't there. */
  readonly keyLine: (key: string) => number;
  readonly error?: { readonly line: number; readonly column: number; readonly message: string };
}

const MAX_CHARACTERS = 64 * 1024;
/** Aliases are how a few lines of YAML become gigabytes when they are printed. */
const MAX_ALIASES = 20;

const refuse = (): never => {
  throw new Error(
    'front matter in a programming language is never executed: write YAML between --- and ---',
  );
};
/** gray-matter evaluates these; naming them here is what stops it. */
const engines = Object.fromEntries(
  ['javascript', 'js', 'coffee', 'coffeescript', 'cson', 'toml'].map((name) => [name, refuse]),
);

/** Splits a sanitised text into its front matter and the rest. Never throws and never executes anything. */
export function splitFrontMatter(text: string): FrontMatter {
  const lines = text.split('\n');
  const place = frontMatterPlace(lines);
  const block = place && lines.slice(place.start, place.end);
  const parsed = block && parse([...block.map(quoteDay), '---'].join('\n'));
  if (!parsed) return { data: {}, body: text, bodyLine: 1, keyLine: () => 1 };
  const { start, end } = place;
  const keyLine = (key: string) => {
    const at = block.findIndex((line) => line.startsWith(`${key}:`));
    return at === -1 ? 1 : start + at + 1;
  };
  const rest = { body: lines.slice(end + 1).join('\n'), bodyLine: end + 2, keyLine };
  return 'data' in parsed
    ? { ...rest, data: parsed.data }
    : { ...rest, data: {}, error: { ...parsed, line: start + parsed.line } };
}

/** YAML would make a Date of a day, and silently another day of one that is in no calendar. */
function quoteDay(line: string): string {
  return line.replace(/^([\w-]+\s*:\s+)(\d{4}-\d\d-\d\d)(?=\s*(?:\s#.*)?$)/, '$1"$2"');
}

type Parsed =
  | { readonly data: Record<string, unknown> }
  | { readonly line: number; readonly column: number; readonly message: string };

/** Undefined when there is nothing but a text between the two rules, which then are just rules. */
function parse(block: string): Parsed | undefined {
  if (block.length > MAX_CHARACTERS)
    return { line: 1, column: 1, message: 'front matter is longer than 64 KiB' };
  if ((block.match(/(^|[\s[,{:])\*[\w-]+/g) ?? []).length > MAX_ALIASES) {
    return {
      line: 1,
      column: 1,
      message: `front matter uses more than ${MAX_ALIASES} YAML aliases`,
    };
  }
  try {
    // Without an options object gray-matter caches, and gives {} for bad YAML the second time.
    const { data } = matter(block, { engines });
    if (typeof data === 'string') return undefined;
    if (data === null || typeof data !== 'object' || Array.isArray(data))
      return { line: 1, column: 1, message: 'front matter is not a list of key: value lines' };
    return { data: plainData(data) };
  } catch (error) {
    return located(error as Error & { mark?: { line: number; column: number }; reason?: string });
  }
}

function located({
  mark,
  reason,
  message,
}: Error & { mark?: { line: number; column: number }; reason?: string }): Parsed {
  return {
    line: (mark?.line ?? 0) + 1,
    column: (mark?.column ?? 0) + 1,
    message: oneLine(reason ?? message.split('\n')[0] ?? message),
  };
}
