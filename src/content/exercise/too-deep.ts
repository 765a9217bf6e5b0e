import { Lexer } from 'yaml';

/** Brackets within brackets. Much deeper, and the parser itself would run out of memory, which nobody can catch. */
const MAX_DEPTH = 30;
/** Dashes on one line, or this many columns of indentation. */
const BLOCK_NESTING = /^[ \t]*(?:[-?:][ \t]+){20}|^[ \t]{300}/m;

/** Whether YAML nests deeper than any exercise would. */
export function isTooDeep(yaml: string): boolean {
  if (BLOCK_NESTING.test(yaml)) return true;
  let depth = 0;
  for (const lexeme of new Lexer().lex(yaml)) {
    if (lexeme === '[' || lexeme === '{') depth += 1;
    if (lexeme === ']' || lexeme === '}') depth -= 1;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}
