import type { SimulationEvent } from '../../events/index.ts';
import type { Scenario } from '../../settings/scenario.ts';
import { formatMetric } from '../metrics/format.ts';
import type { ServiceReport } from '../metrics/report.ts';
import type { LoadSource, Told } from './told.ts';

const MOST_LINES = 9;

/** Metrics of the whole run that a chain explains, by the item that was slowest or failed. */
const ABOUT = /^(rejected|latency\.\w+|producers\..+\.rejected)$/;

/** A check on how fast or how available a service is that calls others in turn: the parts say how it came about. */
export function chainStory(
  metric: string,
  { scenario, report, events }: LoadSource,
  witness: string | undefined,
): Told | undefined {
  const [name, settings] =
    Object.entries(scenario.services).find(
      ([service, { calls }]) =>
        /^(availability|latency\.\w+)$/.test(after(`services.${service}.`, metric)) ||
        (ABOUT.test(metric) && calls.length > 0 && isCalledBy(service, scenario)),
    ) ?? [];
  if (name === undefined || !settings || settings.calls.length === 0) return undefined;
  const lines = [name, ...settings.calls].flatMap((service) => {
    const part = report.services[service];
    return part ? [partLine(service, part)] : [];
  });
  const own = witness === undefined ? [] : itemLines(witness, [name, ...settings.calls], events);
  if (witness !== undefined && own.length === 0 && ABOUT.test(metric)) return undefined;
  const product = settings.calls.reduce(
    (all, service) => all * (report.services[service]?.availability ?? 1),
    settings.availability,
  );
  return {
    ...(own.length > 0 ? { about: `Look at ${witness}:` } : {}),
    lines: [...own, ...lines].slice(0, MOST_LINES),
    reason: {
      why: `${name} calls ${settings.calls.join(', ')} one after the other: their times add up, and it fails when any one of them fails. Multiplied, with its own ${percent(settings.availability)}, ${percent(product)} of its calls can succeed.`,
      help: 'Call side by side what needn’t wait for the other, and put into a queue what the caller needn’t know at once.',
    },
  };
}

/** Whether producers call it directly. */
function isCalledBy(service: string, { producers }: Scenario): boolean {
  return Object.values(producers).some(({ sendsTo }) => sendsTo === service);
}

/** How long each service took for one item, and which one failed it. */
function itemLines(
  witness: string,
  services: readonly string[],
  events: readonly SimulationEvent[],
): string[] {
  const calls = events.flatMap((event) =>
    event.kind === 'call-ended' && event.trace === witness && services.includes(event.service)
      ? [event]
      : [],
  );
  if (calls.length === 0) return [];
  const parts = calls.map(
    ({ service, at, startedAt, outcome }) =>
      `${service} ${formatMetric(at - startedAt, 'duration')}${outcome === 'ok' ? '' : ` (${outcome})`}`,
  );
  return [`It took: ${parts.join(', ')}.`];
}

function percent(ratio: number): string {
  return formatMetric(Math.round(ratio * 1e4) / 1e4, 'ratio');
}

function after(prefix: string, metric: string): string {
  return metric.startsWith(prefix) ? metric.slice(prefix.length) : '';
}

function partLine(name: string, { calls, availability, latency }: ServiceReport): string {
  const time = (value: number | undefined) => formatMetric(value, 'duration');
  return `${name}: ${formatMetric(availability, 'ratio')} of ${formatMetric(calls, 'count')} calls succeed; half take up to ${time(latency.p50)}, 99 in 100 up to ${time(latency.p99)}.`;
}
