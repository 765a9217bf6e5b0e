import type { AnyNode, Program } from 'acorn';
import { namesOf } from './syntax-tree.ts';

/** What a file exports: local names by exported ones, and the words that say so. */
export interface Exports {
  readonly names: ReadonlyMap<string, string>;
  readonly words: readonly ExportWords[];
}

/** `by` takes their place: what follows must not go on with the line before, and a value needs no name. */
interface ExportWords {
  readonly start: number;
  readonly end: number;
  readonly by: ';' | ';0,';
}

export function exportsOf({ body }: Program): Exports {
  const names = new Map<string, string>();
  const words: ExportWords[] = [];
  for (const node of body) {
    if (node.type === 'ExportDefaultDeclaration')
      words.push({
        start: node.start,
        end: node.declaration.start,
        by: 'id' in node.declaration && node.declaration.id ? ';' : ';0,',
      });
    if (node.type !== 'ExportNamedDeclaration') continue;
    const { declaration } = node;
    words.push({ start: node.start, end: declaration ? declaration.start : node.end, by: ';' });
    for (const name of declaration ? declaredBy(declaration) : []) names.set(name, name);
    for (const { local, exported } of node.specifiers) {
      if (local.type === 'Identifier' && exported.type === 'Identifier')
        names.set(exported.name, local.name);
    }
  }
  return { names, words };
}

function declaredBy(declaration: AnyNode): string[] {
  if (declaration.type === 'VariableDeclaration')
    return declaration.declarations.flatMap(({ id }) => namesOf(id));
  return 'id' in declaration && declaration.id?.type === 'Identifier' ? [declaration.id.name] : [];
}
