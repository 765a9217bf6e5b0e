import matter from 'gray-matter';

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
/** How far down a file may open its front matter, after a banner that another tool put there. */
const MAX_PREAMBLE = 5;

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
  const start = openingLine(lines);
  if (start === undefined) return { data: {}, body: text, bodyLine: 1, keyLine: () => 1 };
  const end = lines.indexOf('---', start + 1);
  const block = lines.slice(start, end + 1).join('\n');
  const keyLine = (key: string) => {
    const at = lines.slice(start, end).findIndex((line) => line.startsWith(`${key}:`));
    return at === -1 ? 1 : start + at + 1;
  };
  const rest = { body: lines.slice(end + 1).join('\n'), bodyLine: end + 2, keyLine };
  const parsed = parse(block);
  if (parsed === undefined) return { data: {}, body: text, bodyLine: 1, keyLine: () => 1 };
  return 'data' in parsed
    ? { ...rest, data: parsed.data }
    : { ...rest, data: {}, error: { ...parsed, line: start + parsed.line } };
}

/** 0-based line of the `---` that opens the front matter; undefined when the text has none. */
function openingLine(lines: readonly string[]): number | undefined {
  if (/^---\S*\s*$/.test(lines[0] ?? '') && lines.indexOf('---', 1) > 0) return 0;
  const start = lines.slice(0, MAX_PREAMBLE + 1).indexOf('---');
  if (start <= 0 || lines.slice(0, start).some((line) => /^(#|>|[-*+] |\d+\. |```|\|)/.test(line)))
    return undefined;
  const end = lines.indexOf('---', start + 1);
  const keys = lines.slice(start + 1, Math.max(end, start + 1));
  return end > 0 &&
    keys.length > 0 &&
    keys.every((line) => /^([\w-]+:|\s+\S|- |#|$)/.test(line)) &&
    keys.some((line) => /^(id|title|tags):/.test(line))
    ? start
    : undefined;
}

type Parsed =
  | { readonly data: Record<string, unknown> }
  | { readonly line: number; readonly column: number; readonly message: string };

/** Undefined when there is prose between the two rules, which then are just rules. */
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
    return { data: data as Record<string, unknown> };
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
    message: reason ?? message.split('\n')[0] ?? message,
  };
}
