import type { Micros } from '../../engine/time.ts';
import type { CallEnded, CallWasted } from '../../events/index.ts';
import type { ServiceReport } from '../metrics/report.ts';
import { distributionOf, Samples } from './samples.ts';

/** The calls to one service, as their callers saw them. */
export class ServiceFold {
  readonly #servers: number;
  readonly #latencies = new Samples();
  #errors = 0;
  #rejected = 0;
  #rateLimited = 0;
  #timeouts = 0;
  #breakerOpen = 0;
  #worked: Micros = 0;
  #waited: Micros = 0;

  constructor(servers: number) {
    this.#servers = servers;
  }

  get calls(): number {
    return this.#latencies.count + this.#failed;
  }

  /** Time of its servers, spent on calls. */
  get worked(): Micros {
    return this.#worked;
  }

  /** Time of calls, spent in line. */
  get waited(): Micros {
    return this.#waited;
  }

  get timeouts(): number {
    return this.#timeouts;
  }

  get turnedAway(): number {
    return this.#rateLimited + this.#rejected;
  }

  get #failed(): number {
    return this.#errors + this.#rejected + this.#rateLimited + this.#timeouts;
  }

  see({ at, outcome, startedAt, waited }: CallEnded): void {
    // A server may go on with a call after its caller has hung up: what it worked shows when it is through.
    if (outcome !== 'timeout') this.#worked += at - startedAt - waited;
    this.#waited += waited;
    if (outcome === 'ok') this.#latencies.add(at - startedAt);
    else if (outcome === 'error') this.#errors += 1;
    else if (outcome === 'rejected') this.#rejected += 1;
    else if (outcome === 'rate-limited') this.#rateLimited += 1;
    else if (outcome === 'timeout') this.#timeouts += 1;
    else this.#breakerOpen += 1;
  }

  wasted({ at, startedAt, waited, leftAt }: CallWasted): void {
    this.#worked += at - startedAt - waited;
    this.#waited += Math.max(0, startedAt + waited - leftAt);
  }

  report(endedAt: Micros): ServiceReport {
    const ok = this.#latencies.count;
    const { calls } = this;
    return {
      calls,
      ok,
      errors: this.#errors,
      rejected: this.#rejected,
      rateLimited: this.#rateLimited,
      timeouts: this.#timeouts,
      breakerOpen: this.#breakerOpen,
      availability: calls === 0 ? undefined : ok / calls,
      utilisation: endedAt === 0 ? undefined : this.#worked / (this.#servers * endedAt),
      latency: distributionOf(this.#latencies),
    };
  }
}
