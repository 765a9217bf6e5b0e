import { withClaims } from '../../domain/claims.ts';
import type { Exercise, Setting } from '../../domain/exercise.ts';
import type { SimulatedQuestion } from '../../domain/question.ts';
import { RandomStream } from '../../simulator/engine/index.ts';

/** A simulated question as the prediction that a seed makes of it: its parameters drawn, and told. */
export function drawnExercise(question: SimulatedQuestion, seed: number): Exercise {
  const { id, topic, level, prompt, answer, task, file } = question;
  const drawn = task.draws.map(({ path, values }): Setting => {
    const place = new RandomStream(seed, `${id} ${path}`).below(values.length);
    return { path, value: values[place] ?? '' };
  });
  const told = (markdown: string) =>
    withClaims(markdown, (name) => {
      const known = drawn.find(({ path }) => path === name);
      return known && inProse(known.value);
    });
  const { ask } = task;
  const asked =
    ask.kind === 'number'
      ? ask
      : { ...ask, options: ask.options.map((each) => ({ ...each, why: told(each.why) })) };
  return {
    ...{ id, topic, level, file, title: prompt, minutes: 1, hints: [] },
    scenario: { kind: 'shipped', name: task.scenario },
    set: [...task.set, ...drawn],
    task: { kind: 'predict', asks: [{ ...asked, prompt }] },
    story: told(task.story),
    debrief: told(answer),
  };
}

const UNITS: Readonly<Record<string, string>> = { us: 'µs', m: 'min' };

/** A value of a scenario as people write it: `60s` is 60 s, `3000` is 3,000; anything else is as it was. */
function inProse(value: string): string {
  const [, digits = '', unit = ''] = /^(\d+(?:\.\d+)?)(us|ms|s|min|m|h|d|)$/.exec(value) ?? [];
  if (digits === '') return value;
  const amount = Number(digits).toLocaleString('en-US', { maximumFractionDigits: 20 });
  return unit === '' ? amount : `${amount} ${UNITS[unit] ?? unit}`;
}
