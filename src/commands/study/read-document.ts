import { splitFrontMatter } from '../../content/front-matter.ts';
import type { Block } from '../../markdown/index.ts';
import { inlineText, parseMarkdown, sanitize } from '../../markdown/parsing.ts';
import type { ReaderDocument } from '../../tui/index.tsx';

/** Any Markdown file as a document to read. Its title stands in the front matter, or is its first heading, or its name. */
export function readDocument(reference: string, name: string, source: string): ReaderDocument {
  const { data, body, error } = splitFrontMatter(sanitize(source));
  const { blocks } = parseMarkdown(body);
  const [first] = blocks;
  const heading =
    first?.type === 'heading' && first.depth === 1 ? inlineText(first.children) : undefined;
  const title = typeof data.title === 'string' ? sanitize(data.title) : (heading ?? name);
  const untitled = heading === undefined && typeof data.title === 'string';
  const above: Block = {
    type: 'heading',
    depth: 1,
    id: '',
    children: [{ type: 'text', text: title }],
  };
  const document = { blocks: untitled ? [above, ...blocks] : blocks };
  const trouble = error && `${name}, line ${error.line}: ${error.message}`;
  return { reference, title, document, ...(trouble ? { trouble } : {}) };
}
