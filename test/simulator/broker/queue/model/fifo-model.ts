import type { SendRequest } from '../../../../../src/simulator/broker/queue/commands.ts';
import { MINUTE, type Micros } from '../../../../../src/simulator/engine/time.ts';
import type { ModelMessage, ModelSend, Verdict } from './model-message.ts';
import { ModelQueue } from './model-queue.ts';

interface Remembered {
  readonly id: string;
  readonly group: string;
  readonly key: number;
  readonly at: Micros;
}

export class FifoModel extends ModelQueue {
  private remembered: Remembered[] = [];
  /** Groups that may be served, in the order in which they became so. */
  private round: string[] = [];

  send(now: Micros, request: SendRequest): ModelSend | undefined {
    const group = request.messageGroupId;
    const explicit = request.messageDeduplicationId;
    const isByContent = this.settings.contentBasedDeduplication;
    if (group === undefined || (request.delaySeconds ?? 0) > 0) return undefined;
    if (explicit === undefined && !isByContent) return undefined;
    const id = explicit === undefined ? `content ${request.body}` : `id ${explicit}`;
    const original = this.remembered.find(
      (one) =>
        one.id === id &&
        now < one.at + 5 * MINUTE &&
        (this.settings.deduplicationScope === 'queue' || one.group === group),
    );
    if (original !== undefined) return original;
    const stored = this.store(now, { ...request, delaySeconds: undefined });
    this.remembered.push({ id, group, key: stored.key, at: now });
    return stored;
  }

  /** FIFO-17: purge forgets what was sent. */
  override purge(now: Micros): Verdict {
    const verdict = super.purge(now);
    if (verdict === 'ok') this.remembered = [];
    return verdict;
  }

  /** FIFO-06: the rest of the group that this receive is at, then the next group of the round. */
  protected pick(taken: readonly ModelMessage[]): ModelMessage | undefined {
    const current = taken.at(-1)?.group;
    const more = current === undefined ? undefined : this.firstOf(current, taken);
    if (more !== undefined) return more;
    const groups = this.round.filter((group) => !taken.some((one) => one.group === group));
    return groups[0] === undefined ? undefined : this.firstOf(groups[0], taken);
  }

  /** FIFO-09 */
  protected honours(message: ModelMessage): boolean {
    return message.state === 'hidden';
  }

  /** Of what is gone, the service doesn't say. */
  protected staleDelete(isStored: boolean): Verdict {
    return isStored ? 'refused' : 'open';
  }

  /** FIFO-05: a group may be served when its first message is visible and none of it is in flight. */
  protected settled(): void {
    const groups = [...new Set(this.messages.map((message) => message.group ?? ''))];
    const available = groups.filter(
      (group) =>
        !this.messages.some((one) => one.group === group && one.state === 'hidden') &&
        this.firstOf(group, []) !== undefined,
    );
    this.round = this.round.filter((group) => available.includes(group));
    this.round.push(...available.filter((group) => !this.round.includes(group)));
  }

  private firstOf(group: string, taken: readonly ModelMessage[]): ModelMessage | undefined {
    const rest = this.messages.filter((one) => one.group === group && !taken.includes(one));
    return rest[0]?.state === 'visible' ? rest[0] : undefined;
  }
}
