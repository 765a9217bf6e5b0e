import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../../src/markdown/parsing.ts';
import { bindingsFor } from '../../../../src/tui/screens/quiz/keys.ts';
import { hear } from '../../../../src/tui/screens/quiz/news.ts';
import { keyed, quiz, sheets, shown, turnOf } from './sample.ts';

const own = { id: 'pilot-lab', title: 'Without a pilot', minutes: 3 };
const offer = { id: 'fog-lab', title: 'In the fog', minutes: 5 };
const story = { blocks: parseMarkdown('A ship comes in by night.').blocks };
const wanted = (state: Parameters<typeof keyed>[0], ...keys: string[]) =>
  keyed(state, ...keys).requests;
const opens = (id: string) => [{ kind: 'try', id }];

describe('a question that was made of an exercise', () => {
  it('tells where it comes from, and its story before it asks', () => {
    const sheet = { ...sheets.number, story };
    const [from = -1, told = -1, asked = -1] = [
      'simulated anew, seed 4711',
      'A ship comes in by night.',
      'How long do 6 miles take',
    ].map((words) =>
      shown(quiz(turnOf(sheet, { exercise: own, simulated: 4711 }))).findIndex((line) =>
        line.includes(words),
      ),
    );
    expect([from > 0, told > from, asked > told]).toEqual([true, true, true]);
  });

  it('names the exercise where nothing is simulated', () => {
    const lines = shown(quiz(turnOf(sheets.recall, { exercise: own })));
    expect(lines.join('\n')).toContain('from the exercise “Without a pilot”');
  });

  it.each(Object.keys(sheets) as (keyof typeof sheets)[])(
    '(%s) opens it by t, before the answer and after it',
    (kind) => {
      const state = quiz(turnOf(sheets[kind], { exercise: own }));
      expect(wanted(state, 't')).toEqual(opens('pilot-lab'));
      const revealed = {
        ...state,
        asking: state.asking && { ...state.asking, phase: 'revealed' as const },
      };
      expect(wanted(revealed, 't')).toEqual(opens('pilot-lab'));
    },
  );

  it('has a t like any other while something is typed', () => {
    const typed = keyed(quiz(turnOf(sheets.recall, { exercise: own })), 'i', 't');
    expect(typed).toMatchObject({ requests: [], asking: { attempt: { field: { text: 't' } } } });
  });
});

describe('an exercise that is offered after a lapse', () => {
  const lapsed = (changes = {}) =>
    hear(quiz(), { type: 'turned', turn: turnOf(sheets.choice, { offer, ...changes }), nowMs: 0 });

  it('is told with its key, and opened by it', () => {
    expect(shown(lapsed()).at(-1)).toBe(' t shows it: In the fog (5 min)');
    expect(wanted(lapsed(), 't')).toEqual(opens('fog-lab'));
    expect(wanted(lapsed(), 'b', 'Enter', 't')).toEqual(opens('fog-lab'));
    expect(shown(keyed(lapsed(), 'b')).at(-1)).toContain('t try');
  });

  it('leaves the key to the exercise that is asked about, and says how else it is opened', () => {
    const state = lapsed({ exercise: own });
    expect(state.message).toBe('swelearn try fog-lab shows it: In the fog (5 min)');
    expect(wanted(state, 't')).toEqual(opens('pilot-lab'));
  });

  it('gives way to what else is to be said', () => {
    expect(lapsed({ notice: 'forgotten 8 times' }).message).toBe('forgotten 8 times');
  });

  it('is there until the next question is answered', () => {
    const next = hear(lapsed(), { type: 'turned', turn: turnOf(sheets.order), nowMs: 0 });
    expect(bindingsFor(next).some(({ keys }) => keys.includes('t'))).toBe(false);
    expect(wanted(next, 't')).toEqual([]);
  });
});
