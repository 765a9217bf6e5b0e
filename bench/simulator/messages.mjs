import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { median, table } from '../measure.mjs';
import { messageOf, worldWithQueue } from './queue-world.mjs';

const SIZES = [1e4, 1e5, 1e6, 1e7];
const MEGABYTE = 2 ** 20;
const AIM = 0.5e6;
const WARM = 3e5;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');

/** SQS in virtual time: each message is sent, received and deleted, with all semantics on and every event made. */
export function measureMessages(simulator) {
  passMessages(simulator, { count: WARM });
  console.log(
    '\n  SQS, send + receive + delete, by the clock and by processor time (collecting garbage included), deleted by\n  the delivery, as workers do here;\n  memory is what is left at the end\n',
  );
  table([
    ['', 'messages', 'messages/s', 'messages/CPU s', 'MB'],
    ...SIZES.map((count) => passed(simulator, 'standard, one at a time', { count })),
    passed(simulator, 'standard, batches of 10', { count: 1e6, batch: 10 }),
    passed(simulator, 'FIFO, 1,000 groups, one at a time', { count: 1e6, groups: 1_000 }),
    passed(simulator, 'FIFO, 1,000 groups, batches of 10', {
      count: 1e6,
      groups: 1_000,
      batch: 10,
    }),
  ]);
  console.log(`\n  the aim is at least ${AIM / 1e6} M messages/s, at every size`);
}

function passed(simulator, name, load) {
  const rounds = load.count > 1e6 ? 1 : 3;
  const runs = Array.from({ length: rounds }, () => measured(simulator, load));
  const speed = load.count / median(runs.map(({ seconds }) => seconds));
  const cpuSpeed = load.count / median(runs.map(({ cpuSeconds }) => cpuSeconds));
  return [
    name,
    load.count.toLocaleString('en'),
    `${(speed / 1e6).toFixed(2)} M${speed < AIM ? ' MISSED' : ''}`,
    `${(cpuSpeed / 1e6).toFixed(2)} M`,
    (median(runs.map(({ bytes }) => bytes)) / MEGABYTE).toFixed(1),
  ];
}

function measured(simulator, load) {
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  const cpuBefore = process.cpuUsage();
  const started = performance.now();
  // Collecting garbage also throws machine code away: few messages would pass before it is back.
  const passes = Math.ceil(WARM / load.count);
  let kept;
  for (let pass = 0; pass < passes; pass += 1) kept = passMessages(simulator, load);
  const seconds = (performance.now() - started) / 1e3;
  const { user, system } = process.cpuUsage(cpuBefore);
  collectGarbage();
  if (kept.deletions() < load.count) throw new Error(`${load.count - kept.deletions()} are left`);
  return {
    seconds: seconds / passes,
    cpuSeconds: (user + system) / 1e6 / passes,
    bytes: process.memoryUsage().heapUsed - before,
  };
}

/**
 * A producer that sends a message a millisecond and a consumer that works half a millisecond on what it receives. Gives the
 * world back, so that what it keeps is kept.
 */
function passMessages(simulator, { count, batch = 1, groups }) {
  const world = worldWithQueue(simulator, groups !== undefined);
  const { calendar, queue, deletions } = world;
  let sent = 0;
  const send = (now) => {
    const entries = [];
    for (let entry = 0; entry < batch; entry += 1) {
      sent += 1;
      entries.push(messageOf(sent, groups));
    }
    if (batch === 1) queue.send(now, entries[0]);
    else queue.sendBatch(now, entries);
    if (sent < count) calendar.at(now + batch * 1_000, send);
  };
  let received = [];
  const poll = { maxNumberOfMessages: batch, waitTimeSeconds: 20, by: 'consumer' };
  const finish = (now) => {
    // By the deliveries, as the simulator's workers delete.
    if (batch === 1) queue.delete(now, received[0], 'consumer');
    else queue.deleteBatch(now, received, 'consumer');
    queue.receive(now, poll, work);
  };
  const work = (now, deliveries) => {
    received = deliveries;
    if (deliveries.length > 0) calendar.at(now + 500, finish);
    else if (sent < count) queue.receive(now, poll, work);
  };
  calendar.at(0, send);
  queue.receive(0, poll, work);
  while (deletions() < count && calendar.step());
  return world;
}
