import { Refusal } from '../refusal.ts';
import { TOPIC_LIMITS } from './limits.ts';
import type { TopicSettings } from './settings.ts';
import { subscriptionProblem } from './subscription-rules.ts';

/** What SNS has against a topic or one of its subscriptions, or nothing; always `InvalidParameter`. */
export function topicProblem(settings: TopicSettings): Refusal | undefined {
  const problem = archiveProblem(settings);
  if (problem) return problem;
  for (const [name, attributes] of Object.entries(settings.subscriptions)) {
    const refusal = subscriptionProblem(settings.fifo, attributes);
    if (refusal) return new Refusal(refusal.code, `subscription ${name}: ${refusal.message}`);
  }
  return undefined;
}

/** SNSF-06: whole days, on FIFO topics only. */
function archiveProblem({ fifo, archiveDays }: TopicSettings): Refusal | undefined {
  const most = TOPIC_LIMITS.archiveDays.max;
  if (archiveDays === undefined) return undefined;
  if (!fifo) return invalid('only FIFO topics keep an archive');
  return Number.isInteger(archiveDays) && archiveDays >= 1 && archiveDays <= most
    ? undefined
    : invalid(`an archive is kept for 1 to ${most} whole days, not ${archiveDays}`);
}

function invalid(reason: string): Refusal {
  return new Refusal('InvalidParameter', `ArchivePolicy: ${reason}`);
}
