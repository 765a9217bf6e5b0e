/** How far down a file may open its front matter, after a banner that another tool put there. */
const MAX_PREAMBLE = 5;

/** 0-based lines of the two rules around the front matter. */
export interface FrontMatterPlace {
  readonly start: number;
  readonly end: number;
}

/** Where the front matter stands; undefined when there is none, for instance when the rules are just rules. */
export function frontMatterPlace(lines: readonly string[]): FrontMatterPlace | undefined {
  if (!/^---[a-z]*\s*$/i.test(lines[0] ?? '')) return belowBanner(lines);
  const end = closingLine(lines, 0);
  if (end === undefined) return undefined;
  const namesLanguage = !isRule(lines[0]);
  return namesLanguage || lines.slice(1, end).some(isKey) ? { start: 0, end } : undefined;
}

function belowBanner(lines: readonly string[]): FrontMatterPlace | undefined {
  const start = lines.slice(0, MAX_PREAMBLE + 1).findIndex(isRule);
  if (start <= 0 || lines.slice(0, start).some((line) => /^(#|>|[-*+] |\d+\. |```|\|)/.test(line)))
    return undefined;
  const end = closingLine(lines, start);
  const between = lines.slice(start + 1, end);
  return end !== undefined &&
    between.every((line) => /^([\w-]+:|\s+\S|- |#|$)/.test(line)) &&
    between.some((line) => /^(id|title|tags):/.test(line))
    ? { start, end }
    : undefined;
}

/** The next line that begins like a rule must be one: the parser of front matter would end there too. */
function closingLine(lines: readonly string[], start: number): number | undefined {
  const end = lines.findIndex((line, index) => index > start && line.startsWith('---'));
  return end !== -1 && isRule(lines[end]) ? end : undefined;
}

function isRule(line: string | undefined): boolean {
  return line?.trimEnd() === '---';
}

function isKey(line: string): boolean {
  return /^[\w-]+\s*:(\s|$)/.test(line);
}
