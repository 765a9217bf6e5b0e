import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { due } from '../../../src/commands/due/due.ts';
import { progressFile } from '../../../src/commands/open-store.ts';
import { parseIsoDate } from '../../../src/domain/day.ts';
import type { Review } from '../../../src/domain/review-log.ts';
import { writePreferences } from '../../../src/platform/preferences.ts';
import { harbourDeck } from '../../e2e/deck.ts';
import { hostOn, remember } from '../../fixtures/fake-host.ts';
import { review } from '../../fixtures/reviews.ts';

const today = parseIsoDate('2026-11-21') ?? Number.NaN;
const options = { content: [], plain: false, color: true, json: false };

function machine(log: readonly Review[] = []) {
  const host = hostOn(today);
  if (log.length > 0) remember(host, log);
  return Object.assign(host, { shippedContent: join(harbourDeck(), 'deck') });
}

describe('swelearn due', () => {
  it('counts new questions, and makes no history', async () => {
    const host = machine();
    await due(host, options);
    expect(host.said()).toEqual({ out: '1 new\n', err: '' });
    expect(existsSync(progressFile(host))).toBe(false);
  });

  it.each([
    [21, '1 due, 21 days left\n'],
    [1, '1 due, 1 day left\n'],
    [0, '1 due, interview today\n'],
    [-1, '1 due\n'],
  ])('with the interview in %i days prints %j', async (days, line) => {
    const host = machine([review({ question: 'harbour-pilot', day: today - 60, rating: 4 })]);
    await writePreferences(host.paths, { interview: today + days });
    await due(host, options);
    expect(host.said().out).toBe(line);
  });

  it('says when nothing is due', async () => {
    const log = [review({ question: 'harbour-pilot', day: today, rating: 4 })];
    const host = machine(log);
    await due(host, options);
    expect(host.said().out).toBe('nothing due\n');
  });

  it('prints JSON', async () => {
    const host = machine();
    await due(host, { ...options, json: true });
    expect(JSON.parse(host.said().out)).toMatchObject({
      schema: 'swelearn.due/1',
      today: '2026-11-21',
      interview: null,
      waiting: { reviews: 0, lastPass: 0, steps: 0, fresh: 1 },
    });
  });

  it('tells in one line that the history is damaged', async () => {
    const host = machine();
    mkdirSync(host.paths.data, { recursive: true });
    writeFileSync(progressFile(host), 'no database'.repeat(1000));
    await expect(due(host, options)).rejects.toMatchObject({
      message: expect.stringMatching(/^[^\n]*is damaged: [^\n]*$/),
      exitCode: 3,
    });
  });
});
