/** The same queue without any event: what a simulation must equal, customer by customer. All times are whole numbers. */

/**
 * D. V. Lindley 1952, one server: a customer waits for what the one before it leaves behind of its own wait and service when
 * the time between them has passed.
 */
export function lindley(gaps: readonly number[], services: readonly number[]): number[] {
  const waits: number[] = [];
  let wait = 0;
  for (const index of gaps.keys()) {
    if (index > 0) wait = Math.max(0, wait + at(services, index - 1) - at(gaps, index));
    waits.push(wait);
  }
  return waits;
}

/** J. Kiefer and J. Wolfowitz 1955: the work before each server, sorted; a customer goes to the server with the least. */
export function kieferWolfowitz(
  gaps: readonly number[],
  services: readonly number[],
  servers: number,
): number[] {
  let work = Array.from({ length: servers }, () => 0);
  return gaps.map((gap, index) => {
    work = work.map((left) => Math.max(0, left - gap)).sort((a, b) => a - b);
    const wait = at(work, 0);
    work[0] = wait + at(services, index);
    return wait;
  });
}

function at(numbers: readonly number[], index: number): number {
  const number = numbers[index];
  if (number === undefined) throw new RangeError(`nothing at ${index}`);
  return number;
}
