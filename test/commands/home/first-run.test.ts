import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { begin, isFirstRun } from '../../../src/commands/home/first-run.ts';
import { openStore } from '../../../src/commands/open-store.ts';
import { preferencesFile, writePreferences } from '../../../src/platform/preferences.ts';
import { type FakeHost, fakeHost, remember } from '../../fixtures/fake-host.ts';
import { review } from '../../fixtures/reviews.ts';

/** A machine on which so many questions were answered, each of them twice. */
function machine(questions: number): FakeHost {
  const host = fakeHost();
  const ids = Array.from({ length: questions }, (_, place) => `q${place}`);
  const log = ids.flatMap((question) => [
    review({ question, day: 5 }),
    review({ question, day: 7 }),
  ]);
  if (questions > 0) remember(host, log);
  return host;
}

it.each([
  [0, true],
  [4, true],
  [5, false],
])('without a plan and after %i questions, whether it is the first run is %j', (met, isFirst) => {
  expect(isFirstRun(machine(met))).toBe(isFirst);
});

it('a history that was opened and left empty changes nothing', () => {
  const host = fakeHost();
  openStore(host).close();
  expect(isFirstRun(host)).toBe(true);
});

it.each([
  ['an interview', { interview: 20_000 }],
  ['an interview that was taken back', { interview: null }],
  ['minutes', { minutesPerDay: 20 }],
  ['topics', { topics: ['t'] }],
])('%s in the preferences is a plan', async (_, said) => {
  const host = machine(1);
  await writePreferences(host.paths, said);
  expect(isFirstRun(host)).toBe(false);
});

it('a theme is no plan', async () => {
  const host = machine(1);
  await writePreferences(host.paths, { theme: 'dark' });
  expect(isFirstRun(host)).toBe(true);
});

it('who left everything open is not asked again', async () => {
  const host = fakeHost();
  await begin(host, { interview: null, minutesPerDay: null, topics: [] });
  expect(isFirstRun(host)).toBe(false);
});

it('preferences that can’t be read may hold a plan', () => {
  const host = fakeHost();
  mkdirSync(host.paths.config, { recursive: true });
  writeFileSync(preferencesFile(host.paths), '{ "theme": 1 }');
  expect(isFirstRun(host)).toBe(false);
});
