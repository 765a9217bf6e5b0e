import type { AnyNode, Pattern } from 'acorn';

/** `parents` are those that a node stands in, the nearest last. */
type See = (node: AnyNode, parents: readonly AnyNode[]) => void;

/** Shows every node of a tree, in the order of the text. */
export function visit(node: AnyNode, see: See, parents: readonly AnyNode[] = []): void {
  see(node, parents);
  const within = [...parents, node];
  for (const value of Object.values(node))
    for (const one of Array.isArray(value) ? value : [value])
      if (isNode(one)) visit(one, see, within);
}

/** Every name that is declared anywhere in a tree. Where it holds doesn't matter here. */
export function declaredIn(tree: AnyNode): Set<string> {
  const names = new Set<string>();
  const declare = (pattern: Pattern | null | undefined) => {
    if (pattern) for (const name of namesOf(pattern)) names.add(name);
  };
  visit(tree, (node) => {
    if (node.type === 'VariableDeclarator') declare(node.id);
    else if (node.type === 'CatchClause') declare(node.param);
    else if (node.type === 'ClassDeclaration' || node.type === 'ClassExpression') declare(node.id);
    else if (isFunction(node)) {
      declare('id' in node ? node.id : undefined);
      for (const parameter of node.params) declare(parameter);
    }
  });
  return names;
}

/** The names that a pattern binds. */
export function namesOf(pattern: Pattern): string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name];
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) =>
        namesOf(property.type === 'RestElement' ? property.argument : property.value),
      );
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element ? namesOf(element) : []));
    case 'RestElement':
      return namesOf(pattern.argument);
    case 'AssignmentPattern':
      return namesOf(pattern.left);
    default:
      return [];
  }
}

export function isFunction(
  node: AnyNode,
): node is Extract<
  AnyNode,
  { type: 'FunctionDeclaration' | 'FunctionExpression' | 'ArrowFunctionExpression' }
> {
  return (
    node.type === 'FunctionDeclaration' ||
    node.type === 'FunctionExpression' ||
    node.type === 'ArrowFunctionExpression'
  );
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}
