import type { Semantic } from './semantic.ts';

/** SNS FIFO topics. */
export const SNS_FIFO: readonly Semantic[] = [
  {
    id: 'SNSF-01',
    statement:
      'A publish needs a group id, and a deduplication id unless the topic deduplicates by content. Duplicates within 5 minutes deliver nothing; fifoThroughputScope says whether ids count for the topic or for each group.',
    sources: ['BC-SNS'],
    open: 'Five minutes are a minimum for the service. Here they are exact.',
  },
  {
    id: 'SNSF-02',
    statement:
      'Only SQS queues may subscribe: FIFO ones keep order and deduplication; standard ones get it at least once and without the group id.',
    sources: ['SNS-FDEL', 'SNS-FGRP', 'LS-SNS'],
  },
  {
    id: 'SNSF-03',
    statement:
      'Each FIFO queue gets every group in order. A filter may leave gaps in it but never swaps.',
    sources: ['SNS-FGRP'],
  },
  {
    id: 'SNSF-04',
    statement:
      'With the scope Topic, 3,000 messages or 20 MB a second; with MessageGroup, 300 a second for each group within a Regional total.',
    sources: ['BC-SNS', 'SNS-HT'],
    open: 'Only where the topic is throttled. Feature pages still say 300 messages a second, the value of the launch.',
  },
  {
    id: 'SNSF-05',
    statement: 'The dead-letter queue of a subscription to a FIFO topic must be a FIFO queue.',
    sources: ['LS-SNS'],
  },
  {
    id: 'SNSF-06',
    statement:
      'A topic with an archive (1 to 365 days) can send its messages to one subscription again, from a time on.',
    sources: ['BC-SNS'],
  },
];
