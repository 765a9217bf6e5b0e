import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

/** Ticket sales in a process of their own: one as `sim run` makes it, then more of them, when the machine code is there. */
const [bundle, file] = process.argv.slice(2);
const { readScenario, runScenario } = await import(pathToFileURL(bundle).href);
const { scenario, problems } = readScenario(file, await readFile(file, 'utf8'));
if (!scenario) throw new Error(problems.map(({ what }) => what).join('; '));
const AGAIN = 3;
const cpuBefore = process.cpuUsage();
const started = performance.now();
const { passed, report } = runScenario(scenario);
const seconds = (performance.now() - started) / 1e3;
const { user, system } = process.cpuUsage(cpuBefore);
const { maxRSS } = process.resourceUsage();
const again = Array.from({ length: AGAIN }, () => {
  const startedAgain = performance.now();
  runScenario(scenario);
  return (performance.now() - startedAgain) / 1e3;
});
const result = {
  seconds,
  cpuSeconds: (user + system) / 1e6,
  warmSeconds: again.at(-1),
  megabytes: maxRSS / 1024,
  passed,
  buyers: report.queues['ticket-orders.fifo'].sent,
};
console.log(JSON.stringify(result));
