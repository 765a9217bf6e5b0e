import type { Measured } from './metric.ts';
import type {
  ALARM,
  CONSUMER,
  COST,
  GROUP,
  LOG,
  PRODUCER,
  QUEUE,
  SERVICE,
  STORE,
  SUBSCRIPTION,
  TOPIC,
  TOTALS,
} from './tables.ts';

export type Totals = Measured<typeof TOTALS>;
export type QueueReport = Measured<typeof QUEUE>;
export type SubscriptionReport = Measured<typeof SUBSCRIPTION>;
export type TopicReport = Measured<typeof TOPIC> & {
  readonly subscriptions: ByName<SubscriptionReport>;
};
export type LogReport = Measured<typeof LOG>;
export type GroupReport = Measured<typeof GROUP>;
export type ProducerReport = Measured<typeof PRODUCER>;
export type ConsumerReport = Measured<typeof CONSUMER>;
export type ServiceReport = Measured<typeof SERVICE>;
export type StoreReport = Measured<typeof STORE> & { readonly left: ByName<number> };
export type AlarmReport = Measured<typeof ALARM>;
export type CostReport = Measured<typeof COST>;

type ByName<Part> = Readonly<Record<string, Part>>;

/** What a run came to: numbers, whose paths joined by dots are the metrics. Times are microseconds. */
export interface Report extends Totals {
  /** Priority queues, too. */
  readonly queues: ByName<QueueReport>;
  readonly topics: ByName<TopicReport>;
  readonly logs: ByName<LogReport>;
  /** Consumer groups of logs, by the consumer's name. */
  readonly groups: ByName<GroupReport>;
  readonly producers: ByName<ProducerReport>;
  readonly consumers: ByName<ConsumerReport>;
  readonly services: ByName<ServiceReport>;
  readonly stores: ByName<StoreReport>;
  readonly alarms: ByName<AlarmReport>;
  readonly cost: CostReport;
}

/** The number at a path; names may hold dots themselves. Undefined when there is none. */
export function metricValue(report: object, path: string): number | undefined {
  for (const [name, part] of Object.entries(report)) {
    if (name === path) return typeof part === 'number' ? part : undefined;
    if (typeof part !== 'object' || part === null || !path.startsWith(`${name}.`)) continue;
    const value = metricValue(part, path.slice(name.length + 1));
    if (value !== undefined) return value;
  }
  return undefined;
}
