import type { SimulationEvent } from '../../../src/simulator/events/index.ts';
import {
  Conservation,
  ExactlyOnce,
  GroupOrder,
  HandOuts,
  LittlesLaw,
  LogPositions,
  ReceiveCounts,
  TopicOrder,
} from '../../../src/simulator/observers/index.ts';
import { type Run, readScenario, runScenario } from '../../../src/simulator/scenario/index.ts';
import type { Scenario } from '../../../src/simulator/settings/scenario.ts';
import type { RandomScenario } from './random-scenario.ts';

function scenarioOf({ text }: RandomScenario): Scenario {
  const { scenario, problems } = readScenario('random.yaml', text);
  if (!scenario) throw new Error(JSON.stringify(problems));
  return scenario;
}

/** Counts what the semantics themselves throw away. */
class Losses {
  count = 0;
  readonly #logs: ReadonlySet<string>;

  constructor({ logs }: Scenario) {
    this.#logs = new Set(Object.keys(logs));
  }

  see(event: SimulationEvent): void {
    this.count += this.#lostBy(event);
  }

  #lostBy(event: SimulationEvent): number {
    switch (event.kind) {
      case 'expired':
      case 'purged':
        return 1;
      case 'record-settled':
        return event.outcome === 'archived' || event.outcome === 'rejected' ? 1 : 0;
      case 'delivery-given-up':
        return event.deadLetterQueue === undefined ? 1 : 0;
      case 'work-ended':
        // A group without a place for dead letters skips what fails too often.
        return event.outcome === 'failed' && this.#logs.has(event.source) ? 1 : 0;
      case 'offset-reset':
        return Math.max(0, event.to - (event.from ?? 0));
      default:
        return 0;
    }
  }
}

/** Time never goes back. */
class Time {
  violation: string | undefined;
  #now = 0;

  see({ at, kind }: SimulationEvent): void {
    if (at < this.#now) this.violation ??= `${kind} at ${at}, after ${this.#now}`;
    this.#now = at;
  }
}

/** From which log to which other a consumer passes records on in transactions. */
function passagesOf({ consumers, logs }: Scenario) {
  return Object.values(consumers).flatMap(({ receivesFrom: [from], group, steps }) =>
    steps.flatMap((step) =>
      from !== undefined &&
      group?.commit === 'transaction' &&
      step.kind === 'send' &&
      Object.hasOwn(logs, step.to)
        ? [{ from, to: step.to }]
        : [],
    ),
  );
}

function observersOf(scenario: Scenario) {
  const isFifo = (name: string) => name.endsWith('.fifo');
  const { queues, topics } = scenario;
  const limits = Object.entries(queues).flatMap(([name, { redrivePolicy }]) =>
    redrivePolicy ? [[name, redrivePolicy.maxReceiveCount] as const] : [],
  );
  const ordered = Object.entries(topics).map(
    ([name, { fifo, subscriptions }]) =>
      [
        name,
        Object.keys(subscriptions).filter(
          (each) => fifo && isFifo(subscriptions[each]?.endpoint ?? ''),
        ),
      ] as const,
  );
  return [
    new Conservation(),
    new GroupOrder(Object.keys(queues).filter(isFifo)),
    new HandOuts(),
    new LogPositions(),
    new ReceiveCounts(Object.fromEntries(limits)),
    new TopicOrder(Object.fromEntries(ordered)),
    new Time(),
  ];
}

/** How the observers are told of an event: as it was, for instance. */
export type Told = (event: SimulationEvent) => readonly SimulationEvent[];

const asItWas: Told = (event) => [event];

/** What a run of it breaks of what must hold whatever strikes. */
export function violations(random: RandomScenario, told: Told = asItWas): string[] {
  const scenario = scenarioOf(random);
  const losses = new Losses(scenario);
  const littlesLaw = new LittlesLaw();
  const exactlyOnce = new ExactlyOnce(passagesOf(scenario));
  const observers = [...observersOf(scenario), littlesLaw, exactlyOnce];
  const run = runScenario(scenario, {
    see: (event) => {
      losses.see(event);
      for (const one of told(event)) for (const observer of observers) observer.see(one);
    },
  });
  const { lost = 0 } = run.report;
  return [
    ...observers.flatMap(({ violation }) => violation ?? []),
    ...unbalanced(run),
    ...mismeasured(run, littlesLaw),
    ...unless(
      run.ending !== 'done' || exactlyOnce.owed.length === 0,
      `not handed on: ${exactlyOnce.owed}`,
    ),
    ...unsettled(run, random),
    ...unless(random.mayLose || lost <= losses.count, `${lost} lost, ${losses.count} explained`),
  ];
}

/** An accepted item has one fate. */
function unbalanced({ report }: Run): string[] {
  const { accepted, done = 0, waiting = 0, deadLettered = 0, lost = 0 } = report;
  const atTheDoor = Object.values(report.producers).reduce((sum, { shed = 0 }) => sum + shed, 0);
  const shed = (report.shed ?? 0) - atTheDoor;
  return unless(
    accepted === done + waiting + deadLettered + lost + shed,
    `${accepted} accepted, and ${done} done, ${waiting} waiting, ${deadLettered} dead-lettered, ${lost} lost, ${shed} shed`,
  );
}

/** The report's own measures agree with Little's law, state by state. */
function mismeasured({ report, endedAt }: Run, littlesLaw: LittlesLaw): string[] {
  return Object.entries(report.queues).flatMap(([queue, { depth, inFlight, delayed }]) =>
    (
      [
        ['visible', depth],
        ['in flight', inFlight],
        ['delayed', delayed],
      ] as const
    ).flatMap(([state, { mean = 0 }]) => {
      const area = littlesLaw.area(queue, state, endedAt);
      return unless(
        Math.round(mean * endedAt) === area,
        `${queue}, ${state}: reported ${mean * endedAt}, measured ${area}`,
      );
    }),
  );
}

/** It recovers, and ends within its bounds. */
function unsettled({ scenario, report, ending, endedAt, events }: Run, random: RandomScenario) {
  const { waiting = 0 } = report;
  return [
    ...unless(
      random.mayNeverEnd || ending === 'done',
      `it ended ${ending} at ${endedAt}, ${waiting} waiting`,
    ),
    ...unless(ending !== 'done' || waiting === 0, `it ended with ${waiting} waiting`),
    ...unless(endedAt <= scenario.runFor + scenario.drainFor, `it went on to ${endedAt}`),
    ...unless(events <= scenario.maxEvents, `it took ${events} events`),
  ];
}

function unless(holds: boolean, what: string): string[] {
  return holds ? [] : [what];
}
