import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hear } from '../../../../src/tui/screens/quiz/news.ts';
import type { QuizState } from '../../../../src/tui/screens/quiz/state.ts';
import { keyed, quiz, sheets, shown, turnOf } from './sample.ts';

const frames = resolve(import.meta.dirname, '../../../golden/frames');

const sizes = [
  [40, 12],
  [80, 24],
  [120, 40],
] as const;

type Size = readonly [columns: number, rows: number];

const hits = [
  { topic: 'lighthouse', title: 'Why does it turn?', context: '… so that it can be told apart …' },
  { topic: 'harbour', title: 'Night', context: '… a lamp burns at each end of the mole …' },
];

const views: Record<string, (...size: Size) => QuizState> = {
  'recall-asked': (...size) =>
    quiz(turnOf(sheets.recall, { why: 'new', follows: 'What is a `harbour`?' }), ...size),
  'recall-typing': (...size) =>
    keyed(quiz(turnOf(sheets.recall), ...size), 'h', 'i', 'the pilot nows the', 'Ctrl-J', 'shoals'),
  'recall-revealed': (...size) => keyed(quiz(turnOf(sheets.recall), ...size), 'Space'),
  'recall-ticked': (...size) =>
    keyed(
      quiz(turnOf(sheets.recall), ...size),
      'i',
      'the pilot knows shoals and currents; the captain is in comand',
      'Enter',
    ),
  'choice-asked': (...size) => keyed(quiz(turnOf(sheets.choice), ...size), 'b'),
  'choice-revealed': (...size) => keyed(quiz(turnOf(sheets.choice), ...size), 'b', 'Enter'),
  'choices-asked': (...size) => keyed(quiz(turnOf(sheets.choices), ...size), 'a', 'b'),
  'choices-revealed': (...size) => keyed(quiz(turnOf(sheets.choices), ...size), 'a', 'c', 'Enter'),
  'number-asked': (...size) => keyed(quiz(turnOf(sheets.number), ...size), '9'),
  'number-revealed': (...size) => keyed(quiz(turnOf(sheets.number), ...size), '95 min', 'Enter'),
  'simulated-asked': (...size) => {
    const exercise = { id: 'pilot-lab', title: 'Without a pilot', minutes: 3 };
    const sheet = { ...sheets.number, story: sheets.recall.answer };
    return quiz(turnOf(sheet, { exercise, simulated: 4711 }), ...size);
  },
  'order-asked': (...size) => keyed(quiz(turnOf(sheets.order), ...size), 'x', 'j'),
  'order-revealed': (...size) => keyed(quiz(turnOf(sheets.order), ...size), 'J', 'Enter'),
  'cloze-asked': (...size) => keyed(quiz(turnOf(sheets.cloze), ...size), 'i', 'prt', 'Enter'),
  'cloze-revealed': (...size) =>
    keyed(quiz(turnOf(sheets.cloze), ...size), 'i', 'Port', 'Enter', 'left', 'Enter'),
  reworded: (...size) => quiz(turnOf(sheets.recall, { isReworded: true }), ...size),
  trouble: (...size) => {
    const trouble = 'the disk is full: make room, then rate again';
    const revealed = keyed(quiz(turnOf(sheets.recall), ...size), 'Space');
    return hear(revealed, { type: 'turned', turn: turnOf(sheets.recall, { trouble }), nowMs: 9 });
  },
  practice: (...size) => {
    const { intervals: _, ...card } = turnOf(sheets.long, { why: 'practice' }).card ?? {};
    const turn = turnOf(sheets.long);
    return keyed(quiz({ ...turn, card: card as typeof turn.card }, ...size), 'Space', 'PgDn');
  },
  help: (...size) => keyed(quiz(turnOf(sheets.choice), ...size), '?'),
  found: (...size) =>
    hear(quiz(turnOf(sheets.recall), ...size), { type: 'found', words: 'lamp', hits }),
};

describe.each(sizes)('on %i columns and %i rows', (columns, rows) => {
  it.each(Object.keys(views))('the quiz looks as drawn: %s', async (view) => {
    const state = views[view]?.(columns, rows) ?? quiz();
    const file = join(frames, `quiz-${view}-${columns}x${rows}.txt`);
    await expect(`${shown(state).join('\n')}\n`).toMatchFileSnapshot(file);
  });
});
