/**
 * M/M/1 with nothing around it: a 4-ary heap of (time, kind) on typed arrays, a ring of arrival times, `Math.log` and a 32-bit
 * generator. It has no streams, no events to see and no promise of equal traces: the floor, not a peer. Gives the mean wait.
 */
export function bareHeap(customers, utilisation) {
  const times = new Float64Array(16);
  const kinds = new Uint8Array(16);
  const line = new Float64Array(1 << 16);
  let size = 0;
  let state = 2463534242;

  const exponential = (mean) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return -mean * Math.log(((state >>> 0) + 0.5) / 4294967296);
  };
  const push = (time, kind) => {
    let at = size;
    size += 1;
    while (at > 0) {
      const parent = (at - 1) >> 2;
      if (times[parent] <= time) break;
      times[at] = times[parent];
      kinds[at] = kinds[parent];
      at = parent;
    }
    times[at] = time;
    kinds[at] = kind;
  };
  const removeFirst = () => {
    size -= 1;
    const time = times[size];
    const kind = kinds[size];
    let at = 0;
    for (let child = 1; child < size; child = 4 * at + 1) {
      let least = child;
      for (let other = child + 1; other < child + 4 && other < size; other += 1)
        if (times[other] < times[least]) least = other;
      if (times[least] >= time) break;
      times[at] = times[least];
      kinds[at] = kinds[least];
      at = least;
    }
    times[at] = time;
    kinds[at] = kind;
  };

  let arrived = 0;
  let waited = 0;
  let first = 0;
  let last = 0;
  let busy = false;
  push(exponential(1 / utilisation), 0);
  while (size > 0) {
    const now = times[0];
    const kind = kinds[0];
    removeFirst();
    if (kind === 0) {
      arrived += 1;
      if (arrived < customers) push(now + exponential(1 / utilisation), 0);
      if (busy) line[last++ & 0xffff] = now;
      else {
        busy = true;
        push(now + exponential(1), 1);
      }
    } else if (first < last) {
      waited += now - line[first++ & 0xffff];
      push(now + exponential(1), 1);
    } else busy = false;
  }
  return waited / customers;
}
