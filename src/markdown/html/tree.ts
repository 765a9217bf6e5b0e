import { Parser } from 'htmlparser2';
import type { Block, Inline } from '../ast.ts';
import { sanitize } from '../sanitize.ts';

export interface HtmlElement {
  readonly kind: 'element';
  /** Lower case. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: HtmlNode[];
}

/** HTML with the Markdown that stands between its tags. */
export type HtmlNode =
  | HtmlElement
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'inline'; readonly inline: Inline }
  | { readonly kind: 'block'; readonly block: Block };

/** Deeper elements are flattened into this one: no page needs them, and the call stack has an end. */
const MAX_DEPTH = 48;

/** Builds a tree from pieces of HTML with finished Markdown between them: tags may open in one piece and close in another. */
export class HtmlTree {
  readonly #root: HtmlElement = { kind: 'element', name: '', attributes: {}, children: [] };
  readonly #open: HtmlElement[] = [this.#root];
  readonly #parser = new Parser({
    onopentag: (name, attributes) => this.#push(name, attributes),
    ontext: (text) => this.add({ kind: 'text', text: sanitize(text) }),
    onclosetag: () => {
      if (this.#open.length > 1) this.#open.pop();
    },
  });

  /** Adds a piece of HTML. A tag that it leaves unfinished is finished, so that it can't swallow what follows. */
  feed(html: string): void {
    const unfinished =
      html.lastIndexOf('<') > html.lastIndexOf('>') && /<[/a-z!][^<]*$/i.test(html);
    this.#parser.write(unfinished ? `${html}>` : html);
  }

  add(node: HtmlNode): void {
    this.#open.at(-1)?.children.push(node);
  }

  /** The finished tree; elements left open end here. */
  finish(): readonly HtmlNode[] {
    this.#parser.end();
    return this.#root.children;
  }

  #push(name: string, attributes: Record<string, string>): void {
    const parent = this.#open.at(-1) ?? this.#root;
    if (this.#open.length > MAX_DEPTH) {
      this.#open.push(parent);
      return;
    }
    const element: HtmlElement = {
      kind: 'element',
      name,
      attributes: clean(attributes),
      children: [],
    };
    parent.children.push(element);
    this.#open.push(element);
  }
}

/** Entities in an attribute may stand for control characters and line breaks too. */
function clean(attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, sanitize(value).replace(/\s+/g, ' ')]),
  );
}
