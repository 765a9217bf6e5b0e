import { LABELS } from '../labels.ts';
import { fenceRoles, withInlineCode } from './fences.ts';
import { withHashHeadings } from './underlined.ts';

export interface ForeignAnswer {
  /** The question in full where it stands below its heading, without quotation marks. */
  readonly asked?: string;
  /** Markdown. */
  readonly answer: string;
  readonly keyPoints: readonly string[];
}

const ASKED = /^\s*(?:\*\*Question:?\*\*:?\s*)?["“](.+)["”]\s*$/;
const ASKED_UNQUOTED = /^\s*\*\*Question:?\*\*:?\s*(.+)$/;
const GUIDANCE =
  /^\s*(?:[*+-]\s+|#{1,6}\s+)?\*{0,2}(?:Guidance for a Strong Answer|Key points|What a strong answer covers):?\*{0,2}:?\s*$/i;
const ANSWER = /^\s*\*{0,2}A(?:nswer)?\*{0,2}\s*:\s*\*{0,2}\s*/i;

/** Takes apart what stands below a question. */
export function takeApart(lines: readonly string[]): ForeignAnswer {
  const body = dedent(withoutWrapping(lines));
  const first = body.findIndex((line) => line.trim() !== '');
  const asked = ASKED.exec(body[first] ?? '')?.[1] ?? ASKED_UNQUOTED.exec(body[first] ?? '')?.[1];
  const rest = asked === undefined ? body : body.slice(first + 1);
  const roles = fenceRoles(rest);
  const at = rest.findIndex((line, index) => roles[index] === 'text' && GUIDANCE.test(line));
  const answer = tidyAnswer(at === -1 ? rest : rest.slice(0, at));
  const keyPoints = at === -1 ? [] : listItems(dedent(rest.slice(at + 1)));
  return {
    ...(asked === undefined ? {} : { asked: asked.replace(/^["“]|["”]$/g, '') }),
    answer,
    keyPoints,
  };
}

/** Drops the tags and rules of another tool's page that stand around an answer. */
function withoutWrapping(lines: readonly string[]): string[] {
  const isWrapping = (line: string) =>
    /^\s*(<\/?div[^>]*>\s*)*$/.test(line) || /^\s*(-{3,}|\*{3,})\s*$/.test(line);
  const start = lines.findIndex((line) => !isWrapping(line));
  const end = lines.findLastIndex((line) => !isWrapping(line));
  return start === -1 ? [] : lines.slice(start, end + 1);
}

function dedent(lines: readonly string[]): string[] {
  const indents = lines
    .filter((line) => line.trim() !== '')
    .map((line) => /^ */.exec(line)?.[0].length ?? 0);
  // A line further left than the rest is a slip of the other tool, and must not keep the rest indented.
  const common = [...indents].sort((a, b) => a - b)[Math.floor(indents.length / 4)] ?? 0;
  return lines.map((line) => line.slice(Math.min(common, /^ */.exec(line)?.[0].length ?? 0)));
}

/** An answer without its `A:`, without headings, which would be questions, and without our labels. */
function tidyAnswer(lines: readonly string[]): string {
  const bare = lines.join('\n').trim().replace(ANSWER, '').trim().split('\n');
  const hashed = withHashHeadings(bare);
  const roles = fenceRoles(hashed);
  const tidied = hashed.flatMap((line, index) =>
    roles[index] === 'text' ? withoutHeading(line).map(withoutLabel) : [line],
  );
  return tidied.join('\n').trim();
}

/** A heading as a bold paragraph; the empty lines keep it apart from text and rules next to it. */
function withoutHeading(line: string): string[] {
  const words = /^\s{0,3}#{1,6}\s+(.*)$/.exec(line)?.[1]?.replaceAll('**', '');
  return words === undefined ? [line] : ['', `**${words}**`, ''];
}

const OUR_LABEL = new RegExp(`^\\*\\*((?:${LABELS.join('|')}|Why not[^*]*):?)\\*\\*`, 'i');

function withoutLabel(line: string): string {
  return line.replace(OUR_LABEL, '*$1*');
}

/** The outermost items of the list that begins here, each on one line. */
function listItems(lines: readonly string[]): string[] {
  const items: string[] = [];
  for (const line of withInlineCode(lines)) {
    const item = /^(?:[*+-]|\d+[.)])\s+(?:\[[ x]\]\s+)?(.*)$/i.exec(line)?.[1];
    if (item !== undefined) items.push(item.trim());
    else if (line.trim() !== '' && items.length > 0)
      items.push(`${items.pop()} ${line.trim().replace(/^[*+-]\s+/, '')}`);
  }
  return items;
}
