import type { ErrorCode } from 'yaml';
import { type Document, isScalar, type LineCounter, visit } from 'yaml';
import type { Place } from './place.ts';

/** What the YAML itself has wrong, in our words. */
export interface YamlTrouble {
  readonly place: Place;
  readonly what: string;
  readonly fix: string;
}

const QUOTES = 'put quotes around a text that holds : # { } [ ] , & * ! or @';

const WORDS: Readonly<Partial<Record<ErrorCode, readonly [what: string, fix: string]>>> = {
  DUPLICATE_KEY: ['this key is written twice', 'keep one of the two'],
  TAB_AS_INDENT: ['a tab is used as indentation', 'indent with spaces'],
  MULTIPLE_DOCS: [
    'a second document begins here',
    'write one scenario a file, without --- lines between',
  ],
  BAD_INDENT: [
    'the indentation doesn’t fit the lines above',
    'align keys of the same map; close every { and [',
  ],
  MISSING_CHAR: ['something is missing here: a comma, a quote or a bracket', QUOTES],
  BLOCK_AS_IMPLICIT_KEY: [
    'a second key follows on the same line',
    `write { key: value } or a new line; ${QUOTES}`,
  ],
};

/** Errors of the parser, and what YAML allows but a scenario doesn't need. */
export function yamlTroubles(document: Document, lines: LineCounter): YamlTrouble[] {
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const errors = [...document.errors, ...document.warnings].map((error): YamlTrouble => {
    const [what, fix] = WORDS[error.code] ?? [
      `this is no YAML: ${firstLine(error.message)}`,
      QUOTES,
    ];
    return { place: at(error.pos[0]), what, fix };
  });
  const unwanted: YamlTrouble[] = [];
  if (document.directives?.yaml.explicit)
    unwanted.push({
      place: at(0),
      what: 'a %YAML line chooses a version',
      fix: 'remove it: scenarios are YAML 1.2',
    });
  visit(document, {
    Alias: (_, { range }) => {
      unwanted.push({
        place: at(range?.[0] ?? 0),
        what: 'an alias repeats what stands elsewhere',
        fix: 'write it out: a scenario is read from top to bottom',
      });
    },
    Pair: (_, { key }) => {
      if (isScalar(key)) return;
      const range = (key as { range?: readonly number[] } | null)?.range;
      unwanted.push({ place: at(range?.[0] ?? 0), what: 'a key is no text', fix: QUOTES });
    },
  });
  return [...errors, ...unwanted];
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? '';
}
