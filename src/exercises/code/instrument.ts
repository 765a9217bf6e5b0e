import type { AnyNode, Token } from 'acorn';
import { isFunction, visit } from './syntax-tree.ts';

/** A text to put in at an offset of another. */
export interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** Counts the turns of loops and the calls of functions, so that whoever never comes to an end is found out, and where. */
export function turnCounters(tree: AnyNode): Insertion[] {
  const insertions: Insertion[] = [];
  visit(tree, (node) => {
    const line = node.loc?.start.line;
    const body = loopBody(node) ?? (isFunction(node) ? node.body : undefined);
    if (body?.type === 'BlockStatement')
      insertions.push({ at: afterDirectives(body), text: `;$turn(${line});` });
    else if (body && loopBody(node))
      insertions.push({ at: body.start, text: `{$turn(${line});` }, { at: body.end, text: '}' });
  });
  return insertions;
}

/**
 * A space into each `<!--`: three signs in a module, and a comment in what it is made into, which would hide what stands behind
 * it, and so bring to light what a comment there hid.
 */
export function keptSigns(text: string, tokens: readonly Token[]): Insertion[] {
  return tokens
    .filter(({ type, start }) => type.label !== 'template' && text.startsWith('<!--', start))
    .map(({ start }) => ({ at: start + 1, text: ' ' }));
}

/** The text with everything put in; lines stay what they are. */
export function inserted(text: string, insertions: readonly Insertion[]): string {
  const sorted = [...insertions].sort((a, b) => a.at - b.at);
  let result = '';
  let from = 0;
  for (const { at, text: extra } of sorted) {
    result += text.slice(from, at) + extra;
    from = at;
  }
  return result + text.slice(from);
}

function loopBody(node: AnyNode): AnyNode | undefined {
  switch (node.type) {
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
      return node.body;
    default:
      return undefined;
  }
}

/** A function's `'use strict'` must stay first. */
function afterDirectives(block: Extract<AnyNode, { type: 'BlockStatement' }>): number {
  const last = block.body.findLast((node) => 'directive' in node && node.directive !== undefined);
  return last?.end ?? block.start + 1;
}
