import { didYouMean } from '../../../../wording/nearest.ts';
import { type Kind, readBy, textOf, Wrong } from './kind.ts';
import { type Data, isMap } from './map.ts';

/** The sections whose keys are the author's own names, each with the word for one of its things. */
const SECTIONS = {
  queues: 'queue',
  priorityQueues: 'priority queue',
  topics: 'topic',
  logs: 'log',
  stores: 'store',
  services: 'service',
  producers: 'producer',
  consumers: 'consumer',
  alarms: 'alarm',
} as const;

export type Section = keyof typeof SECTIONS;
export type Names = Readonly<Record<Section, readonly string[]>>;

export const sections = Object.keys(SECTIONS) as readonly Section[];

/** What the scenario's sections name, good or bad, so that references can be told apart from mistakes. */
export function namesIn(data: Data): Names {
  const keys = (section: Section) => {
    const value = data[section];
    return isMap(value) ? Object.keys(value) : [];
  };
  return {
    queues: keys('queues'),
    priorityQueues: keys('priorityQueues'),
    topics: keys('topics'),
    logs: keys('logs'),
    stores: keys('stores'),
    services: keys('services'),
    producers: keys('producers'),
    consumers: keys('consumers'),
    alarms: keys('alarms'),
  };
}

/** The section of a name, among those that a reference may mean. */
export function sectionOf(names: Names, name: string, among = sections): Section | undefined {
  return among.find((section) => names[section].includes(name));
}

export function isFifo(name: string): boolean {
  return name.endsWith('.fifo');
}

/** The name of something in one of these sections. */
export function nameIn(names: Names, among: readonly Section[], why = ''): Kind<string> {
  return readBy((input) => {
    if (typeof input === 'string' && sectionOf(names, input, among)) return input;
    const known = among.flatMap((section) => names[section]);
    return new Wrong(
      `${listed(names, among)}${why === '' ? '' : `: ${why}`}.${didYouMean(textOf(input), known)}`,
    );
  });
}

/** The name of a queue of this type. */
export function queueOfType(names: Names, fifo: boolean, why: string): Kind<string> {
  const queues = names.queues.filter((name) => isFifo(name) === fifo);
  return readBy((input) => {
    if (typeof input === 'string' && queues.includes(input)) return input;
    const type = fifo ? 'FIFO' : 'standard';
    const choice = queues.length === 0 ? 'there is none yet' : queues.join(', ');
    return new Wrong(
      `name a ${type} queue (${choice}): ${why}.${didYouMean(textOf(input), queues)}`,
    );
  });
}

function listed(names: Names, among: readonly Section[]): string {
  const there = among.filter((section) => names[section].length > 0);
  if (there.length === 0) {
    const wanted = inWords(among.map((section) => `a ${SECTIONS[section]}`));
    return `name ${wanted}; there is none yet, so add one under ${inWords(among)}`;
  }
  return `name ${inWords(there.map((section) => `a ${SECTIONS[section]} (${names[section].join(', ')})`))}`;
}

function inWords(choices: readonly string[]): string {
  return choices.length < 2
    ? choices.join()
    : `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`;
}

/** Where messages wait or pass: what can be sent to and received from. */
export const PLACES: readonly Section[] = ['queues', 'priorityQueues', 'topics', 'logs'];
