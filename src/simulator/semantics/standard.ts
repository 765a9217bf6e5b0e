import type { Semantic } from './semantic.ts';

/** SQS standard queues. */
export const STANDARD: readonly Semantic[] = [
  {
    id: 'STD-01',
    statement:
      'A message sent with a delay cannot be received before the delay is over. The delay is 0 to 900 s; the queue sets it where the message does not.',
    sources: ['BC-SQS'],
  },
  {
    id: 'STD-02',
    statement:
      'A receive hands out at most as many messages as it asks for, 1 to 10, and only visible ones. Fewer, or none, is a normal answer.',
    sources: ['BC-SQS'],
  },
  {
    id: 'STD-03',
    statement:
      'A message that was handed out is hidden from the moment of the receive for the visibility timeout: the one in the request, else the one of the queue. With 0 it stays visible.',
    sources: ['BC-SQS'],
  },
  {
    id: 'STD-04',
    statement:
      'If nobody deletes it before the visibility timeout is over, the message is simply visible again. That moment counts nothing and moves nothing.',
    sources: ['BC-SQS'],
  },
  {
    id: 'STD-05',
    statement:
      'ApproximateReceiveCount rises by one with each receive that hands the message out, and with nothing else. The first receive shows 1.',
    sources: ['BC-SQS', 'LS-SQS'],
  },
  {
    id: 'STD-06',
    statement:
      'Every receive gives a new receipt handle, and the newest one deletes, even after the timeout as long as nobody received the message since. Deleting with an older one succeeds without promising anything.',
    sources: ['BC-SQS', 'LS-SQS'],
    open: 'Whether an older handle deletes. Here it never does.',
  },
  {
    id: 'STD-07',
    statement:
      "ChangeMessageVisibility moves the deadline of this one hand-out to so many seconds from now; 0 shows the message at once. The next receive starts from the queue's value again.",
    sources: ['BC-SQS', 'LS-SQS'],
  },
  {
    id: 'STD-08',
    statement:
      'A message can be hidden for 43,200 s (12 hours) at most, counted from its receive. A change that asks for more is refused, not cut down.',
    sources: ['DG-SQS', 'BC-SQS'],
  },
  {
    id: 'STD-09',
    statement:
      'The receive that would bring the count above maxReceiveCount moves the message to the dead-letter queue and does not hand it out. With 2, receives 1 and 2 return it and the third moves it.',
    sources: ['BC-SQS', 'LS-SQS'],
    open: "The guide of 2023 counts the receives before the move, the API text says that the count exceeds the limit. AWS's recorded answers agree with the API text, and so does this simulator.",
  },
  {
    id: 'STD-10',
    statement:
      'The receive that moves a message is not counted. Id, body, attributes and count go with it: with maxReceiveCount 1 its first receive from the dead-letter queue shows 2. The queue that it came from is added.',
    sources: ['LS-SQS'],
  },
  {
    id: 'STD-11',
    statement:
      'Only a receive moves a message to the dead-letter queue. Where nobody receives, nothing moves, however long it waits.',
    sources: ['FOLLOWS'],
  },
  {
    id: 'STD-12',
    statement:
      'Retention counts from the first send, also while the message is hidden, and in a standard dead-letter queue too: after one day in the source, four days of retention leave three.',
    sources: ['DLQ-RET', 'LS-SQS'],
  },
  {
    id: 'STD-13',
    statement:
      'A move task takes messages out of a dead-letter queue and sends them anew: new id, new time, count from the start. At most 500 a second, and one task at a time.',
    sources: ['DG-SQS', 'BC-SQS'],
  },
  {
    id: 'STD-14',
    statement:
      'A short poll (wait 0) asks only some of the servers and may miss messages that are there. A long poll (1 to 20 s) asks all: it answers as soon as there is a message, or with none when the wait is over.',
    sources: ['BC-SQS'],
    open: 'How often a short poll misses one: nature.shortPollMissChance, while the backlog is below 1,000.',
  },
  {
    id: 'STD-15',
    statement:
      'Delivery is at least once. Rarely, a message is handed out again although it is hidden, or even after it was deleted.',
    sources: ['BC-SQS', 'DG-SQS'],
    open: 'How rarely: nature.duplicateChance, for each receive.',
  },
  {
    id: 'STD-16',
    statement: 'Order is best effort: mostly as sent, with swaps. Nothing may depend on it.',
    sources: ['Q-MSG'],
    open: 'How often, and how far: nature.reorderChance and nature.reorderWindow.',
  },
  {
    id: 'STD-17',
    statement:
      'About 120,000 messages may be in flight. Beyond it a short poll is refused with OverLimit and a long poll comes back empty. Visible and delayed messages do not count.',
    sources: ['BC-SQS', 'DG-SQS'],
    open: 'The API text of 2026 names no polling mode; that only short polls are refused is the guide of 2023.',
  },
  {
    id: 'STD-18',
    statement:
      'A message that was received three times or more without being deleted goes to the back and no longer counts for the age of the oldest.',
    sources: ['DG-SQS'],
    open: 'Wording of 2023. Where a message that comes back before that takes its place, the service does not say: here where it was.',
  },
  {
    id: 'STD-19',
    statement:
      "A message above 1,048,576 bytes is refused, and so is a whole batch whose sum is above it. An entry that only breaks the queue's own smaller limit fails alone.",
    sources: ['LS-SQS'],
  },
  {
    id: 'STD-20',
    statement:
      'A batch succeeds as a call although entries of it may fail: every entry has a result of its own.',
    sources: ['BC-SQS'],
  },
  {
    id: 'STD-21',
    statement:
      'With group ids a standard queue is fair: groups do not block anyone, but while one tenant is noisy, the messages of the others go first. A message without an id is a tenant of its own.',
    sources: ['FAIR', 'BC-SQS'],
    open: 'The thresholds are approximate: noisy is above 10 % of what is in flight and at least 30 of its own, or above 10 % of recent processing time.',
  },
  {
    id: 'STD-22',
    statement: 'A deduplication id on a standard queue is an error.',
    sources: ['LS-SQS', 'BC-SQS'],
  },
  {
    id: 'STD-23',
    statement:
      'A purge removes visible, hidden and delayed messages. A second one within 60 s is refused.',
    sources: ['LS-SQS'],
    open: 'The service may take up to 60 s for it. Here it happens at once.',
  },
  {
    id: 'STD-24',
    statement:
      'Every API call is billed, empty receives too: one request for each 64 KB begun. A batch of ten small messages is one request.',
    sources: ['PRICE-SQS'],
    open: 'The tiers of the FIFO price, and whether the queue bills what SNS puts in: the sources disagree or are silent.',
  },
];
