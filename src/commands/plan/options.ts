import type { GlobalOptions } from '../host.ts';

/** What `swelearn plan` understands; dates and minutes as they were written. */
export interface PlanOptions extends GlobalOptions {
  readonly interview?: string;
  readonly minutesPerDay?: string;
  readonly json: boolean;
}
