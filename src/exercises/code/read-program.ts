import { type Program, parse, type Token } from 'acorn';
import type { CodeTask } from '../../domain/exercise.ts';
import { type Exports, exportsOf } from './exports.ts';
import { forbiddenIn } from './forbidden.ts';
import { inserted, keptSigns, turnCounters } from './instrument.ts';
import type { ProgramText } from './sandbox.ts';
import { PARAMETERS } from './setup.ts';
import type { Trouble } from './trouble.ts';
import { earlyWaits, undeclaredIn } from './unfit.ts';

type Role = CodeTask['role'];

/** The function that a program of this role must export. */
const EXPORTED: Readonly<Record<Role, { readonly name: string; readonly example: string }>> = {
  consumer: { name: 'handle', example: 'export async function handle(message, { log }) { ... }' },
  producer: { name: 'message', example: 'export function message(item) { return { ... }; }' },
};

export type ReadProgram =
  | { readonly program: ProgramText; readonly troubles: readonly [] }
  | { readonly program: undefined; readonly troubles: readonly Trouble[] };

/** Makes a learner's file ready to run: a module in its own words, of which only the exported function is asked for. */
export function readProgram(text: string, role: Role, file: string): ReadProgram {
  const { tree, tokens, trouble } = parsed(text);
  if (!tree) return { program: undefined, troubles: [trouble] };
  const troubles = [...forbiddenIn(tree), ...undeclaredIn(tree), ...earlyWaits(tree)];
  const { names, words } = exportsOf(tree);
  const { name, example } = EXPORTED[role];
  const local = names.get(name);
  if (troubles.length === 0 && local === undefined)
    troubles.push({
      kind: 'missing-export',
      what: `the file exports no function called ${name}`,
      fix: `begin with ${example}`,
      line: undefined,
    });
  if (troubles.length > 0) return { program: undefined, troubles };
  const head = `(function (${PARAMETERS.join(', ')}) { 'use strict'; {`;
  let body = text;
  for (const each of words) body = replaced(body, each);
  body = inserted(body, [...turnCounters(tree), ...keptSigns(text, tokens)]);
  return {
    program: {
      text: `${head}${body}\nreturn { ${name}: ${local} }; } })`,
      file,
      columns: head.length,
    },
    troubles: [],
  };
}

function parsed(
  text: string,
):
  | { tree: Program; tokens: readonly Token[]; trouble: undefined }
  | { tree: undefined; tokens: undefined; trouble: Trouble } {
  const tokens: Token[] = [];
  try {
    const tree = parse(text, {
      ecmaVersion: 2023,
      sourceType: 'module',
      locations: true,
      allowAwaitOutsideFunction: false,
      allowHashBang: false,
      onToken: tokens,
    });
    return { tree, tokens, trouble: undefined };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const { loc } = error as { loc?: { line: number; column: number } };
    const what = error.message.replace(/ \(\d+:\d+\)$/, '');
    return {
      tree: undefined,
      tokens: undefined,
      trouble: {
        kind: 'syntax',
        what: loc ? `${what}, at column ${loc.column + 1}` : what,
        fix: 'correct what is written there; an editor marks it',
        line: loc?.line,
      },
    };
  }
}

/** Puts something shorter in the place of words: lines and columns stay. */
function replaced(text: string, { start, end, by }: Exports['words'][number]): string {
  const spaces = text.slice(start + by.length, end).replace(/[^\n]/g, ' ');
  return text.slice(0, start) + by + spaces + text.slice(end);
}
