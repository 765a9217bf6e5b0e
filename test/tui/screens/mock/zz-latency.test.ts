import { it } from 'vitest';
import { frame } from '../../../../src/tui/screens/mock/frame.ts';
import { round, typed } from './sample.ts';
it('latency', () => {
  for (const n of [0, 1000, 5000, 20000]) {
    let t = performance.now();
    let s = n ? typed(round(), 'lorem ipsum dolor '.repeat(n / 18)) : round();
    const paste = performance.now() - t;
    const times: number[] = [];
    for (let i = 0; i < 15; i++) { t = performance.now(); s = typed(s, 'a'); frame(s); times.push(performance.now() - t); }
    times.sort((a, b) => a - b);
    console.log(n, 'paste ms', paste.toFixed(1), 'key ms median', times[7]!.toFixed(1), 'max', times[14]!.toFixed(1));
  }
});
