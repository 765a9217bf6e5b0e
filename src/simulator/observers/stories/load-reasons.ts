import type { FaultFired } from '../../events/index.ts';
import { formatMetric } from '../metrics/format.ts';
import type { Burst } from './bursts.ts';
import { crewsOf, type Line, servicesOf } from './lines-of.ts';
import { crewIn, type Phase, ratesOf, serviceIn } from './phases.ts';
import type { Reason } from './reason.ts';
import { rounded } from './rounded.ts';
import type { LoadSource } from './told.ts';

export interface LoadEvidence {
  readonly line: Line;
  /** The phase in which the line grew. */
  readonly growing: Phase;
  /** Faults that held then. */
  readonly faults: readonly FaultFired[];
  /** Many items at once, when that is how it grew. */
  readonly burst: Burst | undefined;
  readonly source: LoadSource;
}

/** Busy for more than this, somebody has no time left. */
const FULL = 0.8;
/** Busy for less than this, somebody has time. */
const FREE = 0.7;

type Find = (evidence: LoadEvidence) => Reason | undefined;

/** The first reason for a growing line that the numbers show. */
export function loadReason(evidence: LoadEvidence): Reason | undefined {
  for (const find of FINDERS) {
    const reason = find(evidence);
    if (reason) return reason;
  }
  return undefined;
}

const outage: Find = ({ faults, line }) => {
  const fault = faults.find(({ what }) => /down|broker|slow/.test(what));
  return (
    fault && {
      why: `While ${fault.target} ${fault.what.replace(/^is /, 'was ').replace(/^can/, 'could')}, what came to ${line.place} had to wait.`,
      help: 'Nothing is lost as long as the line holds it. More workers catch up faster afterwards; an alarm on the age of the oldest message tells early.',
    }
  );
};

const amplified: Find = ({ line, growing, source: { scenario, report } }) => {
  const sends = Object.entries(scenario.producers).filter(
    ([, { sendsTo }]) => sendsTo === line.name,
  );
  const made = sends.reduce((sum, [name]) => sum + (report.producers[name]?.produced ?? 0), 0);
  const calls = report.services[line.name]?.calls ?? 0;
  if (line.kind !== 'service' || made === 0 || calls < 1.5 * made) return undefined;
  return {
    why: `For each item ${line.name} was called ${count(calls / made)} times on average: a call that failed or took too long was made again, and that is more work for ${line.name}.`,
    help:
      (serviceIn(growing, line.name, 1)?.timeouts ?? 0) > 0
        ? 'Callers hung up on calls that were in line, and those are worked on all the same: a circuit breaker, or a bounded line (queueLimit), stops that. Pauses alone don’t.'
        : 'Growing pauses with jitter between attempts, a limit on attempts, and a circuit breaker that stops calling for a while.',
  };
};

const slowService: Find = ({ line, growing, source: { scenario } }) => {
  const crews = crewsOf(line, scenario);
  const names =
    line.kind === 'service' ? [line.name] : crews.flatMap((crew) => servicesOf(crew, scenario));
  const full = names.find((name) => {
    const servers = scenario.services[name]?.servers ?? 1;
    const service = serviceIn(growing, name, servers);
    return service !== undefined && service.busy > FULL;
  });
  if (full === undefined) return undefined;
  const who = crews.length > 0 ? `${crews.join(' and ')} wait for it` : 'its callers wait';
  return {
    why: `${full} is the bottleneck: all its servers are busy, and ${who}. More workers would only stand in its line.`,
    help: `Give ${full} more servers or less to do (a cache, fewer or cheaper calls), or let less in.`,
  };
};

const limited: Find = ({ line, growing, burst, source: { scenario } }) => {
  const names = crewsOf(line, scenario).flatMap((crew) => servicesOf(crew, scenario));
  const strict = names.find(
    (name) =>
      (serviceIn(growing, name, scenario.services[name]?.servers ?? 1)?.turnedAway ?? 0) > 0,
  );
  if (strict !== undefined)
    return {
      why: `${strict} takes only so many calls and refused the others, which had to be tried again.`,
      help: 'Call no faster than the limit (limit on the consumer) and let the queue hold the rest; or ask for a higher limit.',
    };
  const held = crewsOf(line, scenario).find((crew) => {
    const limit = scenario.consumers[crew]?.limit;
    return limit !== undefined && ratesOf(growing, line.name).went > 0.9 * limit.rate;
  });
  if (held === undefined) return undefined;
  return {
    why: `${held} may work on ${count(scenario.consumers[held]?.limit?.rate ?? 0)} a second (limit) and does; ${burst ? `the burst of ${burst.producer} is more, and what comes after it waits behind it` : 'more comes in'}.`,
    help: 'Raise the limit where the other side allows it, serve the urgent ones first, or let less in.',
  };
};

const failing: Find = ({ line, growing, source: { scenario } }) => {
  const crew = crewsOf(line, scenario).find((name) => (crewIn(growing, name)?.failed ?? 0) > 0.3);
  if (crew === undefined) return undefined;
  const failed = formatMetric(
    Math.round((crewIn(growing, crew)?.failed ?? 0) * 100) / 100,
    'ratio',
  );
  return {
    why: `${failed} of the work of ${crew} failed and was done again, while the rest waited behind it.`,
    help:
      line.kind === 'group'
        ? 'Let the group put a record aside after some attempts (skipAfter, deadLetters), so that those behind it move on.'
        : 'Put aside what fails again and again: a dead-letter queue with a maxReceiveCount.',
  };
};

const stuck: Find = ({ line, source: { background } }) => {
  const worst = line.kind === 'group' ? background.failures.worst(line.name) : undefined;
  if (!worst || worst.times < 10) return undefined;
  return {
    why: `${worst.trace} failed ${count(worst.times)} times. A log is read in order, so everything behind it in its partition waits until it passes.`,
    help: 'Let the group put a record aside after some attempts (skipAfter, with deadLetters), so that those behind it move on.',
  };
};

const nobody: Find = ({ line, growing, source: { scenario } }) => {
  const crews = crewsOf(line, scenario);
  if (line.kind === 'service' || crews.some((crew) => (crewIn(growing, crew)?.workers ?? 0) > 0.1))
    return undefined;
  return {
    why:
      crews.length === 0
        ? `Nobody reads ${line.place}.`
        : `No worker ran that reads ${line.place}.`,
    help: 'Start some workers, and set an alarm on the age of the oldest message.',
  };
};

const overload: Find = ({ line, growing, burst, source: { scenario } }) => {
  const crew = crewsOf(line, scenario).find((name) => (crewIn(growing, name)?.busy ?? 0) > FULL);
  const work = crew === undefined ? undefined : crewIn(growing, crew);
  if (crew === undefined || work?.capacity === undefined) return undefined;
  const { came } = ratesOf(growing, line.name);
  if (came < 0.9 * work.capacity) return undefined;
  const most = scenario.consumers[crew]?.autoscale?.max;
  const grown =
    work.to > work.from
      ? ` They became more, from ${work.from} to ${work.to}, ${work.to === most ? 'which is all that they may be' : 'but too slowly'}.`
      : '';
  return {
    why: `More comes in (${rounded(came)} a second${burst ? `, in the burst of ${burst.producer}` : ''}) than ${crew} can do (${rounded(work.capacity)} a second).${grown}`,
    help:
      most === undefined
        ? 'Add workers, make each piece of work shorter, or let less in.'
        : `Scale earlier (a smaller target for each worker), start workers faster, or allow more than ${most} of them.`,
  };
};

const unevenly: Find = ({ line, growing, source: { scenario, background } }) => {
  const largest = background.shares.largest(line.place);
  const crews = crewsOf(line, scenario);
  const running = crews.reduce((sum, crew) => sum + (crewIn(growing, crew)?.workers ?? 0), 0);
  const isFree = crews.every((crew) => (crewIn(growing, crew)?.busy ?? 1) < FREE);
  if (!largest || !isFree || largest.share * running < 1.5) return undefined;
  const share = formatMetric(Math.round(largest.share * 100) / 100, 'ratio');
  if (line.kind === 'group')
    return {
      why: `${share} of the records are in ${largest.name}, which one worker alone reads; the others have time and can’t help.`,
      help: 'Choose a key that spreads better, for the smallest thing that needs order. More workers or partitions don’t help a single hot key.',
    };
  return {
    why: `${share} of the messages are of one group, ${largest.name}, and a FIFO queue hands out a group to one receive at a time; the other workers have time and can’t help.`,
    help: 'Use more and smaller groups: one for the smallest thing that needs order.',
  };
};

const shared: Find = ({ line, source: { report } }) => {
  const paused = line.kind === 'group' ? (report.groups[line.name]?.paused ?? 0) : 0;
  const rebalances = report.groups[line.name]?.rebalances ?? 0;
  if (paused === 0 || rebalances < 2) return undefined;
  return {
    why: `${line.name} shared out its partitions anew ${count(rebalances)} times; for ${formatMetric(paused, 'duration')} some of them had no owner.`,
    help: 'A session timeout above the longest pause leaves the slow in the group, a shorter one notices the dead sooner; the cooperative protocol lets the living go on meanwhile.',
  };
};

const sudden: Find = ({ line, burst }) =>
  burst && {
    why: `${burst.producer} made ${count(burst.made)} items at about the same time; on average over the run they are few, but these had to wait in ${line.place}, and others behind them.`,
    help: 'Spread a burst over more time, give it a queue of its own, or have workers for the peak and not only for the average.',
  };

const FINDERS: readonly Find[] = [
  amplified,
  outage,
  nobody,
  stuck,
  failing,
  slowService,
  limited,
  overload,
  unevenly,
  shared,
  sudden,
];

const count = rounded;
