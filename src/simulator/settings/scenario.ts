import type { LogSettings } from '../broker/log/settings.ts';
import type { QueueSettings } from '../broker/queue/settings.ts';
import type { TopicSettings } from '../broker/topic/settings.ts';
import type { Micros } from '../engine/time.ts';
import type { ActionSettings } from './action.ts';
import type { CheckSettings } from './check.ts';
import type { ConsumerSettings } from './consumer.ts';
import type { FaultSettings } from './fault.ts';
import type { ProducerSettings } from './producer.ts';
import type {
  AlarmSettings,
  PriorityQueueSettings,
  ServiceSettings,
  StoreSettings,
} from './world.ts';

type Named<Settings> = Readonly<Record<string, Settings>>;

/** A knob and what to turn it to, as `--set` takes them. */
export interface Remedy {
  readonly path: string;
  readonly value: string;
}

/** A scenario, read and checked: every name in it exists, every amount is in its unit. */
export interface Scenario {
  readonly name: string;
  readonly title: string;
  /** What it shows, in a few sentences: the comment at the head of its file. */
  readonly story: string;
  readonly seed: number;
  /** Virtual time at which producers stop and faults heal. */
  readonly runFor: Micros;
  /** Virtual time after that in which the rest may drain; the run ends earlier when nothing is left to do. */
  readonly drainFor: Micros;
  /** More events than this end the run with `too-many-events`. */
  readonly maxEvents: number;
  readonly queues: Named<QueueSettings>;
  readonly priorityQueues: Named<PriorityQueueSettings>;
  readonly topics: Named<TopicSettings>;
  readonly logs: Named<LogSettings>;
  readonly stores: Named<StoreSettings>;
  readonly services: Named<ServiceSettings>;
  readonly producers: Named<ProducerSettings>;
  readonly consumers: Named<ConsumerSettings>;
  readonly faults: readonly FaultSettings[];
  readonly actions: readonly ActionSettings[];
  readonly alarms: Named<AlarmSettings>;
  readonly checks: readonly CheckSettings[];
  /** Changes with which all checks hold, in a scenario that shows a mistake. */
  readonly remedy: readonly Remedy[];
  /** States that the run must have reached, so that passing is not vacuous: metrics that must be above 0. */
  readonly reaches: readonly string[];
}
