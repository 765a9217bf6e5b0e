/** The program of a worker thread: does the simulations that it is sent, one after the other. */
import { parentPort } from 'node:worker_threads';
import { type SimulationJob, simulate } from './simulator/scenario/index.ts';

parentPort?.on('message', (job: SimulationJob) => parentPort?.postMessage(simulate(job)));
