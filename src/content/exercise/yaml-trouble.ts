import { type Document, isMap, isScalar, visit, type YAMLError } from 'yaml';
import { oneLine } from '../plain-data.ts';

const QUOTES = 'put quotes around a text that holds : # { } [ ] , & * ! or @';

interface YamlTrouble {
  readonly offset: number;
  readonly what: string;
  readonly fix: string;
}

/** The first thing that is wrong with the YAML: what follows it is often wrong only because of it. */
export function yamlTrouble(document: Document, called: string): YamlTrouble | undefined {
  const [error] = [...document.errors, ...document.warnings];
  if (error) return inWords(error);
  if (!isMap(document.contents))
    return {
      offset: 0,
      what: `${called} is not a list of key: value lines`,
      fix: 'write each key on a line of its own, e.g. scenario: at-least-once',
    };
  let found: YamlTrouble | undefined;
  visit(document, {
    Alias: (_, { range }) => {
      found = {
        offset: range?.[0] ?? 0,
        what: 'an alias repeats what stands elsewhere',
        fix: 'write it out: an exercise is read from top to bottom',
      };
      return visit.BREAK;
    },
    Pair: (_, { key }) => {
      if (isScalar(key)) return undefined;
      const range = (key as { range?: readonly number[] } | null)?.range;
      found = { offset: range?.[0] ?? 0, what: 'a key is no text', fix: QUOTES };
      return visit.BREAK;
    },
  });
  return found;
}

function inWords({ code, message, pos }: YAMLError): YamlTrouble {
  const offset = pos[0];
  if (code === 'DUPLICATE_KEY')
    return { offset, what: 'this key is written twice', fix: 'keep one of the two' };
  if (code === 'TAB_AS_INDENT')
    return { offset, what: 'a tab is used as indentation', fix: 'indent with spaces' };
  return {
    offset,
    what: `this is no YAML: ${oneLine(message.split('\n', 1)[0] ?? '')}`,
    fix: QUOTES,
  };
}
