import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOM = join(import.meta.dirname, '../../src/simulator');

/** What would make a trace differ from run to run or from machine to machine, and what to use instead. */
const AMBIENT: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/\bMath\.log\b/, 'log of engine/logarithm.ts'],
  [/\bMath\.exp\b/, 'exp of engine/exponential.ts'],
  [
    /\bMath\.(?:log10|log2|log1p|expm1|pow|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|asinh|acosh|atanh|cbrt|hypot)\b/,
    'arithmetic with + - * / and Math.sqrt: the rest of Math is not specified to the bit',
  ],
  [/\bMath\.random\b/, 'a named stream: world.random(name)'],
  [
    /(?<!\b\d+n?) \*\* | \*\* \d*\.\d/,
    'a product: ** of anything but whole numbers is not specified to the bit',
  ],
  [
    /\bnew Date\b|\bDate\.(?:now|parse|UTC)\b|\bperformance\b/,
    'the calendar’s time, which is virtual',
  ],
  [/\bset(?:Timeout|Interval|Immediate)\b|\bqueueMicrotask\b/, 'timers.at of the calendar'],
  [/\bprocess\.|\bglobalThis\b|\bconsole\./, 'an argument: a simulation knows no machine'],
  [/\brandomUUID\b|\bcrypto\.|\bgetRandomValues\b/, 'world.newId() or a named stream'],
  [/\basync\s|\bPromise\b/, 'a callback: promises run when the machine likes'],
  [/\btoLocale[A-Z]|\bIntl\b|\.localeCompare\b/, 'the comparison of code units: locales differ'],
  [/from 'node:/, 'what is handed in: a simulation needs no module of Node'],
];

/** The source without what only readers see. */
function codeOf(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, (comment) =>
    comment.replace(/[^\n]/g, ''),
  );
}

function impurities(file: string, text: string): string[] {
  return codeOf(text)
    .split('\n')
    .flatMap((line, index) =>
      AMBIENT.filter(([pattern]) => pattern.test(line)).map(
        ([, instead]) => `${file}:${index + 1} ${line.trim()}: use ${instead}`,
      ),
    );
}

describe('the simulator', () => {
  it('uses nothing that differs between runs or machines', () => {
    const files = readdirSync(ROOM, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    expect(files.length).toBeGreaterThan(100);
    expect(
      files.flatMap((name) => impurities(name, readFileSync(join(ROOM, name), 'utf8'))),
    ).toEqual([]);
  });

  it.each([
    'const x = Math.log(2);',
    'const x = Math.pow(rate, 0.5);',
    'const x = base ** exponent;',
    'const x = 2 ** 0.5;',
    'const x = Math.random();',
    'const now = Date.now();',
    'setTimeout(run, 5);',
    'const { env } = process.env;',
    'export async function run() {}',
    "import { readFileSync } from 'node:fs';",
  ])('is caught at it: %s', (line) => {
    expect(impurities('x.ts', line)).toHaveLength(1);
  });

  it('may name them in comments', () => {
    expect(impurities('x.ts', '/** As Math.log, \n * to the bit. */ // never Date.now()')).toEqual(
      [],
    );
  });
});
