import { describe, expect, it } from 'vitest';
import { judgeProgram, readProgram, type Staging } from '../../../src/exercises/code/index.ts';
import { Sandboxes } from '../../../src/platform/sandbox.ts';
import { FILE, scenarioOf } from './judged.ts';

const SCENARIO = scenarioOf(`
runFor: 20s
queues: { orders: { visibilityTimeout: 10s } }
stores: { ledger: {} }
producers: { shop: { sendsTo: orders, arrivals: { burst: { count: 3, at: 1s } } } }
consumers: { workers: { receivesFrom: orders, steps: [{ work: 50ms }, { write: ledger }, delete] } }
checks: [{ done: 3 }, { lost: 0 }, { redeliveries: 0 }]
`);

function staged(text: string, sandboxes = new Sandboxes()): Staging {
  const { program } = readProgram(text, 'consumer', FILE);
  if (!program) throw new Error('it can’t be read');
  return { program, part: 'workers', scenario: SCENARIO, sandboxes };
}

const RIGHT = `export async function handle(message, { ledger, work }) {
  await work();
  await ledger.put(message.id, 'as it was');
  await message.delete();
}`;

describe('the verdict on a program', () => {
  it('comes from every seed, when all is well', async () => {
    const verdict = await judgeProgram(staged(RIGHT), [1, 2, 3]);
    expect(verdict).toMatchObject({ passed: true, seeds: 3, troubles: [], failure: undefined });
  });

  it('comes from the first seed that shows that it is wrong', async () => {
    const verdict = await judgeProgram(staged(RIGHT.replace('message.delete()', 'null')), [7, 8]);
    expect(verdict).toMatchObject({ passed: false, seeds: 1, failure: { run: { seed: 7 } } });
  });

  it('is against what gives another run for the same seed', async () => {
    const sandboxes = new Sandboxes();
    let opened = 0;
    const changing = {
      during: <Result>(run: () => Result) => sandboxes.during(run),
      open: (setup: string, program: Staging['program']) => {
        opened += 1;
        const text = program.text.replace('await work();', `await work(); await sleep(${opened});`);
        return sandboxes.open(setup, { ...program, text: text.replace('work }', 'work, sleep }') });
      },
    };
    const verdict = await judgeProgram({ ...staged(RIGHT), sandboxes: changing }, [4]);
    expect(verdict.troubles).toEqual([
      expect.objectContaining({ kind: 'not-deterministic', seed: 4 }),
    ]);
  });

  it('can be waited for, knowing which item the program has in hand', async () => {
    const entered: string[] = [];
    const beforeEntering = (item: string, seed: number) => entered.push(`${seed} ${item}`);
    await judgeProgram({ ...staged(RIGHT), beforeEntering }, [5, 6]);
    expect(entered[0]).toBe('5 shop-1');
    expect(entered.at(-1)).toBe('6 shop-3');
  });

  it('leaves the rejections of others to those who listen for them', async () => {
    const heard: unknown[] = [];
    const listeners = process.listeners('unhandledRejection');
    process.removeAllListeners('unhandledRejection');
    const listener = (reason: unknown) => heard.push(reason);
    process.on('unhandledRejection', listener);
    try {
      await new Sandboxes().during(() => void Promise.reject(new Error('not from a program')));
      expect(heard).toEqual([new Error('not from a program')]);
      expect(process.listeners('unhandledRejection')).toEqual([listener]);
    } finally {
      process.removeAllListeners('unhandledRejection');
      for (const one of listeners) process.on('unhandledRejection', one);
    }
  });

  it('is one at a time', async () => {
    const sandboxes = new Sandboxes();
    const first = sandboxes.during(() => 1);
    await expect(new Sandboxes().during(() => 2)).rejects.toThrow('one after the other');
    await expect(first).resolves.toEqual({ result: 1, strays: [] });
  });
});
