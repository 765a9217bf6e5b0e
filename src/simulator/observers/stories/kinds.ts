/** Anomalies that a single item can be a witness of. */
export const ANOMALIES = [
  'duplicates',
  'oversold',
  'lost',
  'waiting',
  'deadLettered',
  'orderViolations',
  'rejected',
  'shed',
  'refused',
  'expired',
  'filteredOut',
  'givenUp',
  'dropped',
  'redeliveries',
  'repeated',
  'staleDeletes',
  'failed',
  'latency',
] as const;

export type Anomaly = (typeof ANOMALIES)[number];

/** Metrics that fail for the same reasons as others: what isn't delivered was filtered out, as far as items can tell. */
const ALIASES: Readonly<Record<string, string>> = { wait: 'latency', delivered: 'filteredOut' };

/** What kind of number a metric is: `queues.orders.expired` is `expired`, `consumers.workers.latency.p99` is `latency`. */
export function kindOf(metric: string): string {
  const names = metric.split('.');
  const last = names.at(-1) ?? '';
  const isPart = /^(mean|p\d+|max|end)$/.test(last);
  const kind = isPart ? (names.at(-2) ?? last) : last;
  return ALIASES[kind] ?? kind;
}

export function anomalyOf(metric: string): Anomaly | undefined {
  const kind = kindOf(metric);
  return ANOMALIES.find((anomaly) => anomaly === kind);
}
