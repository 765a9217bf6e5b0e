import type { Service } from '../actors/service.ts';
import type { PartitionedLog } from '../broker/log/index.ts';
import type { Queue } from '../broker/queue/index.ts';
import type { EventCalendar, Micros } from '../engine/index.ts';
import type { FaultPlan } from '../faults/index.ts';
import { natureOf } from './nature.ts';

interface Stage {
  readonly calendar: EventCalendar;
  readonly faults: FaultPlan;
}

/**
 * Everything in flight in a queue becomes visible at once: a storm of redeliveries. Or it does more often for a while what it may
 * do anyway: hand out a message again, or out of order.
 */
export function queueFaults(name: string, queue: Queue, { calendar, faults }: Stage): void {
  faults.onStrike('redeliver', name, () => queue.redeliver(calendar.now));
  const { nature } = queue.settings;
  const look = (now: Micros) => {
    queue.setAttributes(now, { nature: natureOf(name, nature, faults) });
  };
  for (const kind of ['duplicate', 'reorder'] as const)
    faults.onStrike(kind, name, (fault) => {
      look(calendar.now);
      calendar.at(faults.endOf(fault, calendar.now), look);
    });
}

/** A log loses one replica for each outage that is on. */
export function logFaults(name: string, log: PartitionedLog, { calendar, faults }: Stage): void {
  let away = 0;
  const change = (by: number) => {
    away += by;
    log.setInSyncReplicas(calendar.now, Math.max(0, log.settings.replicationFactor - away));
  };
  faults.onStrike('down', name, (fault) => {
    change(1);
    calendar.at(faults.endOf(fault, calendar.now), () => change(-1));
  });
}

/** A service that is down answers nothing; one that is slow takes `factor` times as long. */
export function serviceFaults(name: string, service: Service, { calendar, faults }: Stage): void {
  let outages = 0;
  faults.onStrike('down', name, (fault) => {
    outages += 1;
    service.goDown();
    calendar.at(faults.endOf(fault, calendar.now), (now) => {
      outages -= 1;
      if (outages === 0) service.comeBack(now);
    });
  });
  const look = () => {
    service.factor = faults.lasting('slow', name)?.factor ?? 1;
  };
  faults.onStrike('slow', name, (fault) => {
    look();
    calendar.at(faults.endOf(fault, calendar.now), look);
  });
}
