import type { Block } from '../ast.ts';
import { layoutBox } from './box.ts';
import { layoutCode, layoutMermaid } from './code.ts';
import { layoutColumns } from './columns.ts';
import { layoutDetails } from './details.ts';
import { blankLine, type Context, type DraftLine, span } from './draft.ts';
import { flattened } from './flattened.ts';
import { layoutFootnotes } from './footnotes.ts';
import { layoutHeading } from './heading.ts';
import { layoutList } from './list.ts';
import { layoutParagraph } from './paragraph.ts';
import { layoutQuote } from './quote.ts';
import { layoutTable } from './table.ts';

/** No honest document nests this deep, and the call stack has an end: what lies deeper is shown unnested. */
const DEEPEST = 30;

/** Blocks under each other, with a blank line between them unless they stand in a tight list. */
export function stackBlocks(
  blocks: readonly Block[],
  context: Context,
  spacing: 'tight' | 'loose' = 'loose',
): DraftLine[] {
  const shallow = context.depth > DEEPEST ? flattened(blocks) : blocks;
  const parts = shallow.map((block) => layoutBlock(block, context)).filter(({ length }) => length);
  return parts.flatMap((lines, index) =>
    index > 0 && spacing === 'loose' ? [blankLine, ...lines] : lines,
  );
}

function layoutBlock(block: Block, context: Context): DraftLine[] {
  switch (block.type) {
    case 'heading':
      return layoutHeading(block, context);
    case 'paragraph':
      return layoutParagraph(block.children, context);
    case 'list':
      return layoutList(block, context);
    case 'table':
      return layoutTable(block, context);
    case 'code':
      return layoutCode(block, context);
    case 'mermaid':
      return layoutMermaid(block, context);
    case 'quote':
      return layoutQuote(block, context);
    case 'box':
      return layoutBox(block, context);
    case 'columns':
      return layoutColumns(block, context);
    case 'details':
      return layoutDetails(block, context);
    case 'footnotes':
      return layoutFootnotes(block, context);
    case 'rule':
      return [{ spans: [span('─'.repeat(context.width), 'border')] }];
  }
}
