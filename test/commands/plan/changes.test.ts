import { describe, expect, it } from 'vitest';
import { changesOf } from '../../../src/commands/plan/changes.ts';
import { parseIsoDate } from '../../../src/domain/day.ts';

const today = parseIsoDate('2026-11-21') ?? Number.NaN;
const global = { content: [], plain: false, color: true, json: false };

describe('what the options of plan change', () => {
  it.each([
    [{}, {}],
    [{ interview: 'in 3 weeks' }, { interview: today + 21 }],
    [
      { interview: 'none', minutesPerDay: '25' },
      { interview: null, minutesPerDay: 25 },
    ],
    [{ minutesPerDay: 'none' }, { minutesPerDay: null }],
  ])('%j is %j', (written, changes) => {
    expect(changesOf({ ...global, ...written }, today)).toEqual(changes);
  });

  it.each([
    [{ interview: '20 Nov 2026' }, /--interview can't be 20 Nov 2026\n.*yesterday, is over/],
    [{ interview: '' }, /can't be read as a date/],
    [{ interview: '2030-01-01' }, /more than a year away/],
    [{ minutesPerDay: '-1' }, /--minutes-per-day can't be -1\n.*from 1 to 1440/],
  ])('%j is refused', (written, message) => {
    expect(() => changesOf({ ...global, ...written }, today)).toThrow(message);
  });
});
