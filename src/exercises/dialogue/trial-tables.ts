import type { Knob } from '../../domain/exercise.ts';
import {
  formatMetric,
  metricUnit,
  metricValue,
  reportNames,
} from '../../simulator/observers/index.ts';
import type { Run } from '../../simulator/scenario/index.ts';
import { settingNow } from '../changed.ts';
import type { Prepared } from '../prepared.ts';
import type { Trial, TriedCheck, TriedMetric } from '../tune/trial.ts';
import { code, plain, table } from './markdown.ts';

/** A trial and what it is called at the head of its column. */
export interface Column {
  readonly head: string;
  readonly trial: Trial;
}

/** What has to hold, and what the run got that is not yet changed. */
export function shippedTable(
  { scenario, report, checks, seed }: Run,
  shows: readonly string[],
): string {
  const names = reportNames(scenario);
  const words = (metric: string) =>
    formatMetric(metricValue(report, metric), metricUnit(metric, names) ?? 'count');
  return table([
    ['metric', 'wanted', `as shipped, seed ${seed}`],
    ...checks.map(({ metric, wanted, got }) => [code(metric), wanted, got]),
    ...shows
      .filter((metric) => !checks.some((check) => check.metric === metric))
      .map((metric) => [code(metric), '', words(metric)]),
  ]);
}

/** In how many seeds each check holds, and what else is shown over all seeds; a column a trial. */
export function trialsTable(columns: readonly Column[]): string {
  const trials = columns.map(({ trial }) => trial);
  const shows = trials[0]?.shows ?? [];
  const rows = [
    ['metric', 'wanted', ...columns.map(({ head }) => head)],
    ...checksOf(trials).map(({ metric, wanted }) => [
      code(metric),
      wanted,
      ...trials.map(({ checks, seeds }) =>
        checkWords(
          checks.find((each) => isAlike(each, { metric, wanted })),
          seeds.length,
        ),
      ),
    ]),
    ...shows.map(({ metric }, place) => [
      code(metric),
      '',
      ...trials.map((trial) => shownWords(trial.shows[place])),
    ]),
  ];
  const rest =
    shows.length > 0 ? ' For the rest the mean, and from the lowest to the highest.' : '';
  return `In how many seeds each check holds.${rest}\n\n${table(rows)}`;
}

/** What each knob is turned to; a column a trial. */
export function settingsTable(
  prepared: Prepared,
  knobs: readonly Knob[],
  columns: readonly Column[],
): string {
  return table([
    ['knob', ...columns.map(({ head }) => head)],
    ...knobs.map(({ path, label }) => [
      plain(label),
      ...columns.map(({ trial }) => settingWords(prepared, trial, path)),
    ]),
  ]);
}

function settingWords(prepared: Prepared, { settings }: Trial, path: string): string {
  const value = settingNow(prepared, settings, path);
  return value === undefined ? 'not set' : code(value);
}

type Named = Pick<TriedCheck, 'metric' | 'wanted'>;

/** A run that was cut off has a check that others don’t have. */
function checksOf(trials: readonly Trial[]): Named[] {
  const all: Named[] = [];
  for (const check of trials.flatMap(({ checks }) => checks))
    if (!all.some((each) => isAlike(each, check))) all.push(check);
  return all;
}

function isAlike(one: Named, other: Named): boolean {
  return one.metric === other.metric && one.wanted === other.wanted;
}

function checkWords(check: TriedCheck | undefined, seeds: number): string {
  if (!check) return '';
  const { held, failing } = check;
  return `in ${held} of ${seeds}${failing ? `, else e.g. ${failing.got}` : ''}`;
}

function shownWords(shown: TriedMetric | undefined): string {
  if (!shown) return '';
  const { mean, lowest, highest } = shown;
  return lowest === highest ? mean : `${mean} (${lowest} to ${highest})`;
}
