import { beforeEach, describe, expect, it } from 'vitest';
import { QuizRun } from '../../../src/commands/quiz/run.ts';
import type { SessionWishes } from '../../../src/commands/quiz/session-work.ts';
import { carryHistories } from '../../../src/commands/quiz/study-state.ts';
import type { Library } from '../../../src/content/library.ts';
import { defaultStudySettings, type StudySettings } from '../../../src/domain/study-settings.ts';
import type { ReviewStore } from '../../../src/reviews/index.ts';
import type { Turn } from '../../../src/tui/screens/quiz/world.ts';
import { questionText } from '../../fixtures/deck.ts';
import { clock, emptyStore, libraryOf } from '../../fixtures/study.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const NOON = 20_778 * DAY + 12 * 60 * MINUTE;

let library: Library;
let store: ReviewStore;
let calendar: ReturnType<typeof clock>;
let settings: StudySettings;

beforeEach(async () => {
  library = await libraryOf({
    a: [questionText('a1'), questionText('a1-why', 2), questionText('a2')].join('\n'),
    b: questionText('b1'),
  });
  store = emptyStore();
  calendar = clock(NOON);
  settings = defaultStudySettings;
});

const run = (wishes: Partial<SessionWishes> = {}) =>
  new QuizRun(
    { library, store, calendar, settings, explain: (error) => `not kept: ${error}` },
    {
      isWanted: () => true,
      fresh: undefined,
      limit: Number.POSITIVE_INFINITY,
      minutes: Number.POSITIVE_INFINITY,
      seed: 1,
      ...wishes,
    },
  );
const asked = ({ card }: Turn) => card?.sheet.question.id;

/** Answers until nothing is asked any more; gives what was asked. */
function answerAll(sitting: QuizRun, rating: (id: string) => 1 | 2 | 3 | 4 = () => 4): string[] {
  const ids: string[] = [];
  let turn = sitting.turn();
  while (turn.card && ids.length < 100) {
    const id = turn.card.sheet.question.id;
    ids.push(id);
    turn = sitting.rate(rating(id), 1000);
    calendar.advance(MINUTE);
  }
  return ids;
}

describe('a session', () => {
  it('meets new questions, topics in turn, and follow-ups once their parents are known', () => {
    expect(answerAll(run())).toEqual(['a1', 'a2', 'b1', 'a1-why']);
  });

  it('asks a learning step again when its minute has come', () => {
    const first = run({ isWanted: ({ id }) => id === 'b1' });
    expect(asked(first.turn())).toBe('b1');
    const later = first.rate(3, 1000);
    expect(later.card?.why).toBe('step');
    expect(asked(later)).toBe('b1');
    expect(first.rate(3, 1000).card).toBeUndefined();
  });

  it('asks nothing that is not due, and on its day asks it as due', () => {
    answerAll(run());
    expect(run().turn().card).toBeUndefined();
    calendar.advance(30 * DAY);
    expect(run().turn().card?.why).toBe('due');
  });

  it('is as long as was wished', () => {
    expect(answerAll(run({ limit: 2 }))).toHaveLength(2);
    expect(answerAll(run({ fresh: 1 }))).toHaveLength(1);
    expect(answerAll(run({ fresh: 0 }))).toHaveLength(0);
  });

  it('ends when its minutes are over', () => {
    const sitting = run({ minutes: 5 });
    expect(sitting.turn().card).toBeDefined();
    calendar.advance(5 * MINUTE);
    expect(sitting.rate(4, 1000).card).toBeUndefined();
  });

  it('keeps every answer with what it was given under', () => {
    const sitting = run();
    const id = asked(sitting.turn());
    sitting.rate(2, 12_345);
    expect([...store.entries()]).toMatchObject([
      {
        kind: 'review',
        question: id,
        rating: 2,
        durationMs: 12_345,
        source: 'quiz',
        elapsedDays: null,
        predicted: null,
        parameters: { desiredRetention: 0.9, algorithm: 'FSRS-6 ts-fsrs 5.4.2' },
        day: 20_778,
      },
    ]);
  });

  it('shows where each rating leads, and leads there', () => {
    const sitting = run();
    expect(sitting.turn().card?.intervals).toMatchObject({ 1: '1m', 3: '10m' });
    const again = sitting.rate(1, 1000);
    const step = store.progressOf('a1')?.memory;
    expect((step?.dueMs ?? 0) - NOON).toBe(MINUTE);
    expect(asked(again)).not.toBe('a1');
  });
});

describe('undo', () => {
  it('asks the question again as it was asked, also in another session', () => {
    const first = run();
    first.turn();
    first.rate(4, 1000);
    const undone = first.undo();
    expect(asked(undone)).toBe('a1');
    expect(undone.card?.why).toBe('new');
    expect(undone.notice).toBe('undone: Easy, “Why a1?”');
    expect(store.progressOf('a1')).toBeUndefined();
    first.rate(3, 1000);
    const second = run();
    second.turn();
    expect(asked(second.undo())).toBe('a1');
  });

  it('takes back a suspension', () => {
    const sitting = run();
    sitting.turn();
    expect(asked(sitting.suspend())).not.toBe('a1');
    expect(store.progressOf('a1')?.suspended).toBe(true);
    expect(asked(sitting.undo())).toBe('a1');
  });

  it('says so when there is nothing to take back', () => {
    const sitting = run();
    sitting.turn();
    expect(sitting.undo().notice).toBe('there is nothing to undo');
  });
});

describe('a question whose wording changed', () => {
  const reword = async () => {
    answerAll(run());
    calendar.advance(60 * DAY);
    library = await libraryOf({ a: questionText('a1', 1, 'Quite another question?') });
  };

  it('says so, and once the learner kept the history never again', async () => {
    await reword();
    const sitting = run();
    expect(sitting.turn().card?.isReworded).toBe(true);
    const memory = store.progressOf('a1')?.memory;
    expect(sitting.decideWording('keep').card?.isReworded).toBe(false);
    expect(store.progressOf('a1')?.memory).toEqual(memory);
    expect(run().turn().card?.isReworded).toBe(false);
  });

  it('starts again when the learner says so, which can be taken back', async () => {
    await reword();
    const sitting = run();
    sitting.turn();
    expect(sitting.decideWording('reset').card).toMatchObject({ why: 'new', isReworded: false });
    expect(store.progressOf('a1')?.memory).toBeUndefined();
    expect(sitting.undo().card?.isReworded).toBe(true);
    expect(store.progressOf('a1')?.memory).toBeDefined();
  });

  it('is not asked about again once it was answered', async () => {
    await reword();
    const sitting = run();
    sitting.turn();
    sitting.rate(1, 1000);
    expect(run().turn().card?.isReworded).toBe(false);
  });
});

describe('a question that was called something else', () => {
  const rename = (text: string) => text.replace('{#a1}', '{#new-one formerly=a1}');

  it('carries its history on, and so do two that it was split into', async () => {
    answerAll(run());
    const before = store.progressOf('a1')?.memory;
    library = await libraryOf({
      a: [
        rename(questionText('a1')),
        '## Second? {#new-two formerly=a1}\n\nYes.\n\n**Key points**\n- [ ] yes\n',
      ].join('\n'),
    });
    const at = { atMs: calendar.nowMs(), day: calendar.dayOf(calendar.nowMs()) };
    carryHistories(library, store, at);
    carryHistories(library, store, at);
    expect(store.progressOf('new-one')?.memory).toEqual(before);
    expect(store.progressOf('new-two')?.memory).toEqual(before);
    expect([...store.entries()].filter(({ kind }) => kind === 'carry')).toHaveLength(2);
    expect(store.differences()).toEqual([]);
  });
});

it('notices a leech', () => {
  settings = { ...settings, leechThreshold: 2, relearningSteps: [], learningSteps: [] };
  const sitting = run({ isWanted: ({ id }) => id === 'b1' });
  sitting.turn();
  sitting.rate(4, 1000);
  const lapse = () => {
    calendar.advance(40 * DAY);
    const next = run({ isWanted: ({ id }) => id === 'b1' });
    next.turn();
    return next.rate(1, 1000).notice;
  };
  expect(lapse()).toBeUndefined();
  expect(lapse()).toMatch(/^forgotten 2 times/);
});

it('asks the same question again, and says why, when an answer can not be kept', () => {
  const sitting = run();
  const id = asked(sitting.turn());
  const { record } = store;
  store = Object.assign(store, {
    record: () => {
      throw new Error('the disk is full');
    },
  });
  const turn = sitting.rate(3, 1000);
  expect(asked(turn)).toBe(id);
  expect(turn.trouble).toMatch('the disk is full');
  Object.assign(store, { record });
  expect(sitting.rate(3, 1000).trouble).toBeUndefined();
  expect([...store.entries()]).toHaveLength(1);
});

it('goes on with what is left when the content was changed meanwhile', async () => {
  const sitting = run();
  sitting.turn();
  const changed = await libraryOf({ b: questionText('b1', 1, 'Mended?') });
  const turn = sitting.reread(changed);
  expect(asked(turn)).toBe('b1');
  expect(turn.card?.sheet.question.prompt).toBe('Mended?');
});

it('waits with a follow-up whose parent is not wanted until that is known', () => {
  expect(answerAll(run({ isWanted: ({ level }) => level === 2 }))).toEqual([]);
  answerAll(run({ isWanted: ({ level }) => level === 1 }));
  expect(answerAll(run({ isWanted: ({ level }) => level === 2 }))).toEqual(['a1-why']);
});

describe('what a review found', () => {
  const many = (topic: string) =>
    Array.from({ length: 10 }, (_, index) => questionText(`${topic}${index}`)).join('\n');

  it('does not call an answer lost that was kept, whatever goes wrong after it', () => {
    const sitting = run();
    sitting.turn();
    const { progress } = store;
    let isBroken = false;
    Object.assign(store, {
      progress: (among?: readonly string[]) => {
        if (isBroken) throw new Error('database is locked');
        return progress(among);
      },
    });
    for (let times = 0; times < 2; times += 1) sitting.rate(4, 1000);
    isBroken = true;
    // Nothing waits any more, so the next turn is drawn anew.
    expect(() => sitting.rate(4, 1000)).toThrow('locked');
    expect([...store.entries()]).toHaveLength(3);
  });

  it('asks the rest when a question left the content of an index that another process read anew', () => {
    const sitting = run();
    sitting.turn();
    const sheet = library.sheet.bind(library);
    library = Object.assign(library, {
      sheet: (id: string) => (id === 'a1-why' ? undefined : sheet(id)),
    });
    expect(answerAll(sitting)).toEqual(['a1', 'a2', 'b1']);
  });

  it('asks as many new questions as were wished for, also when the day ends meanwhile', async () => {
    library = await libraryOf({ a: many('a'), b: many('b') });
    answerAll(run({ fresh: 6 }));
    calendar.advance(15 * 60 * MINUTE + 30 * MINUTE);
    const late = run({ fresh: 2 });
    late.turn();
    late.rate(4, 1000);
    calendar.advance(60 * MINUTE);
    expect(answerAll(late)).toHaveLength(1);
  });

  it('gives every topic its new questions when each is asked about by itself before an interview', async () => {
    library = await libraryOf({ a: many('a'), b: many('b') });
    settings = { ...settings, interview: 20_778 + 12 };
    const ofTopic = (topic: string) =>
      answerAll(run({ isWanted: (question) => question.topic === topic, limit: 1 }));
    expect([ofTopic('a'), ofTopic('b')]).toEqual([['a0'], ['b0']]);
  });

  it('is not held to the minutes of the day when more is asked for in so many words', () => {
    settings = { ...settings, minutesPerDay: 1 };
    const first = run();
    first.turn();
    expect(first.rate(4, MINUTE).card).toBeUndefined();
    expect(run().turn().card).toBeUndefined();
    expect(answerAll(run({ fresh: 5 })).length).toBeGreaterThan(0);
  });

  it('says what was left for later', () => {
    const sitting = run({ fresh: 1 });
    answerAll(sitting);
    expect(sitting.summary()[1]).toMatch(/^Left for later: .*new for other days/);
  });

  it('does not count steps that are yet to come against its length', () => {
    settings = { ...settings, learningSteps: ['1h'] };
    answerAll(run({ limit: 2 }), () => 1);
    expect(answerAll(run({ limit: 1 }))).toHaveLength(1);
  });

  it('asks the follow-ups of a question that was suspended before it was ever answered', () => {
    const sitting = run({ isWanted: ({ topic, id }) => topic === 'a' && id !== 'a2' });
    sitting.turn();
    expect(asked(sitting.suspend())).toBe('a1-why');
  });

  it('carries on what another machine still answered under the name that is gone', async () => {
    const old = await libraryOf({ a: questionText('old') });
    library = old;
    answerAll(run());
    library = await libraryOf({ a: questionText('old').replace('{#old}', '{#new formerly=old}') });
    const at = () => ({ atMs: calendar.nowMs(), day: calendar.dayOf(calendar.nowMs()) });
    carryHistories(library, store, at());
    const before = store.progressOf('new')?.memory?.reps ?? 0;
    calendar.advance(40 * DAY);
    const desktop = library;
    library = old;
    answerAll(run());
    library = desktop;
    carryHistories(library, store, at());
    expect(store.progressOf('new')?.memory?.reps).toBe(before + 1);
    carryHistories(library, store, at());
    expect([...store.entries()].filter(({ kind }) => kind === 'carry')).toHaveLength(2);
  });
});
