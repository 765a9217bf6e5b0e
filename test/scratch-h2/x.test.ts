import { it } from 'vitest';
import { loadLibraryShipped } from './load.ts';
import { dialogueFor } from '../../src/exercises/index.ts';
import { simulate } from '../exercises/exercise.ts';
import { exercise, answered, shown, typed } from '../tui/screens/exercise/sample.ts';
import { printPart } from '../../src/commands/try/lines/parts.ts';
it('x', async () => {
  const out: string[] = [];
  for (const id of ['parcels-without-a-label', 'codes-behind-the-news']) {
    const prepared = loadLibraryShipped(id);
    const d = dialogueFor(prepared, simulate);
    let step = d.begin();
    let state = exercise(step.prompt, 80, 24, step.said);
    const show = () => out.push(shown(state).join('\n'), '='.repeat(80));
    show();
    const answer = async (a: never, keys: never[]) => {
      state = typed(state, ...keys);
      step = await d.answer(a);
      const sol = step;
      state = answered(state, sol);
      show();
      for (const p of sol.said) if (p.kind === 'rows') await printPart(p, { say: (...l: string[]) => out.push(...l), ask: () => 0, print: async () => 0 } as never, 80);
    };
    if (step.prompt.kind === 'choice') {
      const n = step.prompt.options.length - 1;
      for (let i = 0; i < n; i += 1) await answer({ kind: 'choice', place: i } as never, [String(i+1), '\r'] as never[]);
    } else if (step.prompt.kind === 'form') {
      out.push(JSON.stringify(step.prompt.fields));
      const v = step.prompt.fields.map((f) => f.value);
      await answer({ kind: 'form', values: v } as never, ['r'] as never[]);
      const w = v.map((x, i) => (i === 1 ? '3' : x));
      await answer({ kind: 'form', values: w } as never, ['r'] as never[]);
      await answer({ kind: 'form', values: ['newsletters', '4'] } as never, ['r'] as never[]);
    }
  }
  (await import('node:fs')).writeFileSync('/tmp/h2-frames.txt', out.join('\n'));
}, 100000);
