import { describe, expect, it } from 'vitest';
import { numberTask } from '../../../src/exercises/again/number-task.ts';
import { gradeNumber } from '../../../src/grading/index.ts';

describe('a metric that is asked for as a number', () => {
  it.each([
    ['duration', 123_000_000, { value: 123, unit: 's' }, 'The run came to 123 s.'],
    ['duration', 12_345_678, { value: 12.35, unit: 's' }, 'The run came to 12.346 s.'],
    ['time', 250_000, { value: 0.25, unit: 's' }, 'The run came to 250 ms.'],
    ['ratio', 0.41236, { value: 41.24, unit: '%' }, 'The run came to 41.24 %.'],
    ['dollars', 3.6, { value: 3.6, unit: 'dollars' }, 'The run came to $3.60.'],
    ['rate', 20, { value: 20, unit: '/s' }, 'The run came to 20/s.'],
    ['count', 12_345, { value: 12_345, unit: '' }, 'The run came to 12,345.'],
  ] as const)('(%s, %s) is one that people answer in', (metric, amount, task, words) => {
    expect(numberTask(amount, metric, 0.1)).toMatchObject({ ...task, calculation: words });
  });

  it.each([
    ['duration', 123_000_000, ['123', '123 s', '2.05 min', '2 min', '123000 ms']],
    ['ratio', 0.4, ['40', '40 %', '41 percent']],
    ['dollars', 3.6, ['$3.60', '3.6', '3.50 dollars']],
    ['rate', 20, ['20', '20/s', '21 per second']],
    ['count', 1500, ['1.5k', '1,500', '1500 orders']],
  ] as const)('(%s) is right as people write it', (metric, amount, answers) => {
    const task = numberTask(amount, metric, 0.05);
    for (const typed of answers)
      expect([typed, gradeNumber(typed, task).kind]).toEqual([typed, 'right']);
  });
});
