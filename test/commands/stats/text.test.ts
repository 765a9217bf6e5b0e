import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statisticsText } from '../../../src/commands/stats/text.ts';
import { parseIsoDate } from '../../../src/domain/day.ts';
import type { Rating } from '../../../src/domain/rating.ts';
import { answersOf } from '../../../src/statistics/answers.ts';
import { statisticsOf } from '../../../src/statistics/statistics.ts';
import { attempt, exercise } from '../../fixtures/attempts.ts';
import { item } from '../../fixtures/items.ts';
import { review } from '../../fixtures/reviews.ts';

const today = parseIsoDate('2026-11-21') ?? Number.NaN;
const ago = (days: number) => today - days;

const none = { exercises: [], attempts: [] };
const statistics = statisticsOf({
  ...none,
  today,
  recentDays: 12,
  items: [
    item('q', { topic: 'visibility-timeout', dueDay: today + 1 }),
    item('p', { topic: 'dead-letter-queues', level: 2, dueDay: today - 1 }),
  ],
  answers: answersOf([
    review({ day: ago(60), durationMs: 30_000 }),
    review({ day: ago(52), predicted: 0.91, durationMs: 90_000 }),
    review({ day: ago(20), question: 'p', durationMs: 400_000, source: 'mock' }),
    review({ day: ago(10), question: 'p', predicted: 0.93, rating: 1, durationMs: 300_000 }),
    review({ day: ago(4), predicted: 0.84, durationMs: 120_000 }),
  ]),
});

describe('statistics in words', () => {
  it('are short and clear on 80 columns', () => {
    expect(statisticsText(statistics, 80, false)).toBe(`Answers
  5 answers on 5 days
  quiz 4, mock 1
  16 min, 3 min an answer

Recall after a day or more
                      last 12 days  95 % range  of  all time  95 % range  of
  all                         50 %      9-91 %   2      67 %     21-94 %   3
  level 1                    100 %    21-100 %   1     100 %    34-100 %   2
  level 2                      0 %      0-79 %   1       0 %      0-79 %   1
  dead-letter-queues           0 %      0-79 %   1       0 %      0-79 %   1
  visibility-timeout         100 %    21-100 %   1     100 %    34-100 %   2

Due in the next 14 days
  today       ███▎ 1
  Sun 22 Nov  ███▎ 1
  Mon 23 Nov  0
  Tue 24 Nov  0
  Wed 25 Nov  0
  Thu 26 Nov  0
  Fri 27 Nov  0
  Sat 28 Nov  0
  Sun 29 Nov  0
  Mon 30 Nov  0
  Tue 01 Dec  0
  Wed 02 Dec  0
  Thu 03 Dec  0
  Fri 04 Dec  0

Answers a day
        Jun       Jul     Aug       Sep     Oct     Nov
  Mon
                                        ██              ██
  Wed                                     ██          ██

  Fri

  Sun                                             ██
  █ 1

Minutes a day, last 12 days
   6┤
   5┤╭╮
   4┤││
   3┤││
   2┤││    ╭╮
   1┤││    ││
   0┤╯╰────╯╰───

Time by topic
  dead-letter-queues  ███████████████████████████████████████ 12 min, 6 min each
  visibility-timeout  █████████████▍ 4 min, 80 s each

Predicted and actual recall
           said   came  95 % range  of
  80-85 %  84 %  100 %    21-100 %   1
  90-95 %  92 %   50 %      9-91 %   2
  log loss 0.976, RMSE(bins) 0.355
  both: the lower, the better
`);
  });

  it('leave out what there is nothing to say about', () => {
    const text = statisticsText(
      statisticsOf({
        ...none,
        today,
        recentDays: 30,
        items: [item('q')],
        answers: answersOf([review({ day: today })]),
      }),
      80,
      false,
    );
    expect(text).toContain('1 answer on 1 day\n');
    expect(text).toContain('Recall after a day or more\n  nothing came back yet\n');
    expect(text).toContain('Due in the next 14 days\n  nothing\n');
    expect(text).toContain('Predicted and actual recall\n  nothing was predicted yet\n');
    expect(text).not.toMatch(/Time by topic|Exercises|Predictions/);
  });

  it('have bold titles where that is wanted, and no other escape sequence', () => {
    const styled = statisticsText(statistics, 80, true);
    expect(styled).toContain('\u001b[1mAnswers\u001b[22m\n');
    expect(styled.replaceAll(/\u001b\[(1|22)m/g, '')).toBe(statisticsText(statistics, 80, false));
  });

  it('are never wider than the terminal, from 40 to 120 columns', () => {
    const answer = fc.record({
      day: fc.integer({ min: ago(400), max: today }),
      question: fc.constantFrom('q', 'p', 'gone'),
      rating: fc.constantFrom<Rating[]>(1, 2, 3, 4),
      durationMs: fc.nat(900_000),
      predicted: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    });
    const long = 'a-topic-with-a-very-long-name-that-is-wider-than-a-narrow-terminal-can-show';
    const items = [item('q', { dueDay: today }), item('p', { topic: long, dueDay: today + 3 })];
    const exercises = [exercise('mails', { title: long })];
    const predictions = [`${long}: you said 40, it is 118`];
    const attempts = [
      attempt({ day: today, question: 'mails', predictions, explanation: long.repeat(3) }),
    ];
    fc.assert(
      fc.property(
        fc.array(answer, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 40, max: 120 }),
        (log, recentDays, width) => {
          const answers = answersOf(
            log.map((said, place) => review({ ...said, id: String(place), orderMs: place })),
          );
          const text = statisticsText(
            statisticsOf({ answers, items, exercises, attempts, today, recentDays }),
            width,
            false,
          );
          for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(width);
          expect(text).not.toMatch(/NaN|undefined|Infinity|\u001b/);
        },
      ),
    );
  });
});
