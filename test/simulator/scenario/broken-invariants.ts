import type { SimulationEvent } from '../../../src/simulator/events/index.ts';
import {
  Conservation,
  GroupOrder,
  LittlesLaw,
  ReceiveCounts,
} from '../../../src/simulator/observers/index.ts';
import { readScenario, runScenario } from '../../../src/simulator/scenario/index.ts';
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

  see(event: SimulationEvent): void {
    const isLoss =
      event.kind === 'expired' ||
      (event.kind === 'record-settled' &&
        (event.outcome === 'archived' || event.outcome === 'rejected')) ||
      (event.kind === 'delivery-given-up' && event.deadLetterQueue === undefined) ||
      // A group without a place for dead letters skips what fails too often.
      (event.kind === 'work-ended' && event.outcome === 'failed' && event.source.startsWith('l'));
    if (isLoss) this.count += 1;
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

/** What a run of it breaks of what must hold whatever strikes. */
export function violations(random: RandomScenario): string[] {
  const scenario = scenarioOf(random);
  const fifoQueues = Object.keys(scenario.queues).filter((name) => name.endsWith('.fifo'));
  const observers = [
    new Conservation(),
    new GroupOrder(fifoQueues),
    new ReceiveCounts(),
    new LittlesLaw(),
    new Time(),
  ];
  const losses = new Losses();
  const run = runScenario(scenario, {
    see: (event) => {
      losses.see(event);
      for (const observer of observers) observer.see(event);
    },
  });
  const { report, ending, endedAt, events } = run;
  const broken = observers.flatMap(({ violation }) => violation ?? []);
  const expecting = (holds: boolean, what: string) => {
    if (!holds) broken.push(what);
  };
  const { accepted, done = 0, waiting = 0, deadLettered = 0, lost = 0, shed = 0 } = report;
  expecting(
    accepted === done + waiting + deadLettered + lost + shed,
    `${accepted} accepted, and ${done} done, ${waiting} waiting, ${deadLettered} dead-lettered, ${lost} lost, ${shed} shed`,
  );
  expecting(random.mayLose || lost <= losses.count, `${lost} lost, ${losses.count} explained`);
  expecting(
    random.mayNeverEnd || ending === 'done',
    `it ended ${ending} at ${endedAt}, ${waiting} waiting`,
  );
  expecting(ending !== 'done' || waiting === 0, `it ended with ${waiting} waiting`);
  expecting(endedAt <= scenario.runFor + scenario.drainFor, `it went on to ${endedAt}`);
  expecting(events <= scenario.maxEvents, `it took ${events} events`);
  return broken;
}
