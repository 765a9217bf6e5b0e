import { describe, expect, it } from 'vitest';
import { openStore } from '../../../src/commands/open-store.ts';
import { recordResult } from '../../../src/commands/try/record.ts';
import type { Result } from '../../../src/domain/dialogue.ts';
import { defaultStudySettings } from '../../../src/domain/study-settings.ts';
import { UserError } from '../../../src/domain/user-error.ts';
import { exportedHistory } from '../../../src/reviews/export-json.ts';
import { readHistory } from '../../../src/reviews/import-json.ts';
import { fakeHost } from '../../fixtures/fake-host.ts';

const MINUTE = 60_000;
const exercise = { id: 'two-mails', fingerprint: 'f1' };
const passed: Result = {
  passed: true,
  rating: 3,
  tries: 2,
  hints: 1,
  predictions: ['How many?: you said 40, it is 118'],
  explanation: 'The lease is shorter than the work.',
};

function ground(settings = {}) {
  const host = fakeHost();
  return { host, store: openStore(host), settings: { ...defaultStudySettings, ...settings } };
}

describe('the result of an exercise', () => {
  it('is kept as an attempt, and as a review that brings it back', () => {
    const here = ground({ desiredRetention: 0.95 });
    recordResult(here, exercise, passed, 25 * MINUTE);
    const { rating, ...went } = passed;
    expect([...here.store.entries()]).toMatchObject([
      {
        ...{ kind: 'review', question: 'two-mails', fingerprint: 'f1', source: 'exercise', rating },
        // As long as a review counts at most.
        durationMs: 10 * MINUTE,
        parameters: { desiredRetention: 0.95 },
      },
      {
        kind: 'attempt',
        question: 'two-mails',
        fingerprint: 'f1',
        durationMs: 25 * MINUTE,
        ...went,
      },
    ]);
  });

  it.each([
    [{ learningSteps: ['1m', '10m'] }, 1, 'due again in 1 minute'],
    [{ learningSteps: ['1m', '10m'] }, 3, 'due again in 2 days'],
    [{ learningSteps: ['1m', '10m'] }, 2, 'due again tomorrow'],
    [{ learningSteps: ['2h'] }, 1, 'due again in 2 hours'],
    [{ learningSteps: [] }, 1, 'due again tomorrow'],
    [{ learningSteps: [] }, 3, 'due again in 2 days'],
  ] as const)('(%j, rated %i) says when it comes back: %s', (settings, rating, words) => {
    expect(recordResult(ground(settings), exercise, { ...passed, rating }, MINUTE)).toBe(words);
  });

  it('can be exported and imported, whatever was pasted in place of an explanation', () => {
    const { host, store, settings } = ground();
    const pasted = { ...passed, explanation: 'words '.repeat(10_000) };
    recordResult({ host, store, settings }, exercise, pasted, MINUTE);
    const about = { exportedAt: '2026-11-21T09:00:00.000Z', preferences: {} };
    expect(readHistory([...exportedHistory(store.entries(), about)].join('')).ok).toBe(true);
  });

  it('that can’t be kept is told in words for the learner', () => {
    const here = ground();
    const full = Object.assign(new Error('database or disk is full'), { code: 'ERR_SQLITE_ERROR' });
    const store = {
      ...here.store,
      recordAttempt: () => {
        throw full;
      },
    };
    const keep = () => recordResult({ ...here, store }, exercise, passed, MINUTE);
    expect(keep).toThrow(UserError);
    expect(keep).toThrow(/progress\.sqlite can't be written: .*full/);
  });
});
