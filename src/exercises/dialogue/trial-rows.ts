import type { Row, Rows } from '../../domain/dialogue.ts';
import type { Knob } from '../../domain/exercise.ts';
import {
  type CheckResult,
  formatMetric,
  metricUnit,
  metricValue,
  reportNames,
} from '../../simulator/observers/index.ts';
import type { Run } from '../../simulator/scenario/index.ts';
import { settingNow } from '../changed.ts';
import type { Prepared } from '../prepared.ts';
import { unquoted } from '../tune/knob.ts';
import type { Trial, TriedCheck, TriedMetric } from '../tune/trial.ts';
import { withBriefNumbers } from './brief-numbers.ts';

/** A trial and what it is called at the head of its column. */
export interface Column {
  readonly head: string;
  readonly trial: Trial;
}

/** What has to hold, and what the run got that is not yet changed. */
export function shippedRows(
  { scenario, report, checks, seed }: Run,
  shows: readonly string[],
  title: string,
): Rows {
  const names = reportNames(scenario);
  const words = (metric: string) =>
    formatMetric(metricValue(report, metric), metricUnit(metric, names) ?? 'count');
  const shown = shows
    .filter((metric) => !checks.some((check) => check.metric === metric))
    .map((metric): Row => ({ name: metric, cells: ['', withBriefNumbers(words(metric))] }));
  const heads = ['wanted', `as shipped, seed ${seed}`];
  return { kind: 'rows', title, heads, rows: [...failingFirst(checks.map(checkRow)), ...shown] };
}

type Checked = Pick<CheckResult, 'metric' | 'wanted' | 'got' | 'passed'>;

/** A check, and what it got in one run. */
export function checkRow({ metric, wanted, got, passed }: Checked): Row {
  return {
    mark: passed ? 'right' : 'wrong',
    name: metric,
    cells: [wanted, withBriefNumbers(got, wanted)],
  };
}

/**
 * In how many seeds each check holds, and what else is shown: the first trial, and beside it what it is compared with. Alone
 * it has room for how far values lie apart.
 */
export function trialRows(first: Column, beside: readonly Column[]): Rows {
  const trials = [first, ...beside].map(({ trial }) => trial);
  const checks = checksOf(trials);
  const isAlone = beside.length === 0;
  const checked = checks.map((check): Row => {
    const isFailing = first.trial.checks.some((each) => isAlike(each, check) && each.failing);
    return {
      mark: isFailing ? 'wrong' : 'right',
      name: check.metric,
      cells: [check.wanted, ...trials.map((trial) => checkWords(trial, check))],
    };
  });
  const shown = first.trial.shows
    .filter(({ metric }) => !checks.some((check) => check.metric === metric))
    .map(
      ({ metric }): Row => ({
        name: metric,
        cells: ['', ...trials.map((trial) => shownWords(trial, metric, isAlone))],
      }),
    );
  return {
    kind: 'rows',
    title: titleFor(shown.length > 0, isAlone),
    heads: ['wanted', first.head, ...beside.map(({ head }) => head)],
    rows: [...failingFirst(checked), ...shown],
  };
}

function titleFor(hasRest: boolean, isAlone: boolean): string {
  const rest = `; for the rest the mean${isAlone ? ' (lowest to highest)' : ''}`;
  return `In how many seeds it holds${hasRest ? rest : ''}`;
}

/** What each knob is turned to; a column a trial. */
export function settingRows(
  prepared: Prepared,
  knobs: readonly Knob[],
  columns: readonly Column[],
): Rows {
  return {
    kind: 'rows',
    title: 'Par is one solution; others pass, too',
    heads: columns.map(({ head }) => head),
    rows: knobs.map(({ path, label }) => ({
      name: label,
      cells: columns.map(({ trial }) =>
        unquoted(settingNow(prepared, trial.settings, path) ?? 'not set'),
      ),
    })),
  };
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

export function failingFirst(rows: readonly Row[]): Row[] {
  const isFailing = ({ mark }: Row) => mark === 'wrong';
  return [...rows.filter(isFailing), ...rows.filter((row) => !isFailing(row))];
}

/** Where it fails, what it got in the first seed that failed; else the mean, if that is shown. */
function checkWords({ checks, shows, seeds }: Trial, check: Named): string {
  const tried = checks.find((each) => isAlike(each, check));
  if (!tried) return '';
  const { held, failing, metric, wanted } = tried;
  const count = `${held} of ${seeds.length}`;
  if (failing) return `${count}, e.g. ${withBriefNumbers(failing.got, wanted)}`;
  const shown = shows.find((each) => each.metric === metric);
  return shown ? `${count}, ${meanWords(shown)}` : count;
}

function shownWords({ shows }: Trial, metric: string, isAlone: boolean): string {
  const shown = shows.find((each) => each.metric === metric);
  if (!shown) return '';
  const { lowest, highest } = shown;
  const [mean, from, to] = [meanWords(shown), withBriefNumbers(lowest), withBriefNumbers(highest)];
  return !isAlone || from === to ? mean : `${mean} (${from} to ${to})`;
}

function meanWords({ mean }: TriedMetric): string {
  return withBriefNumbers(mean);
}
