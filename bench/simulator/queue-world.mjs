/** A queue with a dead-letter queue on a calendar of their own, as the service's defaults have them; events are counted. */
export function worldWithQueue(
  { EventCalendar, RandomStreams, Queue, DEFAULT_QUEUE_SETTINGS },
  fifo,
) {
  const calendar = new EventCalendar();
  const streams = new RandomStreams(1);
  let ids = 0;
  let deleted = 0;
  const world = {
    timers: calendar,
    random: (name) => streams.stream(name),
    newId: () => {
      ids += 1;
      return `m${ids}`;
    },
    emit: (event) => {
      if (event.kind === 'deleted') deleted += 1;
    },
  };
  const queues = new Map();
  const make = (name, redrivePolicy) => {
    const settings = { ...DEFAULT_QUEUE_SETTINGS, fifo, redrivePolicy };
    queues.set(name, new Queue(world, name, settings, (other) => queues.get(other)));
  };
  make('orders', { deadLetterQueue: 'orders-dlq', maxReceiveCount: 3 });
  make('orders-dlq', undefined);
  return { calendar, queue: queues.get('orders'), deletions: () => deleted };
}

/** A message of the n-th buyer; with groups, one of a FIFO queue. */
export function messageOf(number, groups) {
  return {
    body: 'two tickets',
    messageGroupId: groups && `g${number % groups}`,
    messageDeduplicationId: groups && `d${number}`,
    traceHeader: 'buyers-1',
    by: 'buyers',
  };
}
