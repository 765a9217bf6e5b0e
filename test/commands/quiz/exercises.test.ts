import { beforeEach, describe, expect, it } from 'vitest';
import { posedSheet } from '../../../src/commands/quiz/posed-sheet.ts';
import { Poser } from '../../../src/commands/quiz/poser.ts';
import { QuizRun } from '../../../src/commands/quiz/run.ts';
import { doneOn, itemsOf } from '../../../src/commands/quiz/study-state.ts';
import type { Library } from '../../../src/content/library.ts';
import type { Rating } from '../../../src/domain/rating.ts';
import { defaultStudySettings } from '../../../src/domain/study-settings.ts';
import type { ReviewStore } from '../../../src/reviews/index.ts';
import { defaultParameters } from '../../../src/scheduling/fsrs.ts';
import type { Turn } from '../../../src/tui/screens/quiz/world.ts';
import { MAIL } from '../../exercises/exercise.ts';
import { questionText } from '../../fixtures/deck.ts';
import { clock, emptyStore, libraryOf } from '../../fixtures/study.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const NOON = 20_778 * DAY + 12 * 60 * MINUTE;

const scenario = `scenario: |\n${MAIL.replace(/^(?=.)/gm, '  ')}`;
const head = (id: string, kind: string) =>
  `---\nid: ${id}\ntitle: About ${id}\ntopic: a\nkind: ${kind}\nlevel: 1\nminutes: 3\n${scenario}`;
const body = '---\nMails go out.\n\n## Debrief\n\n{{duplicates}} went twice.\n';
const PREDICT = `${head('predict-mails', 'predict')}asks: [{ number: How many go twice?, metric: duplicates, tolerance: 20% }]\n${body}`;
const TUNE = `${head('tune-mails', 'tune')}knobs: { queues.reports.visibilityTimeout: { from: 1s, to: 5m } }\nsolution: { queues.reports.visibilityTimeout: 1m }\n${body}`;

let library: Library;
let store: ReviewStore;
let calendar: ReturnType<typeof clock>;
let poser: Poser;

beforeEach(async () => {
  library = await libraryOf({ a: questionText('q') }, [
    ['a', PREDICT],
    ['a', TUNE],
  ]);
  expect(library.exercises()).toHaveLength(2);
  store = emptyStore();
  calendar = clock(NOON);
  poser = new Poser(async () => ({
    exercise: (exercise, draw) => posedSheet(exercise, () => undefined, draw),
    question: () => undefined,
  }));
  await poser.prepare();
});

const moment = () => ({ atMs: calendar.nowMs(), day: calendar.dayOf(calendar.nowMs()) });
function tried(question: string, rating: Rating) {
  return store.recordAttempt(
    {
      ...{ kind: 'review', question, rating, durationMs: MINUTE, source: 'exercise' },
      fingerprint: library.exercises().find(({ id }) => id === question)?.fingerprint ?? '',
      parameters: defaultParameters,
      ...moment(),
    },
    {
      passed: rating > 1,
      durationMs: MINUTE,
      tries: 1,
      hints: 0,
      predictions: [],
      explanation: '',
    },
  );
}
const run = () =>
  new QuizRun(
    {
      ...{ library, store, calendar, poser },
      settings: defaultStudySettings,
      explain: (error) => `not kept: ${error}`,
    },
    {
      isWanted: () => true,
      fresh: undefined,
      limit: Number.POSITIVE_INFINITY,
      minutes: Number.POSITIVE_INFINITY,
      seed: undefined,
    },
  );
const asked = ({ card }: Turn) => card?.sheet.question.id;
/** Makes the question one that is known, and due. */
function knowQuestion() {
  for (let times = 0; times < 3; times += 1) {
    const sitting = run();
    while (sitting.turn().card) sitting.rate(3, 1000);
    calendar.advance(60 * DAY);
  }
  expect(store.progressOf('q')?.memory?.state).toBe('Review');
}

describe('an exercise in the schedule', () => {
  it('is met by trying it: nobody is asked about one that is new', () => {
    expect(itemsOf(library, store, () => true).map(({ question }) => question.id)).toEqual(['q']);
    tried('tune-mails', 1);
    expect(itemsOf(library, store, () => true)).toMatchObject([
      { question: { id: 'q' } },
      { question: { id: 'tune-mails', kind: 'exercise', topic: 'a', level: 1 } },
    ]);
  });

  it('takes nothing of the day’s share of new questions, nor of its reviews', () => {
    tried('tune-mails', 1);
    calendar.advance(MINUTE);
    tried('tune-mails', 3);
    const { day } = moment();
    expect(doneOn(day, store)).toEqual({
      fresh: new Set(),
      answered: new Set(['tune-mails']),
      reviews: 0,
      spentMs: 2 * MINUTE,
    });
    expect(store.effortBetween(day, day)).toEqual({ questions: 0, ms: 0 });
  });

  it('that started again, or was suspended, is not asked', () => {
    tried('tune-mails', 1);
    store.record({ kind: 'reset', question: 'tune-mails', fingerprint: 'f', ...moment() });
    expect(itemsOf(library, store, () => true)).toHaveLength(1);
  });
});

describe('a quiz', () => {
  it('asks a prediction that failed about a run that is another one each time', () => {
    tried('predict-mails', 1);
    calendar.advance(MINUTE);
    const sitting = run();
    const first = sitting.turn();
    expect(asked(first)).toBe('predict-mails');
    expect(first.card).toMatchObject({
      why: 'step',
      isReworded: false,
      exercise: { id: 'predict-mails', title: 'About predict-mails', minutes: 3 },
      sheet: { question: { task: { kind: 'number', unit: '', tolerance: 0.2 } } },
    });
    expect(first.card?.sheet.story?.blocks).toHaveLength(1);
    expect(sitting.turn().card?.simulated).toBe(first.card?.simulated);
    sitting.rate(3, 1000);
    expect([...store.entries()].at(-1)).toMatchObject({
      source: 'quiz',
      question: 'predict-mails',
    });
    calendar.advance(30 * DAY);
    const second = run().turn();
    const later = asked(second) === 'predict-mails' ? second : undefined;
    expect(later?.card?.simulated).toEqual(expect.any(Number));
    expect(later?.card?.simulated).not.toBe(first.card?.simulated);
  });

  it('asks what else came back to be recalled, and takes its trial for the answer', () => {
    tried('tune-mails', 1);
    calendar.advance(MINUTE);
    const sitting = run();
    const { card } = sitting.turn();
    expect(card).toMatchObject({
      exercise: { id: 'tune-mails' },
      sheet: { question: { task: { kind: 'recall' } } },
    });
    expect(card).not.toHaveProperty('simulated');
    const sinceMs = calendar.nowMs();
    expect(asked(sitting.tried('tune-mails', sinceMs))).toBe('tune-mails');
    calendar.advance(MINUTE);
    tried('tune-mails', 3);
    const next = sitting.tried('tune-mails', sinceMs);
    expect([asked(next), next.answered]).toEqual(['q', 1]);
  });

  it('leaves out what can’t be run, and goes on', async () => {
    tried('tune-mails', 1);
    calendar.advance(MINUTE);
    poser = new Poser(async () => ({ exercise: () => undefined, question: () => undefined }));
    await poser.prepare();
    expect(asked(run().turn())).toBe('q');
  });

  it('offers an exercise to whoever forgets what was known, and to nobody else', () => {
    const first = run();
    expect(asked(first.turn())).toBe('q');
    expect(first.rate(1, 1000).offer).toBeUndefined();
    calendar.advance(MINUTE);
    knowQuestion();
    const sitting = run();
    expect(asked(sitting.turn())).toBe('q');
    expect(sitting.rate(1, 1000).offer).toEqual({
      id: 'predict-mails',
      title: 'About predict-mails',
      minutes: 3,
    });
  });

  it('brings back within the sitting what was tried in it', () => {
    knowQuestion();
    const sitting = run();
    sitting.turn();
    sitting.rate(1, 1000);
    const sinceMs = calendar.nowMs();
    tried('predict-mails', 1);
    calendar.advance(MINUTE);
    expect(asked(sitting.tried('predict-mails', sinceMs))).toBe('predict-mails');
  });

  it('takes the result of an exercise back, and doesn’t ask what is new again', () => {
    tried('predict-mails', 1);
    calendar.advance(MINUTE);
    const sitting = run();
    expect(asked(sitting.turn())).toBe('predict-mails');
    const undone = sitting.undo();
    expect(undone.notice).toBe('undone: Again, “About predict-mails”');
    expect(asked(undone)).toBe('q');
    expect(store.attempts()).toEqual([]);
  });
});
