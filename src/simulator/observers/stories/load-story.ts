import type { Micros } from '../../engine/time.ts';
import type { SimulationEvent } from '../../events/index.ts';
import type { Scenario } from '../../settings/scenario.ts';
import { formatMetric } from '../metrics/format.ts';
import { type Burst, burstIn } from './bursts.ts';
import type { Clock } from './clock.ts';
import { describe } from './describe.ts';
import { crewsOf, type Line, linesFor, servicesOf } from './lines-of.ts';
import { loadReason } from './load-reasons.ts';
import { crewIn, meanWaiting, type Phase, phasesOf, ratesOf, serviceIn } from './phases.ts';
import { rounded } from './rounded.ts';
import type { LoadSource, Told } from './told.ts';

/** How many faults are named: the others are like them. */
const MOST_FAULTS = 2;

/** How load and capacity went in the run: what came in, what was done, who waited and who was busy. */
export function loadStory(metric: string, source: LoadSource, clock: Clock): Told {
  const { readings } = source.background.timeline;
  const line = longest(linesFor(metric, source.scenario), source);
  const phases = line && phasesOf(readings, line.name);
  if (!line || !phases) return { lines: wholeRun(source), reason: undefined };
  const { before, growing, after } = phases;
  const faults = strikesIn(line, growing, source);
  const burst = burstIn(line, growing, readings, source.scenario);
  const lines = [
    ...(before ? [flow(line, before, clock)] : []),
    ...faults.slice(0, MOST_FAULTS).map((event) => `${clock(event.at)}  ${describe(event, clock)}`),
    flow(line, growing, clock),
    ...(burst ? [burstLine(burst, clock)] : []),
    ...work(line, growing, source),
    ...(after ? [flow(line, after, clock)] : []),
  ];
  return { lines, reason: loadReason({ line, growing, faults, burst, source }) };
}

/** The line in which most time was spent waiting. */
function longest(lines: readonly Line[], { background }: LoadSource): Line | undefined {
  const { readings } = background.timeline;
  const [first, last] = [readings[0], readings.at(-1)];
  if (!first || !last) return undefined;
  const waiting = ({ name }: Line) => meanWaiting(first, last, name);
  return [...lines].sort((a, b) => waiting(b) - waiting(a))[0];
}

/** Faults that held while the line grew, and that struck whoever has to do with it. */
function strikesIn(line: Line, { from, to }: Phase, { events, scenario }: LoadSource) {
  const crews = crewsOf(line, scenario);
  const concerned = new Set([
    line.name,
    line.place,
    ...crews,
    ...crews.flatMap((crew) => servicesOf(crew, scenario)),
  ]);
  return events.filter((event): event is Extract<SimulationEvent, { kind: 'fault-fired' }> => {
    if (event.kind !== 'fault-fired' || event.trace !== '') return false;
    const isConcerned =
      concerned.has(event.target) || crews.some((crew) => event.target.startsWith(`${crew}-`));
    const lasts = scenario.faults[event.fault]?.for ?? 0;
    const since = from.at - (to.at - from.at);
    return isConcerned && event.at <= to.at && event.at + lasts >= since;
  });
}

/** `From 60 s to 110 s: 1,000 a second come to orders, 247 leave it; waiting: 3 at first, 37,000 at last.` */
function flow({ name, kind, place }: Line, phase: Phase, clock: Clock): string {
  const { came, went } = ratesOf(phase, name);
  const where = kind === 'group' ? `${place} for ${name}` : place;
  const [first, last] = [number(phase.first), number(phase.last)];
  const waiting =
    first === last ? `${last} waiting` : `waiting: ${first} at first, ${last} at last`;
  const rates =
    kind === 'service'
      ? `${perSecond(came)} calls a second come back from ${place}`
      : `${perSecond(came)} a second come to ${where}, ${perSecond(went)} leave it`;
  const moment = (at: Micros) => clock(at).replace('.000', '');
  return `From ${moment(phase.from.at)} to ${moment(phase.to.at)}: ${rates}; ${waiting}.`;
}

function burstLine({ producer, made, from, to }: Burst, clock: Clock): string {
  return `${producer} made ${number(made)} of them in a burst, between ${clock(from.at)} and ${clock(to.at)}.`;
}

/** Who worked on the line in a phase, and whom they waited for. */
function work(line: Line, phase: Phase, { scenario }: LoadSource): string[] {
  const crews = crewsOf(line, scenario);
  const services = crews.flatMap((crew) => servicesOf(crew, scenario));
  if (line.kind === 'service') services.push(line.name);
  return [
    ...crews.flatMap((name) => crewLine(name, phase, scenario)),
    ...[...new Set(services)].flatMap((name) => serviceLine(name, phase, scenario)),
  ];
}

function crewLine(name: string, phase: Phase, scenario: Scenario): string[] {
  const calls = servicesOf(name, scenario).length > 0;
  const crew = crewIn(phase, name);
  if (!crew) return [];
  const { workers, busy, capacity } = crew;
  if (workers === 0) return [`Meanwhile no worker of ${name} runs.`];
  const could =
    capacity === undefined ? '' : `; always busy, they would do ${perSecond(capacity)} a second`;
  return [
    `Meanwhile ${name}: ${number(workers)} ${number(workers) === '1' ? 'worker' : 'workers'}, ${calls ? 'busy or waiting for a call' : 'busy'} ${part(busy)} of the time${could}.`,
  ];
}

/** Where nobody waited: who was how busy. */
function wholeRun({ scenario, background }: LoadSource): string[] {
  const { readings } = background.timeline;
  const [from, to] = [readings[0], readings.at(-1)];
  if (!from || !to) return [];
  const run: Phase = { from, to, first: 0, last: 0 };
  return [
    'Nobody had to wait in this run.',
    ...Object.keys(scenario.consumers).flatMap((name) => crewLine(name, run, scenario)),
  ];
}

function serviceLine(name: string, phase: Phase, scenario: Scenario): string[] {
  const servers = scenario.services[name]?.servers ?? 1;
  const service = serviceIn(phase, name, servers);
  if (!service) return [];
  const refused = service.turnedAway > 0 ? `, ${number(service.turnedAway)} refused` : '';
  const who = servers === 1 ? 'its server' : `its ${servers} servers`;
  return [
    `Meanwhile ${name}: ${who} ${part(service.busy)} of the time at work, ${number(service.inLine)} calls in line${refused}.`,
  ];
}

const number = (value: number) => rounded(Math.max(0, value));
const part = (value: number) => formatMetric(Math.round(value * 100) / 100, 'ratio');
const perSecond = rounded;
