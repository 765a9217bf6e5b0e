import type { SimulationEvent } from '../../simulator/events/index.ts';
import { type Clock, describe } from '../../simulator/observers/index.ts';
import { concerns } from './parts.ts';

const MOST_LINES = 12;
/** What goes as it should is told, too, where there is any: it tells how long things take. */
const MOST_NEWS = 8;

/** What a part wrote down last. Only what somebody in the system could know: nobody there knows of faults. */
export class Journal {
  readonly #part: string;
  readonly #news: SimulationEvent[] = [];
  readonly #routine: SimulationEvent[] = [];

  constructor(part: string) {
    this.#part = part;
  }

  see(event: SimulationEvent): void {
    const weight = weightOf(event);
    if (weight === undefined || !concerns(event, this.#part)) return;
    const kept = weight === 'news' ? this.#news : this.#routine;
    kept.push(event);
    if (kept.length > MOST_LINES) kept.shift();
  }

  /** Oldest first. */
  lines(clock: Clock): string[] {
    const few = Math.max(MOST_NEWS, MOST_LINES - this.#routine.length);
    const news = this.#news.slice(-few);
    const routine = this.#routine.slice(news.length - MOST_LINES);
    return [...news, ...routine]
      .sort((a, b) => a.at - b.at)
      .map((event) => `${clock(event.at)}  ${describe(event, clock)}`);
  }
}

type Weight = 'news' | 'routine';
type Weights = {
  readonly [K in SimulationEvent['kind']]?:
    | Weight
    | ((event: Extract<SimulationEvent, { kind: K }>) => Weight | undefined);
};

const WEIGHTS: Weights = {
  'work-ended': ({ outcome }) => (outcome === 'done' ? 'routine' : 'news'),
  'call-ended': ({ outcome }) => (outcome === 'ok' ? 'routine' : 'news'),
  'call-wasted': 'news',
  effect: ({ outcome }) => (outcome === 'refused' ? 'news' : undefined),
  'worker-state': ({ state }) =>
    state === 'down' || state === 'starting' || state === 'gone' ? 'news' : undefined,
  scaled: 'news',
  'breaker-state': 'news',
  'delete-ineffective': 'news',
  'produce-failed': 'news',
  deduplicated: 'news',
  'publish-deduplicated': 'news',
  'append-refused': 'news',
  'append-deduplicated': 'news',
  'rebalance-started': 'news',
  'member-left': 'news',
  'partitions-revoked': 'news',
  'offset-reset': 'news',
  'transaction-ended': ({ outcome }) => (outcome === 'committed' ? undefined : 'news'),
  'record-settled': ({ outcome }) => (outcome === 'accepted' ? undefined : 'news'),
  received: ({ receiveCount }) => (receiveCount > 1 ? 'news' : undefined),
  sent: 'routine',
  published: 'routine',
  appended: 'routine',
};

function weightOf(event: SimulationEvent): Weight | undefined {
  const weight = WEIGHTS[event.kind];
  if (typeof weight !== 'function') return weight;
  return (weight as (event: SimulationEvent) => Weight | undefined)(event);
}
