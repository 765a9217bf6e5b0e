import type { AnyNode } from 'acorn';
import { declaredIn, isFunction, namesOf, visit } from './syntax-tree.ts';
import type { Trouble } from './trouble.ts';

/** Variables that are given a value and declared nowhere: all workers would share them. */
export function undeclaredIn(tree: AnyNode): Trouble[] {
  const declared = declaredIn(tree);
  const troubles: Trouble[] = [];
  visit(tree, (node) => {
    for (const name of assignedBy(node))
      if (!declared.has(name))
        troubles.push({
          kind: 'programming-error',
          what: `${name} is given a value, but declared nowhere`,
          fix: `write let ${name} or const ${name} where it begins`,
          line: node.loc?.start.line,
        });
  });
  return troubles;
}

/** Waits outside of functions: a worker would have to wait before it can take its first message. */
export function earlyWaits(tree: AnyNode): Trouble[] {
  const troubles: Trouble[] = [];
  const look = (node: AnyNode, parents: readonly AnyNode[]): void => {
    const waits = node.type === 'AwaitExpression' || (node.type === 'ForOfStatement' && node.await);
    if (waits && !parents.some(isFunction))
      troubles.push({
        kind: 'syntax',
        what: 'await stands outside of a function',
        fix: 'wait inside of the exported function, which runs for each message',
        line: node.loc?.start.line,
      });
  };
  visit(tree, look);
  return troubles;
}

function assignedBy(node: AnyNode): string[] {
  if (node.type === 'AssignmentExpression') return namesOf(node.left);
  if (node.type === 'UpdateExpression' && node.argument.type === 'Identifier')
    return [node.argument.name];
  const isLoop = node.type === 'ForInStatement' || node.type === 'ForOfStatement';
  return isLoop && node.left.type !== 'VariableDeclaration' ? namesOf(node.left) : [];
}
