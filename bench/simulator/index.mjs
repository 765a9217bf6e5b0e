import { importSource } from '../bundle.mjs';
import { compareWithTheory } from './closed-forms.mjs';
import { measureDepths } from './depths.mjs';
import { compareEngines } from './engines.mjs';
import { measureMessages } from './messages.mjs';
import { measureTicketSale } from './ticket-sale.mjs';

/** The simulator: is it right, is it fast, and does it stay fast. Everything is measured in this one run. */
export async function run() {
  const simulator = await importSource(
    'simulator',
    `export * from './src/simulator/engine/index.ts';
     export * from './src/simulator/broker/queue/index.ts';
     export { arrivalsOf } from './src/simulator/actors/arrivals.ts';
     export * from './test/simulator/oracles/formulas.ts';
     export * from './test/simulator/oracles/replications.ts';
     export * from './test/simulator/oracles/station.ts';`,
  );
  compareWithTheory(simulator);
  await compareEngines(simulator);
  measureMessages(simulator);
  measureDepths(simulator);
  await measureTicketSale();
}
