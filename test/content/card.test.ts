import { describe, expect, it } from 'vitest';
import { parseCard } from '../../src/content/card.ts';
import { cardText, sections } from '../fixtures/deck.ts';

describe('parseCard', () => {
  it('reads a complete card without problems', () => {
    const { card, problems } = parseCard('card.md', cardText());
    expect(problems).toEqual([]);
    expect(card).toMatchObject({
      id: 'sample',
      tags: ['sqs', 'messaging'],
      estimatedMinutes: 25,
      checked: '2026-11-21',
      bodyLine: 11,
    });
  });

  it.each([
    ['1h 30min', 90],
    ['2h', 120],
    ['5min', 5],
  ])('reads the time %s', (time, minutes) => {
    expect(parseCard('card.md', cardText({ estimated_time: time })).card?.estimatedMinutes).toBe(
      minutes,
    );
  });

  it.each<[string, Record<string, string | undefined>, number, RegExp, RegExp]>([
    ['a missing key', { title: undefined }, 1, /title is missing/, /add title/],
    ['a bad id', { id: 'Not An Id' }, 2, /id can't be "Not An Id"/, /hyphens/],
    [
      'a misspelt difficulty',
      { difficulty: 'esay' },
      5,
      /difficulty can't be/,
      /easy, medium, hard.*Did you mean “easy”/,
    ],
    [
      'a misspelt key',
      { prerequisits: '[a]' },
      10,
      /prerequisits is no key/,
      /Did you mean “prerequisites”/,
    ],
    ['a time that is none', { estimated_time: 'soon' }, 6, /estimated_time can't be/, /25min/],
    ['a date that is none', { checked: '"21.11.2026"' }, 9, /checked can't be/, /2026-11-21/],
    ['a day in no calendar', { checked: '2026-02-30' }, 9, /checked can't be/, /calendar/],
    ['a quoted day in no calendar', { checked: '"2026-13-01"' }, 9, /checked can't/, /calendar/],
    ['a text for a list', { tags: 'sqs' }, 4, /tags can't be/, /a list/],
  ])('names the line, the mistake and the mending of %s', (_what, changes, line, what, fix) => {
    const { problems } = parseCard('card.md', cardText(changes));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ file: 'card.md', line, column: 1 });
    expect(problems[0]?.what).toMatch(what);
    expect(problems[0]?.fix).toMatch(fix);
  });

  it('keeps a card whose sections are incomplete, and names them', () => {
    const body = `${sections('Related')}\n## Related\n`;
    const { card, problems } = parseCard('card.md', cardText({}, body));
    expect(card?.id).toBe('sample');
    expect(problems.map(({ line, what }) => [line, what])).toEqual([
      [32, 'the section “Related” is empty'],
    ]);
  });

  it('says that front matter is missing', () => {
    expect(parseCard('card.md', '# Only text').problems[0]?.what).toBe(
      'the card has no front matter',
    );
  });

  it('uses a card with mistakes in it, and makes up nothing that would be read as a fact', () => {
    const changes = { difficulty: 'odd', estimated_time: 'soon', checked: 'never', tags: 'sqs' };
    const { card, problems } = parseCard('card.md', cardText(changes));
    expect(card).toMatchObject({
      id: 'sample',
      title: 'A sample',
      tags: [],
      estimatedMinutes: 0,
      checked: '',
    });
    expect(problems).toHaveLength(4);
  });
});
