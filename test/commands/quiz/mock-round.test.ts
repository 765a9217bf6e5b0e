import { beforeEach, describe, expect, it } from 'vitest';
import { MockRound } from '../../../src/commands/quiz/mock/round.ts';
import { transcript } from '../../../src/commands/quiz/mock/transcript.ts';
import type { Library } from '../../../src/content/library.ts';
import type { ReviewStore } from '../../../src/reviews/index.ts';
import { defaultParameters } from '../../../src/scheduling/fsrs.ts';
import type { MockAnswer } from '../../../src/tui/screens/mock/world.ts';
import { questionText } from '../../fixtures/deck.ts';
import { clock, emptyStore, libraryOf } from '../../fixtures/study.ts';

const MINUTE = 60_000;
const questions = (topic: string) =>
  [questionText(`${topic}-1`), questionText(`${topic}-2`, 2), questionText(`${topic}-3`, 3)].join(
    '\n',
  );

let library: Library;
let store: ReviewStore;
let calendar: ReturnType<typeof clock>;
let kept: readonly MockAnswer[];
let explain: (error: unknown) => string;

beforeEach(async () => {
  library = await libraryOf({ a: questions('a'), b: questions('b') });
  store = emptyStore();
  calendar = clock(1_795_000_000_000);
  kept = [];
  explain = String;
});

const start = (minutes = 30) =>
  new MockRound(
    {
      library,
      store,
      calendar,
      parameters: defaultParameters,
      minutes,
      explain: (error) => explain(error),
      keep: (answers) => {
        kept = answers;
      },
    },
    [
      ['a-1', 'a-2', 'a-3'],
      ['b-1', 'b-2'],
    ],
  );

const asked = (round: MockRound) => round.current?.sheet.question.id;

describe('an interview round', () => {
  it('digs into a subject before it opens the next, and ends when nothing is left', () => {
    const round = start();
    const order = [asked(round)];
    while (round.answer('words', 1000, false)) order.push(asked(round));
    expect(order).toEqual(['a-1', 'a-2', 'a-3', 'b-1', 'b-2']);
    expect(round.current).toBeUndefined();
  });

  it('says what a follow-up follows', () => {
    const round = start();
    expect(round.current?.follows).toBeUndefined();
    expect(round.answer('', 0, false)?.follows).toBe('Why a-1?');
  });

  it('opens the next subject when the learner passes', () => {
    const round = start();
    round.answer('', 1000, true);
    expect(asked(round)).toBe('b-1');
    expect(round.answers[0]?.isPassed).toBe(true);
  });

  it('asks nothing more when the time is over, but takes the answer that was being given', () => {
    const round = start(10);
    calendar.advance(9 * MINUTE);
    expect(round.answer('first', 9 * MINUTE, false)).toBeDefined();
    calendar.advance(2 * MINUTE);
    expect(round.answer('late', 2 * MINUTE, false)).toBeUndefined();
    expect(round.answers.map(({ text }) => text)).toEqual(['first', 'late']);
  });

  it('keeps each answer as soon as it is given', () => {
    const round = start();
    round.answer(' one ', 1000, false);
    expect(kept.map(({ text }) => text)).toEqual(['one']);
    round.answer('two', 1000, false);
    expect(kept).toHaveLength(2);
  });

  it('logs a rating once, as coming from a mock interview', () => {
    const round = start();
    round.answer('one', 42_000, false);
    expect(round.review(0, [true], 3)).toBeUndefined();
    expect(round.review(0, [false], 1)).toBeUndefined();
    const entries = [...store.entries()];
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      kind: 'review',
      question: 'a-1',
      rating: 3,
      source: 'mock',
      durationMs: 42_000,
    });
    expect(kept[0]).toMatchObject({ rating: 3, ticked: [false] });
  });

  it('says why a rating could not be kept, and leaves the answer unrated', () => {
    const round = start();
    round.answer('one', 1000, false);
    store.close();
    explain = () => 'the disk is full';
    expect(round.review(0, [true], 3)).toBe('the disk is full');
    expect(round.answers[0]?.rating).toBeUndefined();
  });
});

it('is told in a transcript with what was said, what was missed and what is strong', () => {
  const round = start();
  round.answer('It hides\nthe message.', 65_000, false);
  round.answer('', 5000, true);
  round.review(0, [true], 4);
  expect(transcript('2026-11-21 09:15', 30, round.answers)).toBe(`# Mock interview, 2026-11-21 09:15

30 minutes, 2 questions, 1 reviewed.

## 1. Why a-1?

About a, level 1, 1:05

**You said**

> It hides
> the message.

**Key points**

- [x] a reason

**Your rating** Easy

**A strong answer**

Because.

## 2. Why a-2?

About a, level 2, 0:05

**You said**

Passed.

**Key points**

- [ ] a reason

**A strong answer**

Because.
`);
});
