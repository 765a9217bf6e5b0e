import { table } from '../../charts/table.ts';
import {
  formatMetric,
  metricUnit,
  metricValue,
  reportNames,
} from '../../simulator/observers/index.ts';
import type { Run, Story } from '../../simulator/scenario/index.ts';
import { counted } from '../counted.ts';
import { wrappedText } from '../plan/wrapped-text.ts';
import { checkLine } from './check-line.ts';
import { allStories } from './story-lines.ts';

/** A section's metrics that are worth a column, in the order of a message's way. */
const COLUMNS = {
  producers: ['produced', 'accepted', 'rejected', 'shed'],
  topics: ['published', 'delivered', 'filteredOut', 'retries', 'dropped', 'deadLettered'],
  queues: ['sent', 'redeliveries', 'deleted', 'deadLettered', 'expired', 'depth.max', 'wait.p99'],
  logs: ['appended', 'refused', 'deleted', 'lag.max', 'lag.end'],
  groups: ['rebalances', 'paused', 'reprocessed', 'lag.max', 'lag.end'],
  consumers: [
    'done',
    'failed',
    'crashes',
    'utilisation',
    'workers.max',
    'latency.p50',
    'latency.p99',
  ],
  services: [
    'calls',
    'errors',
    'timeouts',
    'rateLimited',
    'availability',
    'utilisation',
    'latency.p99',
  ],
  stores: ['applied', 'refused', 'duplicates'],
} as const;

/** Totals that are worth a word when they are not zero. */
const TOTALS = [
  ['rejected', 'rejected'],
  ['waiting', 'still waiting'],
  ['deadLettered', 'dead-lettered'],
  ['lost', 'lost'],
  ['shed', 'shed'],
  ['duplicates', 'duplicate effects'],
  ['oversold', 'oversold'],
  ['orderViolations', 'out of order'],
] as const;

const ENDINGS = {
  done: 'nothing left to do',
  'out-of-time': 'work left when time was up',
  'too-many-events': 'cut off: too many events',
};

/** The report of a run as lines of text, none wider than `width` but for long names. */
export function reportText(
  run: Run,
  stories: readonly Story[],
  typed: string,
  width: number,
): string[] {
  const { scenario, seed, ending, endedAt } = run;
  const names = reportNames(scenario);
  const show = (path: string) =>
    formatMetric(metricValue(run.report, path), metricUnit(path, names) ?? 'count');
  const paragraph = (text: string) => text.split('\n').flatMap((line) => wrappedText(line, width));
  return [
    scenario.title,
    ...(scenario.story === '' ? [] : paragraph(scenario.story)),
    '',
    `${formatMetric(endedAt, 'duration')} of virtual time, seed ${seed}: ${ENDINGS[ending]}`,
    ...wrappedText(totals(run, show), width),
    ...sections(run, show, width),
    '',
    ...run.checks.flatMap((check) => wrappedText(checkLine(check), width)),
    ...(stories.length > 0 ? ['', ...allStories(stories, width)] : []),
    ...remedyLines(run, typed),
  ];
}

function totals({ report, faults }: Run, show: (path: string) => string): string {
  const unhappy = TOTALS.filter(([path]) => metricValue(report, path) !== 0).map(
    ([path, words]) => `${show(path)} ${words}`,
  );
  const latency =
    report.latency.p50 === undefined
      ? []
      : [`latency ${show('latency.p50')} for half, ${show('latency.p99')} for 99 in 100`];
  const struck = faults.length === 0 ? [] : [`faults struck ${counted(faults.length, 'time')}`];
  return [
    `${show('produced')} produced`,
    `${show('done')} done`,
    ...unhappy,
    ...latency,
    show('cost.dollars'),
    ...struck,
  ].join('; ');
}

function sections(run: Run, show: (path: string) => string, width: number): string[] {
  return Object.entries(COLUMNS).flatMap(([section, columns]) => {
    const names = Object.keys(run.report[section as keyof typeof COLUMNS]);
    if (names.length === 0) return [];
    const shown = columns.filter((column) =>
      names.some((name) => metricValue(run.report, `${section}.${name}.${column}`) ?? false),
    );
    if (shown.length === 0) return [];
    const rows = names.map((name) => [
      name,
      ...shown.map((column) => show(`${section}.${name}.${column}`)),
    ]);
    return ['', ...table([[section, ...shown], ...rows], width)];
  });
}

function remedyLines({ scenario, passed }: Run, typed: string): string[] {
  if (passed || scenario.remedy.length === 0) return [];
  const sets = scenario.remedy.map(({ path, value }) => `--set ${quoted(`${path}=${value}`)}`);
  return ['', 'See it hold:', `  swelearn sim run ${quoted(typed)} ${sets.join(' ')}`];
}

/** As a shell takes it for one word. */
function quoted(text: string): string {
  return /^[\w./=%:@-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
