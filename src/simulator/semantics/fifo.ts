import type { Semantic } from './semantic.ts';

/** SQS FIFO queues: what they add to standard queues, or have instead. */
export const FIFO: readonly Semantic[] = [
  {
    id: 'FIFO-01',
    statement:
      'A send without a group id is refused; so is one without a deduplication id unless the queue deduplicates by content.',
    sources: ['BC-SQS', 'LS-SQS'],
  },
  {
    id: 'FIFO-02',
    statement:
      "A send with an id that was accepted in the last 5 minutes succeeds, returns the first message's id and adds nothing, even if that message is received, deleted or dead-lettered by now. Duplicates do not make the window longer.",
    sources: ['BC-SQS', 'LS-SQS'],
    open: 'Five minutes are a minimum for the service. Here they are exact.',
  },
  {
    id: 'FIFO-03',
    statement:
      'Ids are compared within the whole queue, or within each group where deduplicationScope is messageGroup.',
    sources: ['LS-SQS'],
  },
  {
    id: 'FIFO-04',
    statement:
      'The id by content is the SHA-256 of the body alone, without attributes. An id in the request goes before it.',
    sources: ['BC-SQS'],
  },
  {
    id: 'FIFO-05',
    statement:
      'Within a group, messages are handed out in the order sent. While one of them is in flight, nobody gets another of that group.',
    sources: ['BC-SQS'],
    open: 'One receive may hold several of a group. That they are worked on one at a time then rests on their consumer.',
  },
  {
    id: 'FIFO-06',
    statement:
      'One receive first takes what it can of one free group, in order, and then goes on to the next: of g1m1, g2m1, g1m2, g1m3 it returns g1m1, g1m2, g1m3, g2m1.',
    sources: ['LS-SQS'],
    open: 'Which group comes first. Here groups take turns in the order in which they became free.',
  },
  {
    id: 'FIFO-07',
    statement:
      'When a part of a batch is deleted, its group stays blocked until the rest is deleted or visible again.',
    sources: ['LS-SQS'],
  },
  {
    id: 'FIFO-08',
    statement:
      'A message whose visibility timeout ran out comes again before the later ones of its group.',
    sources: ['BC-SQS', 'LS-SQS'],
  },
  {
    id: 'FIFO-09',
    statement:
      'Deleting after the visibility timeout, or changing it then, is an error: the receipt handle has expired. Where the timeout was extended in time, it works.',
    sources: ['LS-SQS', 'DG-SQS'],
  },
  {
    id: 'FIFO-10',
    statement:
      "A message may not have a delay of its own (0 is allowed). The queue's delay holds for all.",
    sources: ['LS-SQS'],
  },
  {
    id: 'FIFO-11',
    statement:
      'Dead-lettering works as on standard queues and frees the group, at the price of its order. In the dead-letter queue the original message id is the deduplication id, and retention starts anew.',
    sources: ['LS-SQS', 'DG-SQS', 'DLQ-RET'],
  },
  {
    id: 'FIFO-12',
    statement:
      'A receive that is repeated with the same ReceiveRequestAttemptId within 5 minutes returns the same messages, if nothing was done to them, and hides them anew.',
    sources: ['BC-SQS'],
  },
  {
    id: 'FIFO-13',
    statement:
      'In normal mode each action has 300 calls a second, where a batch of ten is one call; more is throttled. In high-throughput mode the 300 hold for each group, within a Regional total.',
    sources: ['Q-MSG', 'FIFO-THR'],
    open: 'Only where the queue is throttled. The service spreads groups over partitions; here each group counts as one.',
  },
  {
    id: 'FIFO-14',
    statement:
      'With 120,000 in flight receives come back empty, without an error. Groups whose first message stands behind the first 120,000 of the backlog wait until it shrinks.',
    sources: ['FIFO-BACK'],
  },
  {
    id: 'FIFO-15',
    statement:
      'A group belongs to no consumer: as soon as nothing of it is in flight, anyone may get its next message.',
    sources: ['BC-SQS'],
  },
  {
    id: 'FIFO-16',
    statement:
      'No more consumers are busy than there are groups with something to do. A single group moves one batch at a time: batch size divided by processing time is its rate.',
    sources: ['FOLLOWS'],
  },
  {
    id: 'FIFO-17',
    statement: 'SequenceNumber rises within a group. A purge also forgets the deduplication ids.',
    sources: ['BC-SQS', 'LS-SQS'],
  },
  {
    id: 'FIFO-18',
    statement:
      "A consumer whose work takes longer than the visibility timeout loses exactly-once: the message is delivered a second time and the first consumer's delete fails.",
    sources: ['BC-SQS'],
  },
];
