import { number } from './format.ts';

/** The poison pill: orders that kill, the way back, the lease. */
const KILLERS = 10;
const RESTART = 30;
const LEASE = 60;
const WORKERS = 5;

/** The duplicate charge. */
const CHARGE_LEASE = 30;
const RECEIVES = 3;
const SLOW_CHARGES = 300;

/** The backlog explosion. */
const COME = 50_000;
const DONE = 5_000;
const EACH = 500;
const BACKLOG = 1_000_000;
const MINUTES = 5;
const MANY = 120;

/** Twenty minutes away, and then catching up. */
const AWAY = 20;
const ARRIVALS = 4;

const late = SLOW_CHARGES - CHARGE_LEASE;

function waiting(minute: number, capacity: number): number {
  return Math.max(0, (ARRIVALS * AWAY - (capacity - ARRIVALS) * (minute - AWAY)) * 60);
}

function bar(count: number): string {
  return '█'.repeat(Math.floor(count / 240));
}

function row(minute: number): string {
  const [ten, twenty] = [waiting(minute, 5), waiting(minute, 10)];
  return `${String(minute).padStart(6)} ${bar(ten)} ${number(ten)} ${bar(twenty)} ${number(twenty)}`;
}

export const lines: readonly string[] = [
  `so ten such orders cost up to \`${KILLERS} × ${RESTART} s = ${KILLERS * RESTART}\` seconds of worker time a minute, and that is all that five workers have: \`${WORKERS} × ${LEASE} s = ${WORKERS * LEASE}\``,
  `${SLOW_CHARGES} charges began in these minutes; all but the last ${CHARGE_LEASE} were made three times: \`${late} × ${RECEIVES - 1} + ${CHARGE_LEASE} × 1 = ${late * (RECEIVES - 1) + CHARGE_LEASE}\` too many`,
  `After three receives ${SLOW_CHARGES - (RECEIVES - 1) * CHARGE_LEASE} were moved to the dead-letter queue`,
  `| how many workers to stop the growth? | arrivals / rate of one | ${number(COME)} / ${EACH} = ${COME / EACH} |`,
  `| how many to be done in ${MINUTES} minutes? | (arrivals + backlog / ${MINUTES * 60} s) / rate | ${Math.ceil((COME + BACKLOG / (MINUTES * 60)) / EACH)} |`,
  `| how long with ${MANY}? | backlog / (capacity − arrivals) | ${BACKLOG / (MANY * EACH - COME)} s |`,
  `a million is reached in \`${number(BACKLOG)} / ${number(COME - DONE)} = ${number(BACKLOG / (COME - DONE), 1)}\` seconds`,
  `the catching up takes ${(ARRIVALS * AWAY) / (5 - ARRIVALS)} minutes`,
  ...[20, 26, 34, 60, 100].map(row),
];
