import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { bundleSource } from '../bundle.mjs';
import { median, table } from '../measure.mjs';

const ROUNDS = 5;
const AIM_SECONDS = 0.5;
const AIM_MEGABYTES = 200;

/** The ticket sale that is shipped, as `sim run` runs it: each time in a process of its own, which is cold. */
export async function measureTicketSale() {
  console.log('\n  the ticket sale: 50,000 buyers, 1,000 a second, each run in a fresh process\n');
  const bundle = await bundleSource(
    'ticket-sale',
    `export { readScenario, runScenario } from './src/simulator/scenario/index.ts';`,
  );
  const runs = [];
  for (let round = 0; round < ROUNDS; round += 1) runs.push(await ticketSale(bundle));
  if (!runs.every(({ passed }) => passed)) throw new Error('the ticket sale fails its checks');
  const middle = (name) => median(runs.map((run) => run[name]));
  const seconds = middle('seconds');
  const megabytes = middle('megabytes');
  table([
    ['', 'median', 'aim'],
    ['buyers', runs[0].buyers.toLocaleString('en'), ''],
    ['seconds', seconds.toFixed(2), judged(seconds, AIM_SECONDS)],
    ['of processor time', middle('cpuSeconds').toFixed(2), ''],
    ['the fourth in one process', middle('warmSeconds').toFixed(2), ''],
    ['peak memory in MB', megabytes.toFixed(0), judged(megabytes, AIM_MEGABYTES)],
  ]);
}

async function ticketSale(bundle) {
  const run = resolve(import.meta.dirname, 'ticket-sale-run.mjs');
  const file = resolve(import.meta.dirname, '../../content/scenarios/ticket-sale.yaml');
  const { stdout } = await promisify(execFile)(process.execPath, [run, bundle, file]);
  return JSON.parse(stdout);
}

function judged(value, aim) {
  return `under ${aim}: ${value < aim ? 'met' : 'MISSED'}`;
}
