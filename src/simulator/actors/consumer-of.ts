import type { BrokerWorld } from '../broker/world.ts';
import type { ConsumerSettings } from '../settings/consumer.ts';
import type { Consumer } from './consumer.ts';
import { LogConsumer } from './log-consumer.ts';
import { PushConsumer } from './push-consumer.ts';
import { QueueConsumer } from './queue-consumer.ts';
import { ShareConsumer } from './share-consumer.ts';
import type { ActorWorld } from './world.ts';

/** The consumer that fits what it receives from: queues, a log, or whatever pushes to it. */
export function consumerOf(
  name: string,
  settings: ConsumerSettings,
  world: ActorWorld,
  broker: BrokerWorld,
): Consumer {
  const [source = ''] = settings.receivesFrom;
  const log = world.logs.get(source);
  if (log)
    return settings.share
      ? new ShareConsumer(name, settings, log, world, broker)
      : new LogConsumer(name, settings, log, world, broker);
  // Topics deliver to consumers, so they are made after them.
  return world.queues.has(source) || world.priorityQueues.has(source)
    ? new QueueConsumer(name, settings, world)
    : new PushConsumer(name, settings, world);
}
