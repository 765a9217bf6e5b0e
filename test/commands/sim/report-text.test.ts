import { expect, it } from 'vitest';
import { reportText, verdictText } from '../../../src/commands/sim/report-text.ts';
import { type Run, readScenario, runScenario } from '../../../src/simulator/scenario/index.ts';

/** Each order goes to two queues; nobody can work on the third order. */
const FAN_OUT = `# Fan-out
runFor: 10s
topics: { orders: { subscriptions: { a: { to: bills }, b: { to: parcels } } } }
queues:
  bills: { visibilityTimeout: 1s, redrive: { to: dead, maxReceiveCount: 1 } }
  parcels: { visibilityTimeout: 1s, redrive: { to: dead, maxReceiveCount: 1 } }
  dead: {}
producers: { shop: { sendsTo: orders, arrivals: { constant: 1/s } } }
consumers:
  clerks: { receivesFrom: bills, service: 10ms }
  packers: { receivesFrom: parcels, service: 10ms }
faults: [{ poison: shop, items: [shop-3] }]
checks: [{ lost: 0 }]
`;

function runOf(text: string): Run {
  const { scenario, problems } = readScenario('mine.yaml', text);
  if (!scenario) throw new Error(problems.map(({ what }) => what).join('\n'));
  return runScenario(scenario);
}

it('says what it counts: in the headline items, in a row of a queue messages', () => {
  const report = reportText(runOf(FAN_OUT), [], 'mine.yaml', 100).join('\n');
  expect(report).toMatch(/^Items: 9 produced, 8 done, 1 dead-lettered; latency /m);
  expect(report).toMatch(/^queues \(messages\) +sent .*deadLettered/m);
  expect(report).toMatch(/^producers \(items\) +produced/m);
  // One item, given up in two places.
  expect(report).toMatch(/^bills +9 +8 +1 /m);
  expect(report).toMatch(/^parcels +9 +8 +1 /m);
});

it('has a last word on a run that was watched, with what would help and what was done to it', () => {
  const failing = runOf(FAN_OUT.replace('lost: 0', 'done: 9').concat('remedy: { faults: [] }\n'));
  expect(verdictText(failing, 0, 'mine.yaml', 80)).toEqual([
    'Fan-out, seed 1: nothing left to do',
    'FAILS done is 8, not exactly 9',
    '',
    'See it hold:',
    "  swelearn sim run mine.yaml --set 'faults=[]'",
  ]);
  expect(verdictText(runOf(FAN_OUT), 2, 'mine.yaml', 80)).toEqual([
    'Fan-out, seed 1, broken by hand 2 times: nothing left to do',
    'ok    lost is 0',
  ]);
});

it('says of each producer how long its items took', () => {
  const two = FAN_OUT.replace(
    'producers: {',
    'producers: { office: { sendsTo: bills, arrivals: { constant: 1/s }, delay: 2s },',
  );
  const report = reportText(runOf(two), [], 'mine.yaml', 100).join('\n');
  expect(report).toMatch(/^producers \(items\) .*latency.p50 +latency.p99$/m);
  expect(report).toMatch(/^office .* 2\.01 s +2\.01 s$/m);
  expect(report).toMatch(/^shop .* 10 ms +[\d.]+ ms$/m);
});
