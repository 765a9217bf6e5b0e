import { describe, expect, it } from 'vitest';
import { readProgram } from '../../../src/exercises/code/index.ts';
import { FILE, findings, judged } from './judged.ts';

const SMALL = `
runFor: 20s
queues: { orders: { visibilityTimeout: 10s } }
stores: { ledger: { latency: 1ms } }
producers: { shop: { sendsTo: orders, arrivals: { burst: { count: 5, at: 1s } } } }
consumers: { workers: { receivesFrom: orders, count: 2, steps: [{ work: 50ms }, { write: ledger }, delete] } }
checks: [{ done: 5 }, { lost: 0 }]
`;

const ALL = `await work();
  await ledger.putIfAbsent(message.id, 1);
  await message.delete();`;

function handler(body: string): string {
  return `export async function handle(message, { ledger, work, sleep, log }) {\n  ${body}\n}`;
}

async function verdictOn(program: string) {
  return judged(SMALL, 'workers', program, 1);
}

async function saidBy(expression: string): Promise<string | undefined> {
  const { lines } = await verdictOn(handler(`log(${expression});\n  ${ALL}`));
  return lines[0]?.text;
}

describe('the machine stays out of reach', () => {
  it('of what a comment hides in a module, and not in what it is made into', async () => {
    const hidden = `let y = 0;
let x = 1 <!--y /*
;throw new Error('it runs');
<!-- */;
${handler(ALL)}`;
    expect(findings(await verdictOn(hidden))).toEqual([]);
  });

  it('and such signs in texts stay as they are', async () => {
    expect(await saidBy('`<!-- -->` + "<!--"')).toBe('<!-- --><!--');
  });

  it.each(["export * from 'node:fs';", "export { handle } from './other.js';"])(
    'of another module: %s',
    (line) => {
      expect(readProgram(`${line}\n`, 'consumer', FILE).troubles).toEqual([
        expect.objectContaining({ kind: 'forbidden', line: 1 }),
      ]);
    },
  );

  it.each([
    ['the clock, behind Date', 'typeof Object.getPrototypeOf(Date).now', 'undefined'],
    ['the clock, behind a date', 'new Date().constructor === Date', 'true'],
    ['chance, behind Math', 'typeof Object.getPrototypeOf(Math).random', 'undefined'],
  ])('of %s', async (_, expression, said) => {
    expect(await saidBy(expression)).toBe(said);
  });
});

describe('workers share nothing but the stores', () => {
  it.each([
    ['a list', 'Array.seen = 1'],
    ['what all things inherit', 'Object.prototype.seen = 1'],
    ['what errors inherit', "Error.prototype.name = 'seen'"],
    ['an iterator', 'Object.getPrototypeOf([][Symbol.iterator]()).seen = 1'],
    ['a generator', 'Object.getPrototypeOf(function* () {}).seen = 1'],
    ['a date', 'Date.seen = 1'],
    ['how lists grow', 'Array.prototype.push = () => 0'],
    ['how promises go on', 'Promise.prototype.then = () => 0'],
  ])('not %s', async (_, change) => {
    expect(findings(await verdictOn(`${change};\n${handler(ALL)}`))).toEqual(['unloadable']);
  });

  it('not even the last match of a pattern', async () => {
    expect(await saidBy("/x/.test('x') && String(RegExp.lastMatch) + RegExp.input")).toBe(
      'undefinedundefined',
    );
  });

  it('and a program may still give names and ways of its own to what it makes', async () => {
    const program = `class Late extends Error { constructor(text) { super(text); this.name = 'Late'; } }
class Later extends Date { toString() { return 'later'; } }
function Old() {}
Old.prototype = Object.create(Error.prototype);
Old.prototype.constructor = Old;
const thing = {};
thing.toString = () => 'thing';
${handler(`log(new Late('x'), thing, new Later(5).getTime(), new Old() instanceof Error, Date().slice(0, 15), Math.max(1, 2), Date.UTC(1970, 0, 1), {});\n  ${ALL}`)}`;
    const verdict = await verdictOn(program);
    expect(findings(verdict)).toEqual([]);
    expect(verdict.lines[0]?.text).toBe('Late: x {} 5 true Thu Jan 01 2026 2 0 {}');
  });
});

describe('a program passes for what it does', () => {
  it('and not for work on one message only', async () => {
    const program = `let worked = false;
${handler(`if (!worked) {
    worked = true;
    await work();
  }
  await ledger.putIfAbsent(message.id, 1);
  await message.delete();`)}`;
    const { passed, troubles } = await verdictOn(program);
    expect(passed).toBe(false);
    expect(troubles).toEqual([
      expect.objectContaining({ kind: 'no-work', item: expect.stringMatching(/^shop-/) }),
    ]);
  });

  it('and not for work that timers leave out when the handler is over', async () => {
    const program = handler(`if (message.id === 'shop-1') await work();
  setTimeout(async () => {
    await ledger.putIfAbsent(message.id, 1);
    await message.delete();
  }, 5);`);
    expect(findings(await verdictOn(program))).toEqual(['no-work']);
  });

  it('and what throws before the work is told of that only', async () => {
    expect(findings(await verdictOn(handler('message.nothing.at(0);')))).not.toContain('no-work');
  });

  it.each([
    ['under the key of another item', "await ledger.putIfAbsent('all', 1);", 'lost'],
    ['in a stock that there isn’t', 'await ledger.take(message.id);', 'lost'],
  ])('and not for what is there already %s', async (_, change, check) => {
    const program = handler(`await work();\n  ${change}\n  await message.delete();`);
    expect(findings(await verdictOn(program))).toContain(check);
  });
});

describe('the judge goes on, whatever it is given', () => {
  it.each([
    ['a value as default', 'export default { handle, name: 1 };'],
    ['a function without a name', 'export default async function () {}'],
    ['an arrow', 'export default async () => {}'],
    ['an export that no semicolon ends', 'const f = (x) => x\nexport { f }\n(1)'],
    ['a directive without a semicolon', "function f() { 'use strict'\n return 1; }"],
  ])('%s', async (_, line) => {
    expect(findings(await verdictOn(`${line}\n${handler(ALL)}`))).toEqual([]);
  });

  it.each(['sleep(1e308)', 'message.extend(1e308)', 'setTimeout(() => 0, 1e308)'])(
    'a time beyond all times: %s',
    async (call) => {
      expect(findings(await verdictOn(handler(`${call};\n  ${ALL}`)))).toEqual([]);
    },
  );
});
