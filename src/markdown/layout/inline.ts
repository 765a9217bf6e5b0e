import type { Inline, InlineStyle, Link } from '../ast.ts';
import type { Role } from '../page.ts';
import { composed } from './composed.ts';
import type { Context, DraftSpan, DraftTarget } from './draft.ts';
import { scriptText } from './script-text.ts';

const ROLES: Partial<Record<InlineStyle, Role>> = {
  strong: 'strong',
  emphasis: 'emphasis',
  mark: 'mark',
  key: 'key',
  muted: 'muted',
};

interface Look {
  readonly roles: readonly Role[];
  readonly target?: DraftTarget;
}

/** Inline content as runs of one look, one list for each line that the author forced. */
export function inlineLines(inlines: readonly Inline[], context: Context): DraftSpan[][] {
  const lines: DraftSpan[][] = [[]];
  walk(inlines, { roles: context.roles }, context, lines);
  return lines.map(composed);
}

function walk(
  inlines: readonly Inline[],
  look: Look,
  context: Context,
  lines: DraftSpan[][],
): void {
  const put = (text: string, ...roles: Role[]) => {
    lines.at(-1)?.push({ ...look, text: text.normalize('NFC'), roles: [...look.roles, ...roles] });
  };
  for (const inline of inlines) {
    switch (inline.type) {
      case 'text':
        put(inline.text);
        break;
      case 'code':
        put(inline.text, 'code');
        break;
      case 'break':
        lines.push([]);
        break;
      case 'footnoteReference':
        put(`[${inline.label}]`, 'muted');
        break;
      case 'image':
        put(`[image${inline.alt ? `: ${inline.alt}` : ''}]`, 'muted');
        if (context.plain && inline.href) put(` (${inline.href})`, 'muted');
        break;
      case 'link':
        walkLink(inline, look, context, lines, put);
        break;
      case 'subscript':
      case 'superscript':
        put(scriptText(inline));
        break;
      case 'strike':
        // Struck words that look like any others would say the opposite.
        if (context.plain) put('~~');
        walk(inline.children, { ...look, roles: [...look.roles, 'strike'] }, context, lines);
        if (context.plain) put('~~');
        break;
      default: {
        const role = ROLES[inline.type];
        walk(
          inline.children,
          role ? { ...look, roles: [...look.roles, role] } : look,
          context,
          lines,
        );
      }
    }
  }
}

function walkLink(
  link: Link,
  look: Look,
  context: Context,
  lines: DraftSpan[][],
  put: (text: string, ...roles: Role[]) => void,
): void {
  const target: DraftTarget = { kind: 'link', to: link.target };
  const words: DraftSpan[][] = [[]];
  walk(link.children, { roles: [...look.roles, 'link'], target }, context, words);
  lines.at(-1)?.push(...(words[0] ?? []));
  lines.push(...words.slice(1));
  if (!context.plain || link.target.kind !== 'web') return;
  const shown = words
    .flat()
    .map((span) => span.text)
    .join('');
  if (bare(link.target.url) !== bare(shown)) put(` (${link.target.url})`, 'muted');
}

/** An address without what people leave out when they write it down. */
function bare(address: string): string {
  return address.replace(/^(https?:\/\/|mailto:)/, '').replace(/\/$/, '');
}
