import { describe, expect, it } from 'vitest';
import { good, PLANT, wrong } from './reading.ts';

/** The plant with a fault, and the consumer and the producer as they are written here. */
const struck = (fault: string, workers = 'receivesFrom: orders', buyers = 'sendsTo: orders') =>
  `${PLANT.replace('receivesFrom: orders', workers).replace('sendsTo: orders', buyers)}faults: [${fault}]\n`;

const WORK = 'receivesFrom: orders, service: 40ms';
const LOG = 'receivesFrom: clicks, service: 40ms';
const SHARE = 'receivesFrom: clicks, share: true';
const PUSH = 'receivesFrom: news, service: 40ms';
const CALL = 'sendsTo: db';

describe('a fault that would change nothing is turned down', () => {
  it.each([
    ['{ crash: workers, chance: 1, when: during-work }', undefined, 'needs a work step'],
    ['{ crash: workers, chance: 1, when: before-effect }', WORK, 'needs an effect'],
    ['{ crash: workers, items: buyers-1, when: after-effect }', WORK, 'needs an effect'],
    [
      '{ crash: workers, chance: 1, when: before-delete }',
      'receivesFrom: clicks, steps: [{ work: 1s }]',
      'needs a delete step',
    ],
    [
      '{ crash: workers, chance: 1, when: after-delete }',
      'receivesFrom: clicks, steps: [{ work: 1s }]',
      'needs a delete step',
    ],
    ['{ slow: workers, factor: 3 }', undefined, 'slow needs a work step, or a service'],
    ['{ pause: workers, chance: 1, for: 5s }', undefined, 'pause needs a work step'],
    ['{ pause: workers, at: 1s, for: 5s }', PUSH, 'pause needs chance or items'],
    ['{ lose-response: workers, chance: 1 }', LOG, 'needs a consumer of a queue'],
    ['{ lose-response: workers, chance: 1 }', SHARE, 'needs a consumer of a queue'],
    ['{ lose-response: workers, chance: 1 }', PUSH, 'needs a consumer of a queue'],
    ['{ skew: workers, by: -2s }', WORK, 'skew needs shedOlderThan'],
    ['{ duplicate: seats.fifo, chance: 1 }', undefined, 'duplicate needs a standard queue'],
    ['{ reorder: seats.fifo, chance: 1 }', undefined, 'reorder needs a standard queue'],
  ])('%s on %s', (fault, workers, needs) => {
    const problems = wrong(struck(fault, workers));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('15:');
    expect(problems[0]).toContain('faults.0 would do nothing to ');
    expect(problems[0]).toContain(needs);
  });

  it.each([
    '{ poison: buyers, chance: 1 }',
    '{ split: buyers }',
    '{ lose-response: buyers, chance: 1 }',
  ])('%s on a producer that calls a service', (fault) => {
    const problems = wrong(struck(fault, undefined, CALL));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('needs a producer that sends to a queue, a topic or a log');
  });
});

describe('a fault is taken where it does something', () => {
  it.each([
    ['{ crash: workers, chance: 1, when: during-work }', WORK],
    [
      '{ crash: workers, chance: 1, when: after-effect }',
      'receivesFrom: orders, effect: { write: seen }',
    ],
    ['{ crash: workers, at: 1s }', 'receivesFrom: orders, steps: []'],
    ['{ slow: workers, factor: 3 }', WORK],
    ['{ slow: db, factor: 3 }', undefined],
    ['{ pause: workers, chance: 1, for: 5s }', PUSH],
    ['{ pause: workers, at: 1s, for: 5s }', undefined],
    ['{ lose-response: workers, chance: 1 }', 'receivesFrom: [urgent, orders]'],
    ['{ lose-response: buyers, chance: 1 }', LOG],
    ['{ split: workers }', LOG],
    ['{ skew: workers, by: -2s }', 'receivesFrom: orders, shedOlderThan: 1m'],
    ['{ reorder: orders, chance: 1 }', undefined],
  ])('%s on %s', (fault, workers) => {
    expect(good(struck(fault, workers)).faults).toHaveLength(1);
  });
});

it('a crash by chance strikes during work where there is work, else before the delete', () => {
  const when = (workers: string) =>
    good(struck('{ crash: workers, chance: 1/4 }', workers)).faults[0]?.when;
  expect(when(WORK)).toBe('during-work');
  expect(when('receivesFrom: orders, steps: [{ work: 1s }, delete]')).toBe('during-work');
  expect(when('receivesFrom: orders, effect: { write: seen }')).toBe('before-delete');
});

describe('a moment at which all faults heal, or later, is turned down', () => {
  it.each(['10m', '11m', '[1m, 10m]'])('%s', (at) => {
    const [problem, ...more] = wrong(struck(`{ down: orders, at: ${at} }`));
    expect(more).toEqual([]);
    expect(problem).toContain(
      'faults.0.at is not before runFor, when all faults heal | write an earlier time, or raise runFor',
    );
  });

  it('while one just before it is taken', () => {
    expect(good(struck('{ down: orders, at: 599s }')).faults).toHaveLength(1);
  });
});
