import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { medians, table } from '../measure.mjs';
import { bareHeap } from './bare-heap.mjs';

const UTILISATION = 0.9;
const CUSTOMERS = 1_000_000;
const SIMPY_CUSTOMERS = 100_000;
const ROUNDS = 5;
const SIMPY_AIM = 10;

/** M/M/1 through the simulator's calendar and service, beside a loop that does nothing else and beside SimPy. */
export async function compareEngines(simulator) {
  console.log(`\n  M/M/1 at utilisation ${UTILISATION}, customers a second\n`);
  const run = () => seconds(() => simulated(simulator));
  await medians([run, () => seconds(() => bareHeap(CUSTOMERS, UTILISATION))], 2);
  const [ours, bare] = await medians(
    [run, () => seconds(() => bareHeap(CUSTOMERS, UTILISATION))],
    ROUNDS,
  );
  const speed = CUSTOMERS / ours;
  const simpy = await simpySpeed();
  table([
    ['', 'customers/s', 'against ours'],
    ['swelearn: calendar, service, events', millions(speed), ''],
    row('bare 4-ary heap on typed arrays', CUSTOMERS / bare, speed),
    ...(simpy === undefined ? [] : [row('SimPy', simpy, speed)]),
  ]);
  if (simpy === undefined)
    console.log('\n  SimPy is missing (package python3-simpy), so nothing is said of it');
  else
    console.log(
      `\n  ${(speed / simpy).toFixed(0)} times SimPy; the aim is at least ${SIMPY_AIM}: ${speed >= SIMPY_AIM * simpy ? 'met' : 'MISSED'}`,
    );
}

function simulated({ arrivalsOf, runStation }) {
  let waited = 0;
  runStation({
    settings: { latency: { kind: 'exponential', mean: 1_000_000 } },
    arrivals: (stream) => arrivalsOf({ kind: 'poisson', rate: UTILISATION }, stream),
    seed: 1,
    customers: CUSTOMERS,
    see: (event) => {
      waited += event.waited;
    },
  });
  return waited;
}

/** Customers a second, by whichever Python has SimPy; undefined where none has. */
async function simpySpeed() {
  const script = resolve(import.meta.dirname, 'mm1.py');
  const speeds = [];
  for (let round = 0; round < 3; round += 1) speeds.push(await firstAnswer(script));
  return speeds.sort((a, b) => a - b)[1];
}

async function firstAnswer(script) {
  for (const python of ['python3', '/usr/bin/python3']) {
    try {
      const { stdout } = await promisify(execFile)(python, [
        script,
        String(SIMPY_CUSTOMERS),
        String(UTILISATION),
      ]);
      return SIMPY_CUSTOMERS / Number(stdout);
    } catch {
      // This one has no SimPy, or isn't there.
    }
  }
  return undefined;
}

function row(name, speed, ours) {
  return [name, millions(speed), `${(ours / speed).toFixed(2)} times`];
}

function millions(speed) {
  return `${(speed / 1e6).toFixed(2)} M`;
}

function seconds(work) {
  const started = performance.now();
  work();
  return (performance.now() - started) / 1e3;
}
