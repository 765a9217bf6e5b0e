import { describe, expect, it } from 'vitest';
import type { Answer, Prompt } from '../../../../src/domain/dialogue.ts';
import { press } from '../../../../src/tui/screens/exercise/press.ts';
import type { ExerciseState } from '../../../../src/tui/screens/exercise/state.ts';
import { type Named, pressed } from '../pressed.ts';
import {
  answered,
  control,
  endWith,
  exercise,
  heard,
  outcome,
  parse,
  prompts,
  series,
  shown,
  story,
  taken,
  typed,
} from './sample.ts';

type Keys = readonly (string | readonly Named[])[];

const text = (state: ExerciseState) => shown(state).join('\n');
const values = ({ draft }: ExerciseState) => draft.fields.map((field) => field.text);

describe('answering', () => {
  it.each<[string, Prompt, Keys, Answer]>([
    ['an amount', prompts.amount, ['212', ['return']], { kind: 'amount', text: '212' }],
    ['dollars', prompts.amount, ['$3.60', ['return']], { kind: 'amount', text: '$3.60' }],
    ['a part', prompts.amount, ['.5', ['return']], { kind: 'amount', text: '.5' }],
    ['with its unit', prompts.amount, ['30 s', ['return']], { kind: 'amount', text: '30 s' }],
    ['after Esc', prompts.amount, ['9', ['escape'], '12\r'], { kind: 'amount', text: '12' }],
    ['the first', prompts.choice, [['return']], { kind: 'choice', place: 0 }],
    ['by j and k', prompts.choice, ['jjjk', ['return']], { kind: 'choice', place: 2 }],
    ['by arrows', prompts.choice, [['downArrow'], ['return']], { kind: 'choice', place: 1 }],
    ['by its digit', prompts.choice, ['5', ['return']], { kind: 'choice', place: 4 }],
    ['no further', prompts.choice, ['jjjjjjjjj\r'], { kind: 'choice', place: 4 }],
    ['as it is', prompts.form, ['r'], { kind: 'form', values: ['30s', '10'] }],
    ['turned', prompts.form, ['++-j+', ['return']], { kind: 'form', values: ['1min', '20'] }],
    [
      'by arrows',
      prompts.form,
      [['leftArrow'], ['leftArrow'], 'r'],
      { kind: 'form', values: ['5s', '10'] },
    ],
    ['no further', prompts.form, ['j', '+++++', 'r'], { kind: 'form', values: ['30s', '40'] }],
    ['typed', prompts.form, ['45s\r', '25\r'], { kind: 'form', values: ['45s', '25'] }],
    [
      'typed to its end',
      prompts.form,
      ['i0', ['tab'], 'r'],
      { kind: 'form', values: ['30s0', '10'] },
    ],
    ['taken back', prompts.form, ['45s', ['escape'], 'r'], { kind: 'form', values: ['30s', '10'] }],
    [
      'emptied',
      prompts.form,
      ['4', ['backspace'], ['tab'], 'r'],
      { kind: 'form', values: ['30s', '10'] },
    ],
    ['points', prompts.curve, ['9\r', '8\r', '7\r'], { kind: 'form', values: ['9', '8', '7'] }],
    ['words', prompts.words, ['quit? no', ['return']], { kind: 'words', text: 'quit? no' }],
    ['nothing', prompts.words, [['return']], { kind: 'words', text: '' }],
    ['nothing by Esc', prompts.words, [['escape']], { kind: 'words', text: '' }],
    ['without watching', prompts.watch, ['s'], { kind: 'watched' }],
    ['the file', prompts.file, ['r'], { kind: 'run' }],
  ])('%s of %j is sent by %j', (_, prompt, keys, answer) => {
    const state = typed(exercise(prompt), ...keys);
    expect(state.requests).toEqual([{ kind: 'answer', answer }]);
    expect(state.waiting).toBe('answer');
  });

  it('turns from what was typed to the nearest step', () => {
    const at45 = typed(exercise(prompts.form), '45s', ['tab']);
    expect(values(typed(at45, '+'))[0]).toBe('1min');
    expect(values(typed(at45, '-'))[0]).toBe('30s');
    expect(values(typed(exercise(prompts.form), '99s', ['tab'], '-'))[0]).toBe('1min');
    expect(values(typed(exercise(prompts.form), '20min', ['tab'], '+'))[0]).toBe('20min');
    expect(values(typed(exercise(prompts.form), '2', 'x', ['tab'], '+'))[0]).toBe('2x');
  });

  it('asks for an amount before it sends one', () => {
    const state = typed(exercise(prompts.amount), ['return']);
    expect(state.requests).toEqual([]);
    expect(shown(state).at(-1)).toContain('1500');
  });

  it('keeps a line that Esc empties from being skipped at once', () => {
    const emptied = typed(exercise(prompts.words), 'because', ['escape']);
    expect(emptied.requests).toEqual([]);
    expect(values(emptied)).toEqual(['']);
  });

  it('is not chosen again by a key that is held', () => {
    const chosen = typed(exercise(prompts.choice), ['return']);
    const atMs = chosen.held?.atMs ?? 0;
    const next = answered(chosen, { said: [], prompt: prompts.choice });
    for (const afterMs of [30, 149, 500])
      expect(press(next, '', pressed('return'), atMs + afterMs).requests).toEqual([]);
    expect(press(next, '', pressed('return'), atMs + 900).requests).toHaveLength(1);
    // Held while it ran, it is still held.
    const repeated = press(chosen, '', pressed('return'), atMs + 3000);
    const later = answered(repeated, { said: [], prompt: prompts.choice });
    expect(press(later, '', pressed('return'), atMs + 3030).requests).toEqual([]);
  });

  it('takes nothing of a packet after what was sent', () => {
    expect(typed(exercise(prompts.choice), 'j\r\rq').requests).toHaveLength(1);
  });

  it('says quietly that it runs, and hears nothing but Ctrl-C meanwhile', () => {
    const running = taken(typed(exercise(prompts.form), 'r'))[1];
    expect(shown(running).at(-1)).toContain('running …');
    expect(typed(running, 'q', 'r', '5', 'x', ['pageDown'], ['return']).requests).toEqual([]);
    expect(values(typed(running, '5'))).toEqual(['30s', '10']);
    expect(control(running, 'c').requests).toEqual([
      { kind: 'leave', end: { go: 'quit', code: 130 } },
    ]);
  });
});

describe('what was answered', () => {
  it('stands in the transcript with what was asked, above what is said then', () => {
    const after = answered(typed(exercise(), '212\r'), { said: outcome, prompt: prompts.words });
    const lines = after.said.map(({ kind }) => kind);
    expect(lines.slice(0, 3)).toEqual(['text', 'answer', 'verdict']);
    expect(text(after)).toContain('How many cakes are baked twice?\n  › 212');
  });

  it.each<[string, Prompt, Keys, string]>([
    ['a choice', prompts.choice, ['\r'], '› How deep is orders?'],
    ['a form', prompts.form, ['+r'], '› How long an order is hidden: 1min · Bakers: 10'],
    ['words', prompts.words, ['too short\r'], '› too short'],
  ])('is told of %s', (_, prompt, keys, line) => {
    const after = answered(typed(exercise(prompt), ...keys), { said: [], prompt: prompts.watch });
    expect(text(after)).toContain(line);
  });

  it.each([
    ['words that were left out', prompts.words, ['\r']],
    ['watching', prompts.watch, ['s']],
    ['a program', prompts.file, ['r']],
  ] as const)('is nothing where it was %s', (_, prompt, keys) => {
    const after = answered(typed(exercise(prompt), ...keys), { said: [], prompt: prompts.amount });
    expect(after.said).toHaveLength(1);
  });

  it('is shown from where it begins, and what was said before is above', () => {
    const long = { kind: 'text', text: 'A long story.\n\n'.repeat(30) } as const;
    const state = exercise(prompts.amount, 80, 24, [long]);
    expect(shown(state)[2]).toContain('A long story.');
    const after = answered(typed(state, 'G', '5\r'), { said: outcome, prompt: prompts.watch });
    expect(shown(after)[2]).toContain('How many cakes');
    expect(shown(typed(after, 'k', 'k'))[2]).toContain('A long story.');
    expect(shown(typed(after, 'g'))[2]).toContain('A long story.');
    expect(shown(typed(after, 'G')).join('\n')).toContain('duplicates');
  });

  it('goes on in the field where the learner was when a form comes back', () => {
    const sent = typed(exercise(prompts.form), 'j+r');
    const [first, second] = prompts.form.fields;
    const again = { ...prompts.form, fields: [first, { ...second, value: '20' }] } as Prompt;
    const after = answered(sent, { said: [], prompt: again });
    expect(after.draft.at).toBe(1);
    expect(values(after)).toEqual(['30s', '20']);
  });

  it('begins a choice at what was not chosen yet', () => {
    const options = prompts.choice.options.map((offer, at) => ({ ...offer, done: at < 2 }));
    const after = answered(typed(exercise(prompts.choice), '\r'), {
      said: [],
      prompt: { ...prompts.choice, options },
    });
    expect(after.draft.at).toBe(2);
  });
});

describe('trouble', () => {
  const trouble = 'That can’t be read.';

  it.each<[string, Prompt, Keys, string[]]>([
    ['an amount', prompts.amount, ['x', '5x', '\r'], ['5x']],
    ['a form', prompts.form, ['45x', ['tab'], 'r'], ['45x', '10']],
  ])('leaves %s as it was typed, until it is changed', (_, prompt, keys, kept) => {
    const start = prompt.kind === 'amount' ? keys.slice(1) : keys;
    const troubled = answered(typed(exercise(prompt), ...start), { said: [], prompt, trouble });
    expect(values(troubled)).toEqual(kept);
    expect(text(troubled)).toContain(`✗ ${trouble}`);
    expect(troubled.said).toHaveLength(1);
    expect(text(typed(troubled, '1'))).not.toContain(trouble);
  });

  it('stands by the option that was chosen, in view also where there are few rows', () => {
    const state = exercise(prompts.choice, 40, 12);
    const troubled = answered(typed(state, '5', '\r'), {
      said: [],
      prompt: prompts.choice,
      trouble: 'That one is ruled out.',
    });
    expect(text(troubled)).toContain('› 5 Name the cause\n✗ That one is ruled out.');
  });

  it('of the world outside is told, and the answer can be sent again', () => {
    const failed = heard(taken(typed(exercise(), '5\r'))[1], {
      type: 'failed',
      why: 'the disk is full',
    });
    expect(text(failed)).toContain('✗ the disk is full');
    expect(typed(failed, '\r').requests).toHaveLength(1);
  });
});

describe('hints', () => {
  const part = { kind: 'text', text: 'Think of the lease.' } as const;

  it('are asked for and said', () => {
    const [requests, asked] = taken(typed(exercise(), 'h'));
    expect(requests).toEqual([{ kind: 'hint' }]);
    const hinted = heard(asked, { type: 'hinted', part, hintsLeft: 0, parse });
    expect(text(hinted)).toContain('Think of the lease.');
    const none = typed(hinted, 'h');
    expect(none.requests).toEqual([]);
    expect(shown(none).at(-1)).toContain('there are no more hints');
  });

  it('leave what was answered so far alone', () => {
    const turned = taken(typed(exercise(prompts.form), '+', 'h'))[1];
    const hinted = heard(turned, { type: 'hinted', part, hintsLeft: 1, parse });
    expect(values(hinted)).toEqual(['1min', '10']);
  });
});

describe('beginning anew', () => {
  it('asks before a program is taken from its place, also when it is over', () => {
    const over = exercise(endWith());
    expect(typed(over, 'r').requests).toEqual([{ kind: 'restart' }]);
    const program = { ...over, view: { ...over.view, kind: 'code' as const } };
    const asked = typed(program, 'r');
    expect(asked.requests).toEqual([]);
    expect(text(asked)).toContain('New program, old one kept? y yes, n no');
    expect(typed(asked, 'y').requests).toEqual([{ kind: 'restart' }]);
  });

  it('is asked first', () => {
    const asked = typed(exercise(prompts.form), '+', 'x');
    expect(shown(asked).at(-1)).toContain('y yes, n no');
    expect(asked.requests).toEqual([]);
    expect(typed(asked, 'n')).toMatchObject({ overlay: undefined, requests: [] });
    expect(typed(asked, 'r', 's', '\r').requests).toEqual([]);
    expect(typed(asked, 'y').requests).toEqual([{ kind: 'restart' }]);
  });

  it('forgets what was said and answered', () => {
    const after = answered(typed(exercise(), '5\r'), { said: outcome, prompt: endWith() }, 'later');
    const [requests, waiting] = taken(typed(after, 'r'));
    expect(requests).toEqual([{ kind: 'restart' }]);
    const step = { said: [story], prompt: prompts.amount };
    const anew = heard(waiting, { type: 'restarted', step, hintsLeft: 2, parse });
    expect(text(anew)).toBe(text(exercise()));
    expect(anew).toMatchObject({ waiting: undefined, kept: undefined, hintsLeft: 2 });
  });
});

describe('a program', () => {
  const run = [{ kind: 'answer', answer: { kind: 'run' } }];

  it('is judged when it is saved', () => {
    const saved = heard(exercise(prompts.file), { type: 'saved' });
    expect(saved.requests).toEqual(run);
    expect(text(saved)).toContain('judging …');
  });

  it('that is saved while it is judged is judged once more, and only once', () => {
    const judging = taken(heard(exercise(prompts.file), { type: 'saved' }))[1];
    const again = heard(judging, { type: 'saved' }, { type: 'saved' });
    expect(again.requests).toEqual([]);
    const step = { said: [story], prompt: prompts.file };
    const after = answered(again, step);
    expect(after.requests).toEqual(run);
    expect(answered(taken(after)[1], step).requests).toEqual([]);
  });

  it('is not judged any more when it passed', () => {
    const judging = taken(heard(exercise(prompts.file), { type: 'saved' }))[1];
    const passed = answered(heard(judging, { type: 'saved' }), { said: [], prompt: prompts.words });
    expect(passed.requests).toEqual([]);
    expect(heard(passed, { type: 'saved' }).requests).toEqual([]);
  });

  it('is written in an editor, and judged when that is over', () => {
    const [requests, editing] = taken(typed(exercise(prompts.file), 'e'));
    expect(requests).toEqual([{ kind: 'edit', path: prompts.file.path }]);
    expect(typed(editing, 'r', 'q').requests).toEqual([]);
    const closed = heard(editing, { type: 'saved' }, { type: 'edited', trouble: undefined });
    expect(closed.requests).toEqual(run);
    const unsaved = heard(editing, { type: 'edited', trouble: 'there is no editor' });
    expect(unsaved.requests).toEqual([]);
    expect(shown(unsaved).at(-1)).toContain('there is no editor');
  });

  it('waits until the topic card is closed', () => {
    const opened = heard(taken(typed(exercise(prompts.file), 'c'))[1], {
      type: 'opened',
      document: { reference: 'x', title: 'x', document: parse('# x') },
      tools: {},
    });
    const saved = heard(opened, { type: 'saved' });
    expect(saved.requests).toEqual([]);
    expect(heard(saved, { type: 'closedReader', code: 0 }).requests).toEqual(run);
  });
});

describe('watching', () => {
  const run = {} as never;

  it('is asked for, and answers when it was left', () => {
    const [requests, waiting] = taken(typed(exercise(prompts.watch), '\r'));
    expect(requests).toEqual([{ kind: 'watch' }]);
    const watching = heard(waiting, { type: 'watching', run });
    expect(watching.watching).toBe(run);
    expect(typed(watching, 'q', 's')).toEqual(watching);
    const back = heard(watching, { type: 'watched', code: 0 });
    expect(back).toMatchObject({ watching: undefined, waiting: 'answer' });
    expect(back.requests).toEqual([{ kind: 'answer', answer: { kind: 'watched' } }]);
    expect(heard(watching, { type: 'watched', code: 130 }).requests).toEqual([
      { kind: 'leave', end: { go: 'quit', code: 130 } },
    ]);
  });
});

describe('leaving', () => {
  it.each<[string, Prompt, string, object]>([
    ['q', prompts.amount, 'q', { go: 'quit', code: 0 }],
    ['skip', prompts.choice, 's', { go: 'skip', code: 0 }],
    ['list', prompts.form, 'l', { go: 'list', code: 0 }],
    ['next', endWith(), 'n', { go: 'next', code: 0 }],
    ['next by Enter', endWith(), '\r', { go: 'next', code: 0 }],
    ['list at the end', endWith(), 'l', { go: 'list', code: 0 }],
  ])('by %s', (_, prompt, key, end) => {
    expect(typed(exercise(prompt), key).requests).toEqual([{ kind: 'leave', end }]);
  });

  it('for the next one is told how to before the end', () => {
    const state = typed(exercise(), 'n');
    expect(state.requests).toEqual([]);
    expect(shown(state).at(-1)).toContain('s skips it');
  });

  it('the shell and a new drawing are asked of the world outside', () => {
    expect(control(exercise(prompts.words), 'z').requests).toEqual([{ kind: 'suspendProcess' }]);
    expect(control(exercise(), 'l').requests).toEqual([{ kind: 'redraw' }]);
  });
});

describe('the topic card', () => {
  it('is asked for; why there is none is said', () => {
    const [requests, waiting] = taken(typed(exercise(), 'c'));
    expect(requests).toEqual([{ kind: 'card' }]);
    const none = heard(waiting, { type: 'notOpened', why: 'the card is gone' });
    expect(shown(none).at(-1)).toContain('the card is gone');
    expect(typed(none, 'q').requests).toHaveLength(1);
  });
});

describe('scrolling', () => {
  const long = () => exercise(prompts.choice, 80, 24, [story, ...outcome, series]);

  it.each<[string, Keys, (state: ExerciseState) => ExerciseState]>([
    ['PgDn', [['pageDown']], (state) => control(state, 'd')],
    ['space', [' '], (state) => typed(state, ['pageDown'])],
  ])('%s is half a page down', (_, keys, other) => {
    const down = typed(long(), ...keys);
    expect(down.top).toBeGreaterThan(3);
    expect(other(long()).top).toBe(down.top);
    expect(control(down, 'u').top).toBe(0);
    expect(typed(down, ['pageUp']).top).toBe(0);
  });

  it('is done by j and k where they choose nothing, and never goes past the ends', () => {
    const state = { ...long(), asked: exercise(prompts.watch).asked };
    expect(typed(state, 'j', 'j', 'k').top).toBe(1);
    expect(typed(state, 'k').top).toBe(0);
    const end = typed(state, 'G');
    expect(typed(end, 'j', ['pageDown'], ' ').top).toBe(end.top);
    expect(shown(end).at(-1)).not.toContain('more');
    expect(shown(typed(end, 'k')).at(-1)).toContain('PgDn more');
  });

  it('moves wide code sideways, as far as it is wide', () => {
    const code = { kind: 'text', text: `\`\`\`text\n${'cake '.repeat(30)}end\n\`\`\`` } as const;
    const state = exercise(prompts.watch, 80, 24, [code]);
    const far = typed(state, ...Array.from({ length: 20 }, () => ['rightArrow'] as const));
    expect(text(far)).toContain('end');
    expect(typed(far, ['leftArrow']).leftColumn).toBe(far.leftColumn - 8);
  });

  it('goes on while a line is typed', () => {
    const state = exercise(prompts.words, 80, 24, [...outcome, series]);
    const down = typed(state, 'words', ['pageDown'], ['downArrow'], ['upArrow']);
    expect(down.top).toBeGreaterThan(0);
    expect(values(down)).toEqual(['words']);
  });
});

describe('the help', () => {
  it('is scrolled and closed', () => {
    const help = typed(exercise(prompts.form, 40, 12), '?');
    expect(text(help)).toContain('Keys');
    expect(text(typed(help, ...'jjjjjjjjjjjjjjjjjjjjjjjjjjjjj'))).toContain('Ctrl-C');
    expect(typed(help, 'j', ' ', 'k', ['pageUp']).overlay).toEqual({ kind: 'help', top: 0 });
    for (const key of ['q', '?', ['escape'] as const])
      expect(typed(help, key)).toMatchObject({ overlay: undefined, requests: [] });
  });
});
