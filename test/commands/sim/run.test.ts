import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SLOW_SHOP, shopHost, typed } from './shop.ts';

describe('swelearn sim run', () => {
  it('reports what failed, why, and how to see it hold; the exit code says so', async () => {
    const host = shopHost();
    const { out } = await typed(host, 'sim', 'run', 'shop.yaml');
    expect(out).toMatch(/^The slow shop\nWork takes longer than messages stay hidden\.\n/);
    expect(out).toMatch(/FAILS duplicates is [\d,]+, not exactly 0/);
    expect(out).toContain('ok    lost is 0');
    expect(out).toContain('Why: ');
    expect(out).toContain('swelearn sim run shop.yaml --set queues.orders.visibilityTimeout=30s');
    expect(host.exitCode).toBe(1);
  });

  it('holds with the remedy', async () => {
    const host = shopHost();
    const { out } = await typed(
      host,
      ...['sim', 'run', 'shop.yaml', '--set', 'queues.orders.visibilityTimeout=30s'],
      ...['--set', 'faults=[]'],
    );
    expect(out).not.toContain('FAILS');
    expect(host.exitCode).toBeUndefined();
  });

  it('never prints a line that is wider than the terminal would be', async () => {
    const host = shopHost();
    const { out } = await typed(host, 'sim', 'run', 'shop.yaml');
    const command = out.split('\n').filter((line) => line.startsWith('  swelearn'));
    const lines = out.split('\n').filter((line) => !command.includes(line));
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('gives the whole report as JSON', async () => {
    const { out } = await typed(shopHost(), 'sim', 'run', 'shop.yaml', '--json', '--seed', '7');
    const answer = JSON.parse(out);
    expect(answer).toMatchObject({
      schema: 'swelearn.sim-run/1',
      scenario: 'shop',
      seed: 7,
      ending: 'done',
      passed: false,
      report: { produced: 59 },
    });
    expect(answer.stories[0].lines.length).toBeLessThanOrEqual(12);
  });

  it('writes every event to a file, the same as without', async () => {
    const host = shopHost();
    mkdirSync(join(host.cwd, 'out'));
    const traced = await typed(host, 'sim', 'run', 'shop.yaml', '--json', '--trace', 'out/t.jsonl');
    const plain = await typed(host, 'sim', 'run', 'shop.yaml', '--json');
    expect(traced.out).toBe(plain.out);
    const lines = readFileSync(join(host.cwd, 'out/t.jsonl'), 'utf8').trimEnd().split('\n');
    expect(lines.filter((line) => JSON.parse(line).kind === 'produced')).toHaveLength(59);
    const times = lines.map((line) => JSON.parse(line).at as number);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  it('counts over many seeds how often each check holds', async () => {
    const host = shopHost();
    const { out } = await typed(host, 'sim', 'run', 'shop.yaml', '--seeds', '3');
    expect(out).toBe(
      'The slow shop: seeds 1 to 3\nFAILS duplicates holds in 0 of 3; fails first with --seed 1\nok    lost holds in 3 of 3\nok    done holds in 3 of 3\n',
    );
    expect(host.exitCode).toBe(1);
  });

  it.each([
    [['--seed', 'x'], '--seed can’t be “x”'],
    [['--seed', '-1'], 'write a whole number from 0 on, e.g. --seed 20'],
    [['--seed', '1e3'], '--seed can’t be “1e3”'],
    [['--seeds', '0'], '--seeds can’t be “0”'],
    [['--seeds', '100001'], 'write a whole number from 1 to 100000'],
    [['--set', 'queues'], '--set queues sets nothing'],
    [['--set', 'queues.ordrs.delay=1s'], 'queues has no “ordrs”'],
    [['--set', 'queues.orders.delay=1'], 'queues.orders.delay'],
  ])('refuses %s with what to do', async (args, words) => {
    const { refused, out } = await typed(shopHost(), 'sim', 'run', 'shop.yaml', ...args);
    expect(refused).toContain(words);
    expect(out).toBe('');
  });

  it('tells every mistake in a file with its line', async () => {
    const host = shopHost(
      SLOW_SHOP.replace('sendsTo: orders', 'sendsTo: order').replace('1m', '1'),
    );
    const { refused } = await typed(host, 'sim', 'run', 'shop.yaml');
    expect(refused).toContain('shop.yaml:3:9');
    expect(refused).toContain('shop.yaml:9:20');
    expect(refused).toContain('Did you mean “orders”?');
  });
});
