import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import type { Host } from '../../src/commands/host.ts';
import { progressFile } from '../../src/commands/open-store.ts';
import { statsCommand } from '../../src/commands/stats.ts';
import { parseIsoDate } from '../../src/domain/day.ts';
import type { LogEntry } from '../../src/domain/review-log.ts';
import { harbourDeck } from '../e2e/deck.ts';
import { attempt } from '../fixtures/attempts.ts';
import { hostOn, remember } from '../fixtures/fake-host.ts';
import { review } from '../fixtures/reviews.ts';

const today = parseIsoDate('2026-11-21') ?? Number.NaN;
const log: readonly LogEntry[] = [
  review({ day: today - 8, question: 'harbour-pilot' }),
  review({ day: today - 1, question: 'harbour-pilot', predicted: 0.9, elapsedDays: 7 }),
  review({ day: today - 1, question: 'gone-from-the-library', durationMs: 30_000 }),
];

async function stats(args: readonly string[], history = log, machine: Partial<Host> = {}) {
  const host = hostOn(today);
  if (history.length > 0) remember(host, history);
  const here = { ...host, shippedContent: join(harbourDeck(), 'deck'), ...machine };
  if (machine.stdout) Object.assign(machine.stdout, { write: host.stdout.write.bind(host.stdout) });
  const program = new Command('swelearn')
    .option('--content <dir>', '', [] as never)
    .option('--plain', '', false)
    .option('--no-color')
    .addCommand(statsCommand(here));
  await program.parseAsync(['node', 'swelearn', ...args]);
  return { ...host.said(), host };
}
const terminal = () => ({ isTTY: true, columns: 60 }) as NodeJS.WriteStream;

describe('swelearn stats', () => {
  it('says what to do when there is nothing yet, and makes no history', async () => {
    const { out, err, host } = await stats(['stats'], []);
    expect(out).toBe('');
    expect(err).toContain('there are no answers yet: swelearn quiz asks the first questions\n');
    expect(existsSync(progressFile(host))).toBe(false);
    const onTopic = await stats(['stats', 'lighthouse']);
    expect(onTopic.err).toContain(
      'there are no answers on lighthouse yet: swelearn quiz lighthouse asks the first questions\n',
    );
  });

  it('shows the history, through a pipe without an escape sequence', async () => {
    const { out } = await stats(['stats', '--days', '7']);
    expect(out).toContain('3 answers on 2 days');
    expect(out).toContain('last 7 days');
    expect(out).not.toContain('\u001b');
  });

  it('leaves out what is not on the topic', async () => {
    const { out } = await stats(['stats', 'harbour']);
    expect(out).toContain('2 answers on 2 days');
  });

  it('tells of exercises, of those on the topic where one is asked for', async () => {
    const tried = review({ day: today, question: 'lab', source: 'exercise', rating: 1 });
    const went = { day: today, question: 'lab', passed: false, explanation: 'Too short a lease.' };
    const predictions = ['How many?: you said 40, it is 118'];
    const history = [...log, tried, attempt({ ...went, predictions })];
    const { out } = await stats(['stats'], history);
    expect(out).toContain('Exercises\n  1 attempt, 3 min\n');
    expect(out).toContain('0 right, 0 close, 1 wrong\n  Sat 21 Nov, lab\n');
    expect(out).toContain('“Too short a lease.”');
    expect((await stats(['stats', 'harbour'], history)).out).not.toContain('Exercises');
    expect(JSON.parse((await stats(['stats', '--json'], history)).out).exercises).toMatchObject({
      attempts: 1,
      seconds: 180,
      predictions: { right: 0, close: 0, wrong: 1 },
      recent: [{ date: '2026-11-21', exercise: 'lab', predictions }],
    });
  });

  it.each([
    ['a terminal', ['stats'], {}, true],
    ['a terminal with --plain', ['--plain', 'stats'], {}, false],
    ['a terminal without colours', ['--no-color', 'stats'], {}, false],
    ['a terminal with NO_COLOR', ['stats'], { NO_COLOR: '1' }, false],
  ])('on %s (%j, %j) has bold titles: %s', async (_, args, env, isBold) => {
    const { out } = await stats(args, log, { stdout: terminal(), env });
    expect(out.includes('\u001b')).toBe(isBold);
    for (const line of out.split('\n'))
      expect(line.replace(/\u001b\[\d+m/g, '').length).toBeLessThanOrEqual(60);
  });

  it('prints JSON for programs, also when there is nothing yet', async () => {
    expect(JSON.parse((await stats(['stats', 'harbour', '--json'])).out)).toMatchObject({
      schema: 'swelearn.stats/1',
      today: '2026-11-21',
      days: 30,
      topic: 'harbour',
      answers: 2,
      seconds: 20,
      studyDays: 2,
      sources: { quiz: 2 },
      recall: { recent: { count: 1, of: 1 }, levels: [{ level: 1, allTime: { count: 1, of: 1 } }] },
      topics: [{ topic: 'harbour', answers: 2, recall: { allTime: { count: 1, of: 1 } } }],
      due: expect.arrayContaining([{ date: '2026-11-21', questions: expect.any(Number) }]),
      perDay: expect.arrayContaining([{ date: '2026-11-20', answers: 1, seconds: 10 }]),
      calibration: { steps: [{ from: 0.9, to: 0.95, recalled: { count: 1, of: 1 } }] },
    });
    expect(JSON.parse((await stats(['stats', '--json'], [])).out)).toMatchObject({
      answers: 0,
      topics: [],
      calibration: null,
    });
  });

  it.each([
    [['stats', 'harbor'], 'there is no topic harbor\n    Did you mean “harbour”?'],
    [['stats', 'xyz'], 'there is no topic xyz\n    swelearn list shows the topics'],
    [['stats', '--days', '0'], "--days can't be 0\n    write a whole number from 1 to 3650"],
    [['stats', '--days', 'many'], "--days can't be many\n    write a whole number from 1 to 3650"],
  ])('%j fails with words that help', async (args, message) => {
    await expect(stats(args)).rejects.toThrow(message);
  });
});
