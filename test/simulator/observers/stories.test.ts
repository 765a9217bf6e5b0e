import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../../src/domain/problem.ts';
import { readScenario, runScenario, storiesOf } from '../../../src/simulator/scenario/index.ts';

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), 'stories');
const NAMES = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.slice(0, -'.yaml'.length));

function storiesIn(name: string): (readonly string[])[] {
  const file = join(FOLDER, `${name}.yaml`);
  const { scenario, problems } = readScenario(`${name}.yaml`, readFileSync(file, 'utf8'), []);
  if (!scenario) throw new Error(problems.map(formatProblem).join('\n'));
  return storiesOf(runScenario(scenario)).map(({ lines }) => lines);
}

/** The line of the first story that begins with `Why:`. */
const whyOf = (name: string) => storiesIn(name)[0]?.find((line) => line.startsWith('Why: '));

describe('the story of a failed check', () => {
  it.each(NAMES)('%s reads as agreed, in at most twelve lines', async (name) => {
    const stories = storiesIn(name);
    expect(stories).not.toEqual([]);
    for (const lines of stories) expect(lines.length).toBeLessThanOrEqual(12);
    const text = stories.map((lines) => lines.join('\n')).join('\n\n');
    await expect(`${text}\n`).toMatchFileSnapshot(`stories/${name}.txt`);
  });

  it.each([
    ['crashed', /died after the effect and before the delete/],
    ['outlived', /longer than the visibility timeout/],
    ['lambda', /stopped at its timeout \(lambda.timeout\)/],
    ['resent', /sent 3 times, because the answer/],
    ['lost', /deleted before the work was done/],
    ['dual-write', /died before it passed it on/],
    ['poison', /failed at every attempt/],
    ['dead-lettered', /used up by workers that died/],
    ['overtaken', /to different workers at the same time/],
    ['filtered', /filter policy of gifts kept it away/],
    ['throttled', /more calls were made than/i],
    ['overload', /More comes in \(\d+ a second\) than workers can do \(20 a second\)/],
    ['slow-database', /database is the bottleneck/],
    ['hot-group', /86 % of the messages are of one group, big/],
    ['stuck-partition', /checkout-100 failed \d+ times/],
    ['outage', /While workers was down/],
    ['retries', /payments was called \d/],
    ['chain', /their times add up/],
    ['bill', /receives that found nothing/],
  ])('%s is explained by what happened in it', (name, why) => {
    expect(whyOf(name)).toMatch(why);
  });

  it('shows both who raced for the last of a stock: each looks, then each takes', () => {
    const told = storiesIn('oversold')[0]?.filter((line) => / s {2}/.test(line));
    expect(
      told?.map((line) =>
        line
          .replace(/^\S+ s {2}/, '')
          .split(' ', 2)
          .join(' '),
      ),
    ).toEqual(['clerks-2 looks', 'clerks-3 looks', 'clerks-2 takes', 'clerks-3 takes']);
  });

  it('claims no cause where the events show none', () => {
    expect(whyOf('idle')).toBeUndefined();
  });

  it('says of a state that was not reached only that', () => {
    expect(storiesIn('idle')[1]?.[1]).toMatch(/^The run never came that far/);
  });
});
