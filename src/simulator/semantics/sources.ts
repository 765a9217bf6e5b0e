import type { SourceKey } from './semantic.ts';

interface Source {
  readonly title: string;
  /** Of the text that was read. */
  readonly date: string;
}

/** The legend of source keys, primary sources first. */
export const SOURCES: Readonly<Record<SourceKey, Source>> = {
  'BC-SQS': {
    title: "Amazon SQS API text in AWS's botocore, service model of 2012-11-05, commit 0e6e2404",
    date: '2026-08-07',
  },
  'BC-SNS': {
    title: "Amazon SNS API text in AWS's botocore, service model of 2010-03-31, commit 0e6e2404",
    date: '2026-08-07',
  },
  'LS-SQS': {
    title: "LocalStack's SQS tests with the answers that it recorded from AWS, commit 8b9a79f",
    date: '2026-03-23',
  },
  'LS-SNS': {
    title: "LocalStack's SNS tests with the answers that it recorded from AWS, commit 8b9a79f",
    date: '2026-03-23',
  },
  'DG-SQS': { title: 'Amazon SQS Developer Guide, commit 39de636', date: '2023-06-15' },
  'DG-SNS': { title: 'Amazon SNS Developer Guide, commit d2d6700', date: '2022-12-02' },
  'Q-MSG': { title: 'Amazon SQS Developer Guide, message quotas', date: '2025-26' },
  'FIFO-THR': {
    title: 'Amazon SQS Developer Guide, troubleshooting FIFO throttling',
    date: '2025-26',
  },
  'FIFO-BACK': {
    title: 'Amazon SQS Developer Guide, avoiding a backlog of one message group',
    date: '2025-26',
  },
  FAIR: { title: 'Amazon SQS Developer Guide, fair queues', date: '2026' },
  'DLQ-RET': {
    title: 'Amazon SQS Developer Guide, retention of dead-letter queues',
    date: '2025-26',
  },
  'PRICE-SQS': {
    title: 'SQS pricing as retold by cloudburn.io and factualminds.com: secondary',
    date: '2026-03 to 2026-06',
  },
  'SNS-RETRY': { title: 'Amazon SNS Developer Guide, delivery retries', date: '2025-26' },
  'SNS-FILT': { title: 'Amazon SNS Developer Guide, filter policy constraints', date: '2025-26' },
  'SNS-FDEL': { title: 'Amazon SNS Developer Guide, FIFO message delivery', date: '2025-26' },
  'SNS-FGRP': { title: 'Amazon SNS Developer Guide, FIFO message grouping', date: '2025-26' },
  'SNS-HT': {
    title: "SNS FIFO high throughput, AWS's news as retold by zircon.tech: secondary",
    date: '2025-01-21',
  },
  'SNS-FEAT': { title: 'Amazon SNS feature page', date: 'undated' },
  'KAF-REPO': {
    title: "Apache Kafka's own design text and configuration classes, commit 1eb7644",
    date: '2024-10-25',
  },
  'KAF-42': { title: 'Apache Kafka 4.2 documentation', date: '2026' },
  'KAF-43': { title: 'Apache Kafka 4.3 documentation', date: '2026' },
  FOLLOWS: { title: 'Follows from other statements of this table', date: '-' },
};
