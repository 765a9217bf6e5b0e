/** Something that must hold at the end of a run. The metric is a path into the report, such as `queues.orders.depth.max`. */
export interface CheckSettings {
  readonly metric: string;
  /** In the metric's own unit: a count, microseconds, a ratio, dollars, a rate a second. */
  readonly condition:
    | { readonly is: number }
    | { readonly below: number }
    | { readonly above: number }
    | { readonly atMost: number }
    | { readonly atLeast: number }
    | { readonly between: readonly [number, number] };
  /** 1-based line in the scenario's file. */
  readonly line: number;
}
