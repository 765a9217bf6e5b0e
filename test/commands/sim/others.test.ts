import { describe, expect, it } from 'vitest';
import { SLOW_SHOP, shopHost, typed } from './shop.ts';

describe('swelearn sim list', () => {
  it('names every shipped scenario with its title', async () => {
    const { out, err } = await typed(shopHost(), 'sim', 'list');
    expect(out).toMatch(/^visibility-timeout-too-short +Visibility timeout too short/m);
    expect(err).toBe('');
  });

  it('tells as JSON where each is and what it shows', async () => {
    const { out } = await typed(shopHost(), 'sim', 'list', '--json');
    const { schema, scenarios } = JSON.parse(out);
    expect(schema).toBe('swelearn.sim-list/1');
    const found = scenarios.find(({ name }: { name: string }) => name === 'heartbeat');
    expect(found).toMatchObject({
      title: 'Long work, a short timeout, and a heartbeat',
      showsMistake: false,
    });
    expect(found.story.length).toBeGreaterThan(100);
  });
});

describe('swelearn sim list on a terminal', () => {
  it('keeps the mark of a mistake where a long title is cut', async () => {
    const host = shopHost();
    Object.assign(host.stdout, { isTTY: true, columns: 60 });
    const { out } = await typed(host, 'sim', 'list');
    const lines = out.trimEnd().split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60);
    expect(out).toMatch(/^kafka-hot-partition +! Kafka: .+…$/m);
    expect(out).toMatch(/^competing-consumers {13,}Competing consumers$/m);
    expect(lines.at(-1)).toBe('! shows a mistake and why it is one');
  });
});

describe('swelearn sim story', () => {
  it('tells why the checks failed, in at most twelve lines of its own', async () => {
    const host = shopHost();
    const { out } = await typed(host, 'sim', 'story', 'shop.yaml');
    expect(out).toMatch(/^duplicates is [\d,]+; it had to be exactly 0\./);
    expect(host.exitCode).toBe(1);
  });

  it('tells everything that happened to one item', async () => {
    const { out } = await typed(shopHost(), 'sim', 'story', 'shop.yaml', 'shop-1');
    expect(out.split('\n')[0]).toMatch(/1\.000 s {2}shop makes shop-1/);
    expect(out).toContain('workers-1');
  });

  it('says how items are called when there is none of that name', async () => {
    const { refused } = await typed(shopHost(), 'sim', 'story', 'shop.yaml', 'shop-999');
    expect(refused).toContain('items are called shop-1');
  });

  it('says that all is well when it is', async () => {
    const host = shopHost();
    const { out } = await typed(
      host,
      ...['sim', 'story', 'shop.yaml', '--set', 'queues.orders.visibilityTimeout=30s'],
      ...['--set', 'faults=[]'],
    );
    expect(out).toBe(
      'All checks hold:\nok    duplicates is 0\nok    lost is 0\nok    done is 59 (above 0)\n',
    );
    expect(host.exitCode).toBeUndefined();
  });
});

const CRASHING = SLOW_SHOP.replace('visibilityTimeout: 2s', 'visibilityTimeout: 10s').replace(
  '{ crash: workers, at: 30s, for: 5s }',
  '{ crash: workers, chance: 1/5, when: before-delete }',
);

describe('swelearn sim shrink', () => {
  it('finds the one crash that is enough', async () => {
    const { out } = await typed(shopHost(CRASHING), 'sim', 'shrink', 'shop.yaml');
    expect(out).toMatch(/^Of \d+ strikes, one breaks duplicates \(\d+ runs\):\n/);
    expect(out).toMatch(/workers-\d+ crashes before the delete, with shop-\d+/);
  });

  it('says when no fault is to blame', async () => {
    const { out } = await typed(shopHost(), 'sim', 'shrink', 'shop.yaml');
    expect(out).toMatch(
      /^duplicates fails without any fault: the one strike of this run is not to blame\.\n/,
    );
    const none = await typed(shopHost(), 'sim', 'shrink', 'shop.yaml', '--set', 'faults=[]');
    expect(none.out).toMatch(/^duplicates fails without any fault\.\n/);
  });

  it('refuses a check that holds, or that there is not', async () => {
    const holds = await typed(shopHost(), 'sim', 'shrink', 'shop.yaml', '--check', 'lost');
    expect(holds.refused).toContain('lost holds with seed 1');
    const none = await typed(shopHost(), 'sim', 'shrink', 'shop.yaml', '--check', 'duplicate');
    expect(none.refused).toContain('Did you mean “duplicates”?');
  });
});

describe('swelearn sim sweep', () => {
  const sweep = ['sim', 'sweep', 'shop.yaml', '--knob', 'queues.orders.visibilityTimeout=1s..5s'];

  it('plots what a metric does, and prints the values', async () => {
    const { out } = await typed(shopHost(), ...sweep, '--metric', 'duplicates', '--seeds', '2');
    expect(out).toContain('queues.orders.visibilityTimeout');
    expect(out).toMatch(/^5s +0 +0 +0$/m);
  });

  it('draws values of different units as a table only: 10s is not ten times 1m', async () => {
    const knob = ['--knob', 'queues.orders.visibilityTimeout=5s,1m', '--seeds', '1'];
    const args = ['sim', 'sweep', 'shop.yaml', ...knob, '--metric', 'duplicates'];
    const { out } = await typed(shopHost(), ...args);
    expect(out).toMatch(/^queues.orders.visibilityTimeout +mean +min +max\n5s .*\n1m /);
  });

  it('gives them as CSV and as JSON', async () => {
    const args = [...sweep, '--metric', 'duplicates', '--seeds', '2'];
    const { out: csv } = await typed(shopHost(), ...args, '--csv');
    expect(csv.split('\n')[0]).toBe(
      'queues.orders.visibilityTimeout,runs,duplicates mean,duplicates min,duplicates max',
    );
    const { out } = await typed(shopHost(), ...args, '--json');
    const { schema, points } = JSON.parse(out);
    expect(schema).toBe('swelearn.sim-sweep/1');
    expect(points.at(-1)).toEqual({ value: '5s', runs: 2, mean: 0, min: 0, max: 0 });
  });

  it.each([
    [['--knob', 'x', '--metric', 'lost'], '--knob x has no range'],
    [['--knob', 'queues.orders.delay=1s..2s', '--metric', 'losst'], 'Did you mean “lost”?'],
    [['--knob', 'queues.orders.delya=1s,2s', '--metric', 'lost'], 'delay'],
    [['--knob', 'queues.orders.delay=800s..1000s', '--metric', 'lost'], '--knob'],
  ])('refuses %s', async (args, words) => {
    const { refused } = await typed(shopHost(), 'sim', 'sweep', 'shop.yaml', ...args);
    expect(refused).toContain(words);
  });
});

describe('swelearn sim explain', () => {
  it('names the rules that a run exercised, with their sources', async () => {
    const { out } = await typed(shopHost(), 'sim', 'explain', 'shop.yaml');
    expect(out).toMatch(/^The slow shop exercised \d+ of 77 rules:/);
    expect(out).toMatch(/^STD-04 {2}/m);
    const { out: json } = await typed(shopHost(), 'sim', 'explain', 'shop.yaml', '--json');
    expect(JSON.parse(json).semantics.map(({ id }: { id: string }) => id)).toContain('STD-06');
  });
});

it('a scenario that there isn’t is answered with the most similar name', async () => {
  const { refused } = await typed(shopHost(), 'sim', 'explain', 'heartbaet');
  expect(refused).toContain('Did you mean “heartbeat”?');
});
