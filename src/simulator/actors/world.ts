import type { PartitionedLog } from '../broker/log/index.ts';
import type { PriorityQueue } from '../broker/priority/index.ts';
import type { Queue } from '../broker/queue/index.ts';
import type { SnsTopic } from '../broker/topic/index.ts';
import type { EventCalendar, RandomStream } from '../engine/index.ts';
import type { Micros } from '../engine/time.ts';
import type { SimulationEvent } from '../events/index.ts';
import type { FaultPlan } from '../faults/index.ts';
import type { Items } from './items.ts';
import type { Programs } from './program.ts';
import type { Service } from './service.ts';
import type { Store } from './store.ts';

/** What every actor can reach. */
export interface ActorWorld {
  readonly calendar: EventCalendar;
  readonly faults: FaultPlan;
  readonly items: Items;
  /** Producers stop at this time. */
  readonly producersStopAt: Micros;
  stream(name: string): RandomStream;
  /** Calls back at these intervals, for as long as anything else goes on. */
  repeat(every: Micros, run: (now: Micros) => void): void;
  emit(event: SimulationEvent): void;
  /** Programs that take the place of a consumer's steps, or of what a producer writes. */
  readonly programs: Programs | undefined;
  readonly queues: ReadonlyMap<string, Queue>;
  readonly priorityQueues: ReadonlyMap<string, PriorityQueue>;
  readonly topics: ReadonlyMap<string, SnsTopic>;
  readonly logs: ReadonlyMap<string, PartitionedLog>;
  readonly stores: ReadonlyMap<string, Store>;
  readonly services: ReadonlyMap<string, Service>;
}
