import type { AnyNode } from 'acorn';
import { RAW_MEMORY } from './setup.ts';
import { declaredIn, visit } from './syntax-tree.ts';
import type { Trouble } from './trouble.ts';

const OFFLINE = 'exercises run offline: use what the handler is given';
const LANGUAGE = 'a program has the language and what it is given: take it from there';
const STATE = 'keep what the worker remembers in variables of the file';

/** Names that exist elsewhere and not here, and what to do instead. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'navigator'].map(
    (name) => [name, OFFLINE] as const,
  ),
  ...[
    'process',
    'require',
    'module',
    'exports',
    'Buffer',
    'Deno',
    'Bun',
    '__dirname',
    '__filename',
  ].map((name) => [name, LANGUAGE] as const),
  ...['globalThis', 'global', 'window', 'self'].map((name) => [name, STATE] as const),
  ...['eval', 'Function', 'WebAssembly', 'Atomics', 'Intl'].map(
    (name) => [name, LANGUAGE] as const,
  ),
  ...RAW_MEMORY.map((name) => [name, 'keep texts, numbers, lists and maps'] as const),
]);

/** What a program reaches for that it can't have: the network, the process, other modules. */
export function forbiddenIn(tree: AnyNode): Trouble[] {
  const declared = declaredIn(tree);
  const troubles: Trouble[] = [];
  const forbid = (node: AnyNode, what: string, fix: string) =>
    troubles.push({ kind: 'forbidden', what, fix, line: node.loc?.start.line });
  visit(tree, (node, parents) => {
    if (node.type === 'ImportDeclaration' || node.type === 'ImportExpression' || isFromAfar(node))
      forbid(node, 'it brings in another module', LANGUAGE);
    else if (node.type === 'MetaProperty' && node.meta.name === 'import')
      forbid(node, 'import.meta says where a file is', LANGUAGE);
    else if (
      node.type === 'Identifier' &&
      !declared.has(node.name) &&
      !isOnlyName(node, parents.at(-1))
    ) {
      const fix = NAMES.get(node.name);
      if (fix !== undefined) forbid(node, `${node.name} does not exist here`, fix);
    }
  });
  return troubles;
}

/** `export ... from`. */
function isFromAfar(node: AnyNode): boolean {
  return (
    node.type === 'ExportAllDeclaration' ||
    (node.type === 'ExportNamedDeclaration' && node.source != null)
  );
}

/** The name of a property or of a label, and no variable. */
function isOnlyName(node: AnyNode, parent: AnyNode | undefined): boolean {
  switch (parent?.type) {
    case 'MemberExpression':
      return parent.property === node && !parent.computed;
    case 'Property':
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return (
        parent.key === node && !parent.computed && !('shorthand' in parent && parent.shorthand)
      );
    case 'LabeledStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
    case 'ExportSpecifier':
    case 'MetaProperty':
      return true;
    default:
      return false;
  }
}
