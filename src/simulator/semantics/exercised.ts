import type { QueueEvent, SimulationEvent, TopicEvent } from '../events/index.ts';
import type { Scenario } from '../settings/scenario.ts';
import { FifoEvidence } from './fifo-evidence.ts';
import { LogEvidence } from './log-evidence.ts';
import { StandardEvidence } from './standard-evidence.ts';
import { SEMANTICS } from './table.ts';
import { TopicEvidence } from './topic-evidence.ts';

type Parts = Pick<Scenario, 'queues' | 'topics' | 'logs' | 'consumers'>;

/**
 * Which semantics a run has shown, as far as its events tell: a fold over all of them. What is refused before a run begins
 * (SNS-08 for instance) leaves no event and is never among them.
 */
export class Exercised {
  private readonly shown = new Set<string>();
  private readonly queues = new Map<string, { see(event: QueueEvent): void }>();
  private readonly topics = new Map<string, { see(event: TopicEvent): void }>();
  private readonly logs: LogEvidence;
  private readonly logNames: ReadonlySet<string>;

  constructor(scenario: Parts) {
    const show = (id: string) => this.shown.add(id);
    const consumers = Object.values(scenario.consumers);
    for (const [name, settings] of Object.entries(scenario.queues)) {
      const isWaitedAt = consumers.some(
        (one) => one.waitTimeSeconds > 0 && one.receivesFrom.includes(name),
      );
      const evidence = settings.fifo
        ? new FifoEvidence(settings, show)
        : new StandardEvidence(settings, isWaitedAt, show);
      this.queues.set(name, evidence);
    }
    for (const [name, { fifo, subscriptions }] of Object.entries(scenario.topics)) {
      const protocolOf = (subscription: string) =>
        subscriptions[subscription]?.protocol ?? scenario.consumers[subscription]?.protocol;
      this.topics.set(name, new TopicEvidence(fifo, protocolOf, show));
    }
    this.logs = new LogEvidence(show);
    this.logNames = new Set(Object.keys(scenario.logs));
  }

  see(event: SimulationEvent): void {
    if ('queue' in event) this.queues.get(event.queue)?.see(event);
    else if ('topic' in event) this.topics.get(event.topic)?.see(event);
    else if (event.kind !== 'work-ended') this.logs.see(event);
    // What a log's consumer can't do keeps the rest of its partition waiting.
    else if (event.outcome === 'failed' && this.logNames.has(event.source))
      this.shown.add('KFK-07');
  }

  /** In the order of the table. */
  get ids(): readonly string[] {
    return SEMANTICS.map((semantic) => semantic.id).filter((id) => this.shown.has(id));
  }
}
