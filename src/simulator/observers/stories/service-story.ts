import { formatMetric } from '../metrics/format.ts';
import type { ServiceReport } from '../metrics/report.ts';
import type { LoadSource, Told } from './told.ts';

/** A check on how fast or how available a service is that calls others in turn: the parts say how it came about. */
export function chainStory(metric: string, { scenario, report }: LoadSource): Told | undefined {
  const [name, settings] =
    Object.entries(scenario.services).find(([service]) =>
      /^(availability|latency\.\w+)$/.test(after(`services.${service}.`, metric)),
    ) ?? [];
  if (name === undefined || !settings || settings.calls.length === 0) return undefined;
  const lines = [name, ...settings.calls].flatMap((service) => {
    const part = report.services[service];
    return part ? [partLine(service, part)] : [];
  });
  return {
    lines,
    reason: {
      why: `${name} calls ${settings.calls.join(', ')} one after the other: their times add up, and it fails when any one of them fails.`,
      help: 'Call side by side what needn’t wait for the other, and put into a queue what the caller needn’t know at once.',
    },
  };
}

function after(prefix: string, metric: string): string {
  return metric.startsWith(prefix) ? metric.slice(prefix.length) : '';
}

function partLine(name: string, { calls, availability, latency }: ServiceReport): string {
  const time = (value: number | undefined) => formatMetric(value, 'duration');
  return `${name}: ${formatMetric(availability, 'ratio')} of ${formatMetric(calls, 'count')} calls succeed; half take up to ${time(latency.p50)}, 99 in 100 up to ${time(latency.p99)}.`;
}
