import { isScalar, LineCounter, parseDocument, Scalar } from 'yaml';
import { sanitize } from '../../markdown/parsing.ts';
import { oneLine } from '../plain-data.ts';
import { offsetOf, type Path } from './place.ts';
import { isTooDeep } from './too-deep.ts';
import { yamlTrouble } from './yaml-trouble.ts';

/** What is wrong at a place of the file. */
export interface Trouble {
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
  readonly what: string;
  readonly fix: string;
}

/** Where a map stands, for messages. */
export interface YamlPlace {
  /** Lines of the file above its first one. */
  readonly above: number;
  /** What it is called, e.g. `the front matter`. */
  readonly called: string;
}

/** A map written in YAML, with the way back to its lines. */
export interface YamlMap {
  readonly called: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Where the key or the list item of a path stands in the file, or its last part that is there, or the line above all. */
  place(path: Path): Pick<Trouble, 'line' | 'column'>;
  /** A text written as a literal block, `key: |`, and the line of the file on which it begins. */
  block(key: string): { readonly text: string; readonly line: number } | undefined;
}

const MAX_CHARACTERS = 64 * 1024;

/**
 * Reads a map of sanitised YAML, or says what is wrong with it. The general reader of front matter puts every text on one line;
 * here a scenario keeps its lines, and what is nested has a place of its own. Never throws.
 */
export function readYamlMap(yaml: string, { above, called }: YamlPlace): YamlMap | Trouble {
  const tooMuch = (what: string): Trouble => ({
    line: above,
    column: 1,
    what,
    fix: 'an exercise fits a page: is this the right file?',
  });
  if (yaml.length > MAX_CHARACTERS) return tooMuch(`${called} is longer than 64 KiB`);
  if (isTooDeep(yaml)) return tooMuch(`${called} is nested too deep`);

  const counter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: counter, prettyErrors: false });
  const at = (offset: number) => {
    const { line, col } = counter.linePos(offset);
    return { line: above + Math.max(line, 1), column: Math.max(col, 1) };
  };
  const trouble = yamlTrouble(document, called);
  if (trouble) return { ...at(trouble.offset), what: trouble.what, fix: trouble.fix };
  return {
    called,
    data: plain(document.toJS()) as Record<string, unknown>,
    place: (path) => {
      const offset = offsetOf(document.contents, path);
      return offset === undefined ? { line: above, column: 1 } : at(offset);
    },
    block: (key) => {
      const node = document.get(key, true);
      if (!isScalar(node) || node.type !== Scalar.BLOCK_LITERAL) return undefined;
      return { text: String(node.value), line: at(node.range?.[0] ?? 0).line + 1 };
    },
  };
}

/** Without control characters, which escapes of YAML decode to only after the file was sanitised. Texts keep their lines. */
function plain(value: unknown): unknown {
  if (typeof value === 'string') return sanitize(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [oneLine(key), plain(item)]),
  );
}
