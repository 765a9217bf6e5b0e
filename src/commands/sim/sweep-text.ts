import { sweepPlot } from '../../charts/sweep-plot.ts';
import { table } from '../../charts/table.ts';
import { formatMetric, type MetricUnit } from '../../simulator/observers/index.ts';
import type { SweepPoint } from '../../simulator/scenario/index.ts';
import type { Scenario } from '../../simulator/settings/scenario.ts';

const PLOT_STEPS = 12;
/** What a duration is shown in, so that the axis has numbers that can be read. */
const SCALES = [
  [3_600_000_000, 'h'],
  [1_000_000, 's'],
  [1_000, 'ms'],
  [1, 'µs'],
] as const;

/** A number with its unit. */
const NUMBER = /^-?[\d.]+([^\d.]*)$/;

export interface Sweep {
  readonly knob: string;
  readonly metric: string;
  readonly unit: MetricUnit;
  readonly points: readonly SweepPoint[];
  readonly scenario: Scenario;
  readonly width: number;
}

/** A plot where the knob is a number, and the values as a table. */
export function sweepText({ knob, metric, unit, points, scenario, width }: Sweep): string[] {
  const show = (value: number | undefined) => formatMetric(value, unit);
  const rows = points.map(({ value, mean, min, max }) => [value, show(mean), show(min), show(max)]);
  const [scale, scaleName] = scaleOf(unit, Math.max(0, ...points.map(({ max }) => max ?? 0)));
  const threshold = thresholdOf(scenario, metric);
  const xUnit = unitOfAll(points);
  const plotted = points.flatMap(({ value, mean, min, max }) => {
    if (xUnit === undefined || mean === undefined || min === undefined || max === undefined)
      return [];
    const x = Number.parseFloat(value);
    return [{ x, mean: mean / scale, min: min / scale, max: max / scale }];
  });
  const plot =
    plotted.length < 2
      ? []
      : sweepPlot(
          plotted,
          {
            x: knob,
            xUnit: xUnit ?? '',
            y: metric,
            yUnit: scaleName,
            ...(threshold === undefined ? {} : { threshold: threshold / scale }),
          },
          width,
          PLOT_STEPS,
        );
  return [
    ...plot,
    ...(plot.length > 0 ? [''] : []),
    ...table([[knob, 'mean', 'min', 'max'], ...rows], width),
  ];
}

/** What the knob's values are counted in; undefined where they share no unit, as 10s and 1m, or are no numbers. */
function unitOfAll(points: readonly SweepPoint[]): string | undefined {
  const units = new Set(points.map(({ value }) => NUMBER.exec(value)?.[1]));
  return units.size === 1 ? [...units][0] : undefined;
}

function scaleOf(unit: MetricUnit, most: number): readonly [number, string] {
  if (unit === 'ratio') return [0.01, '%'];
  if (unit === 'dollars') return [1, '$'];
  if (unit === 'rate') return [1, '/s'];
  if (unit === 'count') return [1, ''];
  return SCALES.find(([size]) => most >= size) ?? [1, 'µs'];
}

/** Where the scenario's own check on this metric turns from passing to failing. */
function thresholdOf(scenario: Scenario, metric: string): number | undefined {
  const condition = scenario.checks.find((check) => check.metric === metric)?.condition;
  if (!condition || 'between' in condition) return undefined;
  return Object.values(condition)[0];
}
