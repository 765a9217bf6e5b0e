import type { Block, MarkdownDocument } from './ast.ts';
import type { LayoutTools } from './tools.ts';

/** Which of the heavy renderers a document has work for. */
export function toolsNeeded(document: MarkdownDocument): { mermaid: boolean; highlight: boolean } {
  const needed = { mermaid: false, highlight: false };
  visit(document.blocks, (block) => {
    if (block.type === 'mermaid') needed.mermaid = true;
    if (block.type === 'code' && block.language !== '' && block.language !== 'text')
      needed.highlight = true;
  });
  return needed;
}

/** Loads what the document needs and nothing else. Colours are left out where they would not be seen. */
export async function loadTools(
  document: MarkdownDocument,
  options: { colors: boolean },
): Promise<LayoutTools> {
  const needed = toolsNeeded(document);
  const [mermaid, highlighter] = await Promise.all([
    needed.mermaid ? import('./mermaid.ts') : undefined,
    needed.highlight && options.colors ? import('./highlight.ts') : undefined,
  ]);
  return {
    ...(mermaid ? { drawMermaid: mermaid.drawMermaid } : {}),
    ...(highlighter ? { highlight: highlighter.highlight } : {}),
  };
}

function visit(blocks: readonly Block[], see: (block: Block) => void): void {
  for (const block of blocks) {
    see(block);
    if (block.type === 'list') for (const item of block.items) visit(item.children, see);
    else if (block.type === 'columns') for (const column of block.columns) visit(column, see);
    else if (block.type === 'footnotes') for (const note of block.notes) visit(note.children, see);
    else if (block.type === 'quote' || block.type === 'box' || block.type === 'details')
      visit(block.children, see);
  }
}
