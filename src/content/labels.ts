import type { Token, Tokens } from 'marked';
import type { LocatedToken } from '../markdown/parsing.ts';

/** The parts of a question that begin with a word in bold. */
export const LABELS = [
  'Key points',
  'Hint',
  'See',
  'Options',
  'Value',
  'Calculation',
  'Order',
  'Cloze',
  'Simulated',
] as const;
export type Label = (typeof LABELS)[number] | 'Why not' | 'Answer';

export interface Part {
  readonly label: Label;
  /** What stands in bold, e.g. the whole of “Why not delete at once?”. */
  readonly words: string;
  /** 1-based line of the text. */
  readonly line: number;
  /** Markdown below the label, and what follows it on its line. */
  readonly text: string;
  /** What follows the label on its line. */
  readonly lead: string;
  readonly tokens: readonly Token[];
  /** 1-based line on which each token begins. */
  readonly lines: readonly number[];
}

/** What is wrong with a part, and what to do. */
export type Complaint = (part: Part, what: string, fix: string) => void;

/** Splits the tokens below a question's heading at their labels; what comes before the first is the answer. */
export function splitParts(tokens: readonly LocatedToken[], line: number): Part[] {
  const parts: (Omit<Part, 'text' | 'tokens' | 'lines'> & { tokens: Token[]; lines: number[] })[] =
    [{ label: 'Answer', words: '', line, lead: '', tokens: [], lines: [] }];
  for (const { token, line: at } of tokens) {
    const bold = boldStart(token);
    const label = bold && labelOf(bold.words);
    if (label)
      parts.push({ label, words: bold.words, line: at, lead: bold.rest, tokens: [], lines: [] });
    else {
      parts.at(-1)?.tokens.push(token);
      parts.at(-1)?.lines.push(at);
    }
  }
  return parts.map((part) => ({
    ...part,
    text: [part.lead, part.tokens.map(({ raw }) => raw).join('')].join('\n').trim(),
  }));
}

/** The Markdown below a label, which may stand there more than once. */
export function textOf(parts: readonly Part[], wanted: Label): string {
  return parts
    .filter(({ label, text }) => label === wanted && text !== '')
    .map(({ text }) => text)
    .join('\n\n');
}

/** A bold start that is no label but could be a mistyped one. */
export function boldStart(token: Token): { words: string; rest: string } | undefined {
  if (token.type !== 'paragraph') return undefined;
  const [first, ...rest] = (token as Tokens.Paragraph).tokens;
  if (first?.type !== 'strong') return undefined;
  return {
    words: first.text,
    rest: rest
      .map(({ raw }) => raw)
      .join('')
      .replace(/^\s*:/, '')
      .trim(),
  };
}

function labelOf(words: string): Label | undefined {
  const bare = words.replace(/:$/, '').trim().toLowerCase();
  if (bare.startsWith('why not')) return 'Why not';
  return LABELS.find((label) => label.toLowerCase() === bare);
}

/** The Markdown of each item of the lists in a part, with what is nested in it kept apart. */
export function listItems(
  tokens: readonly Token[],
): { text: string; checked: boolean; nested: string }[] {
  const lists = tokens.filter((token): token is Tokens.List => token.type === 'list');
  const items = lists.flatMap((list) => list.items);
  return items.map((item) => {
    const [head, ...nested] = item.tokens.filter(
      ({ type }) => type !== 'checkbox' && type !== 'space',
    );
    const text = head && 'text' in head ? String(head.text) : '';
    return {
      text: text
        .replace(/^\[[ x]\]\s+/i, '')
        .replace(/\s*\n\s*/g, ' ')
        .trim(),
      checked: item.checked === true,
      nested: nested.map(unlisted).join('\n\n').trim(),
    };
  });
}

/** A single nested bullet is how an explanation is written; its marker is not part of it. */
function unlisted(token: Token): string {
  if (token.type !== 'list') return token.raw.trim();
  const { items } = token as Tokens.List;
  return items.length === 1 ? (items[0]?.text ?? '') : token.raw.trim();
}
