import type { PushConsumer } from '../actors/push-consumer.ts';
import type { ActorWorld } from '../actors/world.ts';
import { type DeliveryTarget, type DeliveryTargets, queueTarget } from '../broker/topic/index.ts';

/** Where topics deliver: queues, push subscribers, and services that are called. */
export function deliveryTargets(
  world: ActorWorld,
  pushConsumer: (name: string) => PushConsumer | undefined,
): DeliveryTargets {
  return {
    target(protocol, endpoint) {
      if (protocol !== 'sqs') return pushConsumer(endpoint) ?? serviceTarget(endpoint, world);
      const queue = world.queues.get(endpoint);
      return queue && unlessDown(endpoint, world, queueTarget(queue));
    },
    deadLetterQueue: (name) => world.queues.get(name),
  };
}

function unlessDown(name: string, world: ActorWorld, target: DeliveryTarget): DeliveryTarget {
  return {
    deliver(now, notification, answer) {
      if (world.faults.lasting('down', name)) answer(now, 'server-error');
      else target.deliver(now, notification, answer);
    },
  };
}

function serviceTarget(name: string, world: ActorWorld): DeliveryTarget | undefined {
  const service = world.services.get(name);
  if (!service) return undefined;
  return {
    deliver(now, { topic, traceHeader = '' }, answer) {
      service.call(now, { caller: topic, trace: traceHeader }, (at, outcome) =>
        answer(at, outcome === 'ok' ? 'delivered' : 'server-error'),
      );
    },
  };
}
