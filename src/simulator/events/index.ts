import type { LogEvent } from './log-events.ts';
import type { QueueEvent } from './queue-events.ts';
import type { TopicEvent } from './topic-events.ts';
import type { WorkEvent } from './work-events.ts';

export type * from './log-events.ts';
export type * from './queue-events.ts';
export type * from './topic-events.ts';
export type * from './work-events.ts';

export type BrokerEvent = QueueEvent | TopicEvent | LogEvent;

/**
 * Everything that observers ever see. Events come in the order in which they happened; `at` never goes back. A run's trace
 * is their list, one JSON object a line.
 */
export type SimulationEvent = BrokerEvent | WorkEvent;
