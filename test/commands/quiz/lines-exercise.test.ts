import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { openStore } from '../../../src/commands/open-store.ts';
import { quiz } from '../../../src/commands/quiz/quiz.ts';
import { recordResult } from '../../../src/commands/try/record.ts';
import type { Rating } from '../../../src/domain/rating.ts';
import { defaultStudySettings } from '../../../src/domain/study-settings.ts';
import { MAIL } from '../../exercises/exercise.ts';
import { cardText, questionText } from '../../fixtures/deck.ts';
import { fakeHost } from '../../fixtures/fake-host.ts';

const options = { content: [], plain: true, color: false, cram: false, mock: false };

const exercise = (id: string, kind: string, task: string) =>
  `---\nid: ${id}\ntitle: About ${id}\ntopic: mail\nkind: ${kind}\nlevel: 1\nminutes: 3\nscenario: |\n${MAIL.replace(/^(?=.)/gm, '  ')}${task}\n---\nMails go out, and some twice.\n\n## Debrief\n\n{{duplicates}} went twice.\n`;

/** A machine on which an exercise was tried; `texts` by id. */
function hostWith(text: string, id: string, rating: Rating) {
  const content = mkdtempSync(join(tmpdir(), 'swelearn-deck-'));
  mkdirSync(join(content, 'mail', 'exercises'), { recursive: true });
  writeFileSync(join(content, 'mail', 'card.md'), cardText({ id: 'mail', title: 'The mail' }));
  writeFileSync(join(content, 'mail', 'questions.md'), questionText('q'));
  writeFileSync(join(content, 'mail', 'exercises', 'one.md'), text);
  const host = { ...fakeHost(), shippedContent: content };
  const store = openStore(host);
  const result = { passed: false, rating, tries: 1, hints: 0, predictions: [], explanation: '' };
  const ground = { host, store, settings: defaultStudySettings };
  recordResult(ground, { id, fingerprint: 'f' }, result, 60_000);
  store.close();
  host.clock.nowMs += 120_000;
  return host;
}

async function answered(host: ReturnType<typeof hostWith>, ...lines: string[]) {
  const stdin = host.stdin as unknown as PassThrough;
  stdin.end(lines.map((line) => `${line}\n`).join(''));
  expect(await quiz(host, [], options)).toBe(0);
  return host.said().out;
}

it('asks about a run that was never seen, line by line, and says how it came out', async () => {
  const asks =
    'asks: [{ number: How long does the slowest mail take?, metric: latency.max, tolerance: 20% }]';
  const host = hostWith(exercise('predict-mails', 'predict', asks), 'predict-mails', 1);
  const out = await answered(host, '', '100000 s', '1', 'quit');
  expect(out).toMatch(/The mail · L1 · step/);
  expect(out).toMatch(/simulated anew, seed \d+/);
  expect(out).toMatch(
    /Mails go out, and some twice\.\n\n {2}How long does the slowest mail take\?/,
  );
  expect(out).toContain('✗ Not right.');
  expect(out).toMatch(/The run came to [\d.]+ s\./);
  expect(out).toMatch(/ {2}\d+ went twice\./);
  const store = openStore(host);
  expect([...store.entries()].at(-1)).toMatchObject({ question: 'predict-mails', source: 'quiz' });
  store.close();
});

it('names the command that opens an exercise which is to be recalled', async () => {
  const task =
    'knobs: { queues.reports.visibilityTimeout: { from: 1s, to: 5m } }\nsolution: { queues.reports.visibilityTimeout: 1m }';
  const host = hostWith(exercise('tune-mails', 'tune', task), 'tune-mails', 1);
  const out = await answered(host, '', '', 'quit');
  expect(out).toContain('from the exercise “About tune-mails”; swelearn try tune-mails opens it');
  expect(out).toContain('What goes wrong, and what do you change?');
  // It was not passed, so nothing tells what solves it.
  expect(out).toContain('its solution stays closed');
  expect(out).not.toContain('visibilityTimeout: 1m');
});
