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
  producers: ['produced', 'accepted', 'rejected', 'shed', 'latency.p50', 'latency.p99'],
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
const OF_ITEMS = [
  ['rejected', 'rejected'],
  ['waiting', 'still waiting'],
  ['deadLettered', 'dead-lettered'],
  ['lost', 'lost'],
  ['shed', 'shed'],
  ['orderViolations', 'out of order'],
] as const;

const OF_OTHERS = [
  ['duplicates', 'duplicate effects'],
  ['oversold', 'units oversold'],
] as const;

const ENDINGS = {
  done: 'nothing left to do',
  'out-of-time': 'work left when time was up',
  'too-many-events': 'cut off: too many events',
};

const COUNTED: Readonly<Record<string, string>> = {
  producers: 'items',
  queues: 'messages',
  logs: 'records',
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

/** What became of the items; then what is counted in something else. */
function totals({ report, faults }: Run, show: (path: string) => string): string {
  const unhappy = (named: readonly (readonly [string, string])[]) =>
    named
      .filter(([path]) => metricValue(report, path) !== 0)
      .map(([path, words]) => `${show(path)} ${words}`);
  const items = [`${show('produced')} produced`, `${show('done')} done`, ...unhappy(OF_ITEMS)];
  const latency =
    report.latency.p50 === undefined
      ? []
      : [`latency ${show('latency.p50')} for half, ${show('latency.p99')} for 99 in 100`];
  const struck = faults.length === 0 ? [] : [`faults struck ${counted(faults.length, 'time')}`];
  return [
    `Items: ${items.join(', ')}`,
    ...unhappy(OF_OTHERS),
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
    return ['', ...table([[headOf(section), ...shown], ...rows], width)];
  });
}

/** The section, and what its numbers count: one item may be several messages. */
function headOf(section: string): string {
  const counted = COUNTED[section];
  return counted === undefined ? section : `${section} (${counted})`;
}

/** As a last word on a run that was watched: how its checks came out, and what would help. */
export function verdictText(
  run: Run,
  brokenByHand: number,
  typed: string,
  width: number,
): string[] {
  const { scenario, seed, ending } = run;
  const byHand = brokenByHand === 0 ? '' : `, broken by hand ${counted(brokenByHand, 'time')}`;
  return [
    ...wrappedText(`${scenario.title}, seed ${seed}${byHand}: ${ENDINGS[ending]}`, width),
    ...run.checks.flatMap((check) => wrappedText(checkLine(check), width)),
    ...remedyLines(run, typed),
  ];
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
