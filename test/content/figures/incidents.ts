import { number } from './format.ts';

/** The poison pill: orders that kill, the way back, the lease. */
const KILLERS = 10;
const RESTART = 30;
const LEASE = 60;
const WORKERS = 5;

/** The duplicate charge. */
const CHARGE_LEASE = 40;
const CHARGES = 2; // a second
const SLOW_SECONDS = 240;

/** The backlog explosion. */
const COME = 50_000;
const DONE = 5_000;
const EACH = 500;
const BACKLOG = 1_000_000;
const MINUTES = 5;
const MANY = 120;

/** Half an hour away, and then catching up. */
const AWAY = 30;
const ARRIVALS = 3;

const slow = CHARGES * SLOW_SECONDS;
const deadLettered = CHARGES * (SLOW_SECONDS - CHARGE_LEASE);

function waiting(minute: number, capacity: number): number {
  return Math.max(0, (ARRIVALS * AWAY - (capacity - ARRIVALS) * (minute - AWAY)) * 60);
}

function bar(count: number): string {
  return '█'.repeat(Math.floor(count / 270));
}

function row(minute: number): string {
  const [few, many] = [waiting(minute, 4), waiting(minute, 8)];
  return `${String(minute).padStart(6)} ${bar(few)} ${number(few)} ${bar(many)} ${number(many)}`;
}

export const lines: readonly string[] = [
  `so ten such orders cost up to \`${KILLERS} × ${RESTART} s = ${KILLERS * RESTART}\` seconds of worker time a minute, and that is all that five workers have: \`${WORKERS} × ${LEASE} s = ${WORKERS * LEASE}\``,
  `Two charges a second began, \`${CHARGES}/s × ${SLOW_SECONDS} s = ${slow}\` in these minutes`,
  `so \`${CHARGES}/s × (${SLOW_SECONDS} − ${CHARGE_LEASE}) = ${deadLettered}\` messages went on to the dead-letter queue`,
  `For the last ${slow - deadLettered} the second call was quick again`,
  `| how many workers to stop the growth? | arrivals / rate of one | ${number(COME)} / ${EACH} = ${COME / EACH} |`,
  `| how many to be done in ${MINUTES} minutes? | (arrivals + backlog / ${MINUTES * 60} s) / rate | ${Math.ceil((COME + BACKLOG / (MINUTES * 60)) / EACH)} |`,
  `| how long with ${MANY}? | backlog / (capacity − arrivals) | ${BACKLOG / (MANY * EACH - COME)} s |`,
  `a million is reached in \`${number(BACKLOG)} / ${number(COME - DONE)} = ${number(BACKLOG / (COME - DONE), 1)}\` seconds`,
  `the catching up takes ${(ARRIVALS * AWAY) / (4 - ARRIVALS)} minutes`,
  ...[30, 36, 48, 75, 120].map(row),
];
