import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

/** One ticket sale in a process of its own. Arguments: the bundle, the scenario. Prints what it took as JSON. */
const [bundle, file] = process.argv.slice(2);
const { readScenario, runScenario } = await import(pathToFileURL(bundle).href);
const { scenario, problems } = readScenario(file, await readFile(file, 'utf8'));
if (!scenario) throw new Error(problems.map(({ what }) => what).join('; '));
const cpuBefore = process.cpuUsage();
const started = performance.now();
const { passed, report } = runScenario(scenario);
const seconds = (performance.now() - started) / 1e3;
const { user, system } = process.cpuUsage(cpuBefore);
const { maxRSS } = process.resourceUsage();
const result = {
  seconds,
  cpuSeconds: (user + system) / 1e6,
  megabytes: maxRSS / 1024,
  passed,
  buyers: report.queues['ticket-orders.fifo'].sent,
};
console.log(JSON.stringify(result));
