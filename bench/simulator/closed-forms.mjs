import { table } from '../measure.mjs';

const CUSTOMERS = 100_000;
const SECOND = 1_000_000;
const EXPONENTIAL = { kind: 'exponential', mean: SECOND };
const CONSTANT = { kind: 'constant', value: SECOND };
const UNIFORM = { kind: 'uniform', min: 0, max: 2 * SECOND };

/** Queueing theory beside the simulated mean of 20 seeds; `off` is how many standard errors lie between, 4 are allowed. */
export function compareWithTheory(simulator) {
  console.log(
    `  simulated against exact: 20 seeds of ${CUSTOMERS.toLocaleString('en')} customers\n`,
  );
  const rows = [['', 'utilisation', 'simulated', 'exact', 'difference', 'off']];
  const failures = [];
  for (const utilisation of simulator.UTILISATIONS) {
    for (const { name, load, settings, measure, exact } of casesAt(utilisation, simulator)) {
      const { found } = simulator.replicate(
        { load, settings, customers: CUSTOMERS },
        { found: measure },
      );
      const off = simulator.deviation(found, exact);
      if (off > 4) failures.push(`${name} at ${utilisation}`);
      rows.push([
        name,
        utilisation,
        found.mean.toFixed(4),
        exact.toFixed(4),
        `${(100 * (found.mean / exact - 1)).toFixed(2)} %`,
        off.toFixed(1),
      ]);
    }
  }
  table(rows);
  console.log(
    failures.length === 0
      ? '\n  all within 4 standard errors'
      : `\n  beyond 4 standard errors: ${failures.join(', ')}`,
  );
}

function casesAt(utilisation, { wait, ...theory }) {
  const rejected = ({ outcome }) => (outcome === 'rejected' ? 1 : 0);
  const oneServer = (name, latency, exact) => ({
    name: `${name}, mean wait`,
    load: utilisation,
    settings: { latency },
    measure: wait,
    exact,
  });
  return [
    oneServer('M/M/1', EXPONENTIAL, theory.meanWait(utilisation, 1)),
    oneServer('M/D/1', CONSTANT, theory.meanWaitOfAnyService(utilisation, 1)),
    oneServer('M/U/1', UNIFORM, theory.meanWaitOfAnyService(utilisation, 4 / 3)),
    {
      name: 'M/M/4, share that waits (Erlang C)',
      load: 4 * utilisation,
      settings: { servers: 4, latency: EXPONENTIAL },
      measure: ({ waited }) => (waited > 0 ? 1 : 0),
      exact: theory.erlangC(4 * utilisation, 4),
    },
    {
      name: 'M/M/5/5, share turned away (Erlang B)',
      load: 5 * utilisation,
      settings: { servers: 5, latency: EXPONENTIAL, queueLimit: 0 },
      measure: rejected,
      exact: theory.erlangB(5 * utilisation, 5),
    },
  ];
}
