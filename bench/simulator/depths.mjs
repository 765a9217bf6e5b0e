import { median, table } from '../measure.mjs';
import { messageOf, worldWithQueue } from './queue-world.mjs';

const DEPTHS = [100, 100_000];
const AIM = 1.5;

/** Receives, deletes and sends one more, so that the backlog stays: what does a pair cost when it is deep? */
export function measureDepths(simulator) {
  console.log('\n  a receive + delete + send while so many messages wait, in processor time\n');
  const benches = DEPTHS.flatMap((depth) => [
    backlog(simulator, depth),
    backlog(simulator, depth, 1_000),
  ]);
  const times = benches.map(() => []);
  for (let round = 0; round < 9; round += 1)
    for (const [index, bench] of benches.entries()) times[index].push(bench(20_000));
  const [shallow, shallowFifo, deep, deepFifo] = times.map((each) => median(each.slice(2)));
  const row = (name, few, many) => [
    name,
    few.toFixed(0),
    many.toFixed(0),
    `${(many / few).toFixed(2)} times${many > AIM * few ? ' MISSED' : ''}`,
  ];
  table([
    ['nanoseconds', ...DEPTHS.map((depth) => depth.toLocaleString('en')), 'ratio'],
    row('standard', shallow, deep),
    row('FIFO, 1,000 groups', shallowFifo, deepFifo),
  ]);
  console.log(`\n  the aim is a ratio of at most ${AIM}`);
}

/** Fills a queue and gives a function that works on it so many times and tells the nanoseconds of processor time of each. */
function backlog(simulator, depth, groups) {
  const { queue } = worldWithQueue(simulator, groups !== undefined);
  let now = 0;
  let sent = 0;
  const send = () => {
    sent += 1;
    queue.send(now, messageOf(sent, groups));
  };
  const remove = (at, [delivery]) => {
    if (delivery) queue.delete(at, delivery, 'consumer');
  };
  while (sent < depth) send();
  return (pairs) => {
    const before = process.cpuUsage();
    for (let pair = 0; pair < pairs; pair += 1) {
      now += 1_000;
      queue.receive(now, { waitTimeSeconds: 20, by: 'consumer' }, remove);
      send();
    }
    const { user, system } = process.cpuUsage(before);
    return ((user + system) * 1e3) / pairs;
  };
}
