import { LABELS } from '../labels.ts';

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
  const at = rest.findIndex((line) => GUIDANCE.test(line));
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
    /^\s*(<\/?div[^>]*>\s*)*$/.test(line) || /^\s*-{3,}\s*$/.test(line);
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
  const label = new RegExp(`^\\*\\*((?:${LABELS.join('|')}|Why not[^*]*):?)\\*\\*`, 'i');
  let fenced = false;
  const tidied = lines.map((line) => {
    if (/^\s*(```|~~~)/.test(line)) fenced = !fenced;
    if (fenced) return line;
    return line.replace(/^\s{0,3}#{1,6}\s+(.*)$/, '**$1**').replace(label, '*$1*');
  });
  return tidied.join('\n').trim().replace(ANSWER, '').trim();
}

/** The outermost items of the list that begins here, each on one line. */
function listItems(lines: readonly string[]): string[] {
  const items: string[] = [];
  for (const line of lines) {
    const item = /^(?:[*+-]|\d+[.)])\s+(?:\[[ x]\]\s+)?(.*)$/i.exec(line)?.[1];
    if (item !== undefined) items.push(item.trim());
    else if (line.trim() !== '' && items.length > 0)
      items.push(`${items.pop()} ${line.trim().replace(/^[*+-]\s+/, '')}`);
  }
  return items;
}
