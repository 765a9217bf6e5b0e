import { createHash } from 'node:crypto';
import { LiveWorld } from '../../../../src/commands/sim/live/live-world.ts';
import type { SimulationEvent } from '../../../../src/simulator/events/index.ts';
import { readScenario, traceLine } from '../../../../src/simulator/scenario/index.ts';
import type { Scenario } from '../../../../src/simulator/settings/scenario.ts';

/** Shoppers order, pickers pick what is in stock and tell the courier; some of the pickers crash, some orders can't be done. */
export const SHOP = `# The shop
seed: 7
runFor: 60s
drainFor: 90500ms
queues:
  orders: { visibilityTimeout: 5s, redrive: { to: orders-dlq, maxReceiveCount: 3 } }
  orders-dlq: {}
stores: { shelf: { items: { book: 200 } } }
services: { courier: { servers: 2, latency: 30ms, availability: 98% } }
producers: { shoppers: { sendsTo: orders, arrivals: 5/s } }
consumers:
  pickers:
    receivesFrom: orders
    count: 3
    steps:
      - work: { exponential: 150ms }
      - reserve: { store: shelf, item: book, how: conditional }
      - call: { service: courier, timeout: 1s, retry: { attempts: 2 } }
      - delete
faults:
  - { crash: pickers, chance: 1/40, when: after-effect, for: 3s }
  - { poison: shoppers, chance: 1/50 }
  - { slow: courier, at: 20s, for: 10s, factor: 5 }
checks:
  - { duplicates: 0 }
  - { lost: 0 }
reaches: [deadLettered]
`;

/** Clicks go to a log that two groups read, and news to whoever wants them; what nobody can read is buried. */
export const STREAMS = `# Streams
seed: 3
runFor: 40s
drainFor: 1m
queues: { mail: { delay: 1s }, mail-dlq: {} }
logs: { clicks: { partitions: 3 } }
topics:
  news:
    subscriptions:
      letters: { to: mail }
stores: { views: {} }
producers:
  visitors: { sendsTo: clicks, key: "visitor-{1..9}", arrivals: 20/s }
  editors: { sendsTo: news, arrivals: 3/s }
consumers:
  counters: { receivesFrom: clicks, count: 2, steps: [{ work: 20ms }, { write: views }, delete] }
  archive: { receivesFrom: clicks, steps: [{ work: 30ms }, delete] }
  postmen: { receivesFrom: mail, count: 2, steps: [{ work: 50ms }, { send: clicks }, delete] }
  radio:
    receivesFrom: news
    steps: [{ work: 400ms }, delete]
    subscription: { deadLetters: mail-dlq }
faults:
  - { crash: counters, at: 10s, for: 5s }
checks:
  - { queues.mail.depth.max: { below: 1000 } }
`;

export function scenarioOf(text: string): Scenario {
  const { scenario, problems } = readScenario('test.yaml', text, []);
  if (!scenario) throw new Error(problems.map(({ what }) => what).join('\n'));
  return scenario;
}

/** A world whose real time stands still, unless it is told otherwise. */
export function worldOf(
  scenario: Scenario,
  see?: (event: SimulationEvent) => void,
  nowMs: () => number = () => 0,
): LiveWorld {
  return new LiveWorld(scenario, scenario.seed, {
    nowMs,
    onTick: () => () => undefined,
    suspendProcess: () => undefined,
    see,
  });
}

/** Far beyond every run. */
export const EVER = Number.MAX_SAFE_INTEGER / 2;

/** A fingerprint of what happened. */
export function traceHash() {
  const hash = createHash('sha256');
  return {
    see: (event: SimulationEvent) => {
      hash.update(traceLine(event));
    },
    digest: () => hash.digest('hex'),
  };
}
