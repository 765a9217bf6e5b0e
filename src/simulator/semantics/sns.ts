import type { Semantic } from './semantic.ts';

/** SNS standard topics. */
export const SNS: readonly Semantic[] = [
  {
    id: 'SNS-01',
    statement:
      'A publish makes one delivery for each subscription whose filter matches, each on its own. A subscription that is made later gets nothing of it.',
    sources: ['BC-SNS', 'LS-SNS'],
  },
  {
    id: 'SNS-02',
    statement: 'A subscription that fails or is slow does not touch the others.',
    sources: ['SNS-RETRY'],
  },
  {
    id: 'SNS-03',
    statement:
      "When the endpoint's side fails, SNS tries again by protocol: SQS, Lambda and Firehose 100,015 times over 23 days; email, SMS and push 50 times over 6 hours; HTTP by its policy, by default 3 times 20 s apart. Then the message goes to the subscription's dead-letter queue or is dropped.",
    sources: ['SNS-RETRY'],
    open: 'The jitter of the waits. Here it is drawn from the seed.',
  },
  {
    id: 'SNS-04',
    statement:
      'When the endpoint is gone or forbids it, there is no retry: straight to the dead-letter queue, or dropped.',
    sources: ['DG-SNS'],
  },
  {
    id: 'SNS-05',
    statement:
      'The backoff phase has what the other phases leave: numRetries less those without delay, at the minimum and at the maximum. 10 retries with 0, 2 and 8 leave none. All waits of an HTTP policy together stay within 3,600 s.',
    sources: ['DG-SNS'],
  },
  {
    id: 'SNS-06',
    statement:
      'A filter policy looks at the attributes unless its scope is MessageBody. A key that is only in the body then matches nothing. With MessageBody it reads the JSON body, nested keys too.',
    sources: ['BC-SNS', 'LS-SNS'],
  },
  {
    id: 'SNS-07',
    statement:
      'Keys are joined by AND, the values of a key by OR; there are anything-but, prefix, suffix, equals-ignore-case, numeric, exists, cidr and $or. Case matters. Of a String.Array any element may match.',
    sources: ['SNS-FILT', 'LS-SNS'],
  },
  {
    id: 'SNS-08',
    statement:
      'A policy with more than 5 keys, more than 150 combinations, an empty list or two operators in one object is refused.',
    sources: ['LS-SNS'],
  },
  {
    id: 'SNS-09',
    statement:
      "A queue receives a JSON envelope unless rawMessageDelivery is on. The MessageId in it is SNS's and differs from the queue's own.",
    sources: ['BC-SNS', 'LS-SNS'],
  },
  {
    id: 'SNS-10',
    statement: 'Messages may arrive twice and in another order.',
    sources: ['SNS-FEAT'],
    open: "How often. Here retries bring them out of order, and a delivery is doubled where a fault or the queue's nature says so.",
  },
  {
    id: 'SNS-11',
    statement: 'A publish above 262,144 bytes, body and attributes together, is refused.',
    sources: ['LS-SNS'],
    open: 'Feature pages still give SQS the same limit; SQS takes 1 MiB since August 2025, SNS does not.',
  },
  {
    id: 'SNS-12',
    statement: 'A FIFO queue cannot subscribe to a standard topic.',
    sources: ['LS-SNS'],
  },
  {
    id: 'SNS-13',
    statement:
      'A group id on a publish to a standard topic is handed on to standard SQS queues and to nobody else.',
    sources: ['BC-SNS', 'LS-SNS'],
  },
  {
    id: 'SNS-14',
    statement:
      'The dead-letter queue of a subscription counts no receives: it takes what could not be delivered. The queue behind the subscription may have its own, for what could not be processed.',
    sources: ['DG-SNS'],
  },
];
