import { dollars, number } from './format.ts';

const SERVER_HOUR = 0.096;
const HOURS = 730;
const PER_MILLION = 0.4;
const cluster = 5 * SERVER_HOUR * HOURS;
const millionRequests = cluster / PER_MILLION;
const perSecond = (millionRequests / 3) * (1e6 / (HOURS * 3600));

export const lines: readonly string[] = [
  `SQS takes \`${dollars(cluster)} / $0.40 = ${number(millionRequests)}\` million requests`,
  `or \`292,000,000 / ${number(HOURS * 3600)} = ${number(perSecond)}\` a second`,
  `about ${number(perSecond)} messages a second, ${number(Math.round(perSecond) * 10)} in full batches`,
  `which are \`876 / 3 = ${number(millionRequests / 3)}\` million messages`,
];
