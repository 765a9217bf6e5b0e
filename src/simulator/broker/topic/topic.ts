import type { Micros } from '../../engine/time.ts';
import { NO_ATTRIBUTES } from '../attributes.ts';
import type { BatchResult } from '../queue/commands.ts';
import { RecentMemory } from '../recent-memory.ts';
import { Refusal } from '../refusal.ts';
import { sha256 } from '../sha256.ts';
import { sizeOf } from '../size.ts';
import type { BrokerWorld } from '../world.ts';
import { Archive } from './archive.ts';
import type { PublishRequest, PublishResult } from './commands.ts';
import type { PublishedMessage } from './message.ts';
import type { DeliveryTargets } from './notification.ts';
import { PublishRate } from './publish-rate.ts';
import { batchProblem, publishProblem } from './publish-rules.ts';
import {
  DEFAULT_TOPIC_NATURE,
  type SubscriptionAttributes,
  type TopicSettings,
} from './settings.ts';
import { Subscriptions } from './subscriptions.ts';
import { topicProblem } from './topic-rules.ts';
import { requestUnits } from './units.ts';

/** As long as SNS writes its sequence numbers, so that they sort as text. */
const SEQUENCE_DIGITS = 20;

/** An SNS topic, standard or FIFO: takes messages and brings each subscription those that its filter lets through. */
export class SnsTopic {
  readonly name: string;
  readonly settings: TopicSettings;
  readonly #world: BrokerWorld;
  readonly #subscriptions: Subscriptions;
  readonly #rate: PublishRate | undefined;
  /** SNSF-01: what was accepted in the last five minutes, under its deduplication id. */
  readonly #accepted = new RecentMemory<PublishResult>();
  readonly #archive: Archive | undefined;
  #published = 0;

  /** Settings must be ones that `topicProblem` has nothing against. */
  constructor(world: BrokerWorld, name: string, settings: TopicSettings, targets: DeliveryTargets) {
    const problem = topicProblem(settings);
    if (problem) throw new Error(`the topic ${name} can't be: ${problem.message}`);
    this.name = name;
    this.settings = settings;
    this.#world = world;
    this.#rate = settings.throttled ? new PublishRate(settings) : undefined;
    this.#archive =
      settings.archiveDays === undefined ? undefined : new Archive(settings.archiveDays);
    this.#subscriptions = new Subscriptions({
      world,
      topic: name,
      isFifo: settings.fifo,
      nature: { ...DEFAULT_TOPIC_NATURE, ...settings.nature },
      targets,
    });
    for (const [subscription, attributes] of Object.entries(settings.subscriptions)) {
      const refusal = this.#subscriptions.add(subscription, attributes);
      if (refusal) throw new Error(`the topic ${name} can't be: ${refusal.message}`);
    }
  }

  /** Messages published from now on are for it, too (SNS-01). */
  subscribe(_now: Micros, name: string, attributes: SubscriptionAttributes): Refusal | undefined {
    return this.#subscriptions.add(name, attributes);
  }

  /** What is still being retried for it is given up. Nothing happens when there is no such subscription. */
  unsubscribe(_now: Micros, name: string): void {
    this.#subscriptions.remove(name);
  }

  /** Deliveries that are neither made nor given up. */
  get underWay(): number {
    return this.#subscriptions.underWay;
  }

  publish(now: Micros, request: PublishRequest): PublishResult | Refusal {
    const bytes = sizeOf(request);
    const refusal = this.#problem(now, request, bytes);
    this.#tellRequest(now, bytes, request.by, refusal);
    return refusal ?? this.#accept(now, request, bytes);
  }

  /** Up to ten in one call. Messages fail one by one. */
  publishBatch(
    now: Micros,
    requests: readonly PublishRequest[],
  ): BatchResult<PublishResult> | Refusal {
    const bytes = requests.reduce((sum, request) => sum + sizeOf(request), 0);
    const refusal = batchProblem(requests.length, bytes);
    this.#tellRequest(now, bytes, requests[0]?.by, refusal);
    if (refusal) return refusal;
    return requests.map((request) => {
      const size = sizeOf(request);
      return this.#problem(now, request, size) ?? this.#accept(now, request, size);
    });
  }

  /** Sends what was published at `from` or later to one subscription again, oldest first, with its old id (SNSF-06). */
  replay(now: Micros, subscription: string, from: Micros): Refusal | undefined {
    if (!this.#archive)
      return new Refusal(
        'InvalidParameter',
        `ReplayPolicy: the topic ${this.name} keeps no archive; set an ArchivePolicy on a FIFO topic`,
      );
    return this.#subscriptions.replay(now, subscription, this.#archive.since(now, from));
  }

  #problem(now: Micros, request: PublishRequest, bytes: number): Refusal | undefined {
    const problem = publishProblem(this.settings, request, bytes);
    if (problem || !this.#rate) return problem;
    return this.#rate.takes(now, bytes, request.messageGroupId ?? '')
      ? undefined
      : new Refusal('Throttled', `the topic ${this.name} takes no more messages this second`);
  }

  #accept(now: Micros, request: PublishRequest, bytes: number): PublishResult {
    if (!this.settings.fifo) return this.#store(now, request, bytes, undefined);
    const id = request.messageDeduplicationId ?? sha256(request.body);
    const key =
      this.settings.fifoThroughputScope === 'Topic' ? id : `${request.messageGroupId} ${id}`;
    const original = this.#accepted.recall(now, key);
    if (original) {
      this.#tellDeduplicated(now, request, original.messageId);
      return original;
    }
    const result = this.#store(now, request, bytes, id);
    this.#accepted.remember(now, key, result);
    return result;
  }

  #store(
    now: Micros,
    request: PublishRequest,
    bytes: number,
    deduplicationId: string | undefined,
  ): PublishResult {
    this.#published += 1;
    const message: PublishedMessage = {
      messageId: this.#world.newId(),
      body: request.body,
      sizeBytes: bytes,
      attributes: request.attributes ?? NO_ATTRIBUTES,
      subject: request.subject,
      messageGroupId: request.messageGroupId,
      messageDeduplicationId: deduplicationId,
      sequenceNumber: this.settings.fifo
        ? String(this.#published).padStart(SEQUENCE_DIGITS, '0')
        : undefined,
      publishedAt: now,
      traceHeader: request.traceHeader,
    };
    this.#archive?.add(now, message);
    this.#subscriptions.fanOut(now, message, request.by ?? '');
    return { messageId: message.messageId, sequenceNumber: message.sequenceNumber };
  }

  #tellDeduplicated(now: Micros, request: PublishRequest, original: string): void {
    this.#world.emit({
      kind: 'publish-deduplicated',
      at: now,
      topic: this.name,
      message: original,
      trace: request.traceHeader ?? '',
      by: request.by ?? '',
    });
  }

  #tellRequest(
    now: Micros,
    bytes: number,
    by: string | undefined,
    refusal: Refusal | undefined,
  ): void {
    this.#world.emit({
      kind: 'topic-request',
      at: now,
      topic: this.name,
      action: 'Publish',
      protocol: undefined,
      by: by ?? '',
      units: requestUnits(bytes),
      refused: refusal?.code,
    });
  }
}
