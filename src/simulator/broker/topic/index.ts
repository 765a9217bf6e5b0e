export type { PublishRequest, PublishResult } from './commands.ts';
export type {
  DeliveryOutcome,
  DeliveryTarget,
  DeliveryTargets,
  Notification,
} from './notification.ts';
export { queueTarget } from './queue-target.ts';
export { subscriptionProblem } from './subscription-rules.ts';
export { SnsTopic } from './topic.ts';
export { topicProblem } from './topic-rules.ts';
