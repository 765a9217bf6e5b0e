import type { Micros } from '../../simulator/engine/time.ts';
import type { MetricUnit } from '../../simulator/observers/index.ts';

/** What a look shows. */
export type Shown =
  | {
      readonly kind: 'series';
      readonly metric: string;
      readonly unit: MetricUnit;
      /** At equal steps up to the moment of the page; a value is missing where there was nothing to measure. */
      readonly points: readonly { readonly at: Micros; readonly value: number | undefined }[];
    }
  | {
      readonly kind: 'values';
      readonly values: readonly { readonly metric: string; readonly words: string }[];
    }
  | { readonly kind: 'log'; readonly of: string; readonly lines: readonly string[] }
  | {
      readonly kind: 'story';
      /** Undefined when no item shows it at that moment. */
      readonly item: string | undefined;
      readonly lines: readonly string[];
    }
  | { readonly kind: 'alarms'; readonly alarms: readonly ShownAlarm[] };

export interface ShownAlarm {
  readonly alarm: string;
  /** Since when it rings; undefined when it doesn't. */
  readonly since: Micros | undefined;
  /** In words: `queues.orders.depth.end above 500, now 1,234`. */
  readonly words: string;
}
