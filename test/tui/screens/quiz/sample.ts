import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import type { Key } from 'ink';
import type { Question } from '../../../../src/domain/question.ts';
import { parseMarkdown } from '../../../../src/markdown/parsing.ts';
import { frame } from '../../../../src/tui/screens/quiz/frame.ts';
import { press } from '../../../../src/tui/screens/quiz/press.ts';
import { initialState, type QuizState } from '../../../../src/tui/screens/quiz/state.ts';
import type { QuestionSheet, QuizCard, Turn } from '../../../../src/tui/screens/quiz/world.ts';
import { type Named, pressed } from '../pressed.ts';

const read = (source: string) => ({ blocks: parseMarkdown(source).blocks });

type Texts = Partial<Omit<QuestionSheet, 'question'>> & Partial<Pick<Question, 'task' | 'level'>>;

function sheet(id: string, prompt: string, answer: string, texts: Texts = {}): QuestionSheet {
  const { task = { kind: 'recall' }, level = 1, ...rest } = texts;
  return {
    question: {
      id,
      topic: 'harbour',
      level,
      prompt,
      task,
      answer,
      keyPoints: [],
      whyNot: [],
      formerly: [],
      file: 'harbour/questions.md',
      line: 7,
    },
    prompt: read(prompt),
    answer: read(answer),
    options: [],
    items: [],
    keyPoints: [],
    whyNot: [],
    ...rest,
  };
}

/** One question of each kind, and a long one. */
export const sheets = {
  recall: sheet(
    'pilot',
    'Why does a ship take a pilot on board before it enters the harbour?',
    'The **pilot** knows the shoals of this harbour; the captain knows the ship. The captain stays in command.',
    {
      hint: read('Who has been here before?'),
      keyPoints: [
        'the pilot knows the shoals and the currents',
        'the captain remains in command',
        'the law asks for it above 100 m',
      ].map(read),
      whyNot: [
        {
          claim: read('**Why not a chart?**'),
          explanation: read('Sand moves faster than charts are printed.'),
        },
      ],
      see: read('[[lighthouse]]'),
    },
  ),
  choice: sheet('lights', 'Which light burns to port?', '', {
    task: { kind: 'choice', options: [] },
    options: [
      { text: read('red'), correct: true, explanation: read('Port is red, as the wine.') },
      { text: read('green'), correct: false, explanation: read('Green is starboard.') },
      { text: read('white'), correct: false, explanation: read('White is astern.') },
    ],
  }),
  choices: sheet('rules', 'Which ships give way?', 'The one that can.', {
    task: { kind: 'choice', options: [] },
    options: [
      { text: read('a motor boat'), correct: true, explanation: read('To sails.') },
      { text: read('a ship that overtakes'), correct: true, explanation: read('To all.') },
      { text: read('a ship at anchor'), correct: false, explanation: read('It can not.') },
    ],
  }),
  number: sheet('speed', 'How long do 6 miles take at 4 knots?', '**90 min**\n\n6 / 4 = 1.5 h', {
    task: { kind: 'number', value: 90, tolerance: 0.02, unit: 'min', calculation: '' },
  }),
  order: sheet(
    'leaving',
    'In which order does a ship leave?',
    '1. ask for leave\n2. wait for the ball\n3. cast off',
    {
      task: { kind: 'order', items: [] },
      items: ['ask for leave', 'wait for the ball', 'cast off'].map(read),
    },
  ),
  cloze: sheet('mole', 'Fill in the lights.', 'Red to **port**, green to **starboard**.', {
    task: { kind: 'cloze', text: '' },
    cloze: {
      asked: read('Red to `[1] ……`, green to `[2] ……`.'),
      hidden: ['port', 'starboard'],
    },
  }),
  long: sheet(
    'long',
    `What costs a berth?\n\n\`\`\`text\n${'berth 123 '.repeat(14)}\n\`\`\``,
    Array.from({ length: 40 }, (_, index) => `Line ${index} of a long answer.`).join('\n\n'),
    { level: 3, keyPoints: ['ten a day', '夜の港は静かです'.repeat(9)].map(read) },
  ),
} as const;

function cardOf(sheet: QuestionSheet, changes: Partial<QuizCard> = {}): QuizCard {
  const count = Math.max(sheet.options.length, sheet.items.length);
  return {
    sheet,
    topicTitle: 'The harbour',
    why: 'due',
    intervals: { 1: '1m', 2: '6m', 3: '10m', 4: '9d' },
    // Each moved on by one.
    shuffled: Array.from({ length: count }, (_, index) => (index + 1) % count),
    isReworded: false,
    ...changes,
  };
}

export function turnOf(sheet: QuestionSheet, changes: Partial<Turn & QuizCard> = {}): Turn {
  const { notice, trouble, left, offer, ...ofCard } = changes;
  return {
    card: cardOf(sheet, ofCard),
    left: left ?? { fresh: 3, steps: 2, reviews: 14 },
    answered: 0,
    ...(notice === undefined ? {} : { notice }),
    ...(trouble === undefined ? {} : { trouble }),
    ...(offer === undefined ? {} : { offer }),
  };
}

/** A quiz on a screen of its own, without colours; its first question appeared at 0 ms. */
export function quiz(turn: Turn = turnOf(sheets.recall), columns = 80, rows = 24): QuizState {
  return initialState(turn, { columns, rows }, 'mono', 0);
}

const NAMED: Readonly<Record<string, readonly [input: string, ...names: Named[]]>> = {
  Space: [' '],
  Enter: ['', 'return'],
  'Alt-Enter': ['', 'return', 'meta'],
  'Ctrl-J': ['\n'],
  Tab: ['', 'tab'],
  Esc: ['', 'escape', 'meta'],
  Backspace: ['', 'delete'],
  '↓': ['', 'downArrow'],
  '↑': ['', 'upArrow'],
  '→': ['', 'rightArrow'],
  '←': ['', 'leftArrow'],
  PgDn: ['', 'pageDown'],
  PgUp: ['', 'pageUp'],
  Home: ['', 'home'],
  End: ['', 'end'],
};

/** A key by the name that the help gives it; anything else is text that comes in one packet. */
export function keyOf(name: string): { input: string; key: Key } {
  const control = /^Ctrl-([A-IK-Z])$/.exec(name)?.[1];
  if (control) return { input: control.toLowerCase(), key: pressed('ctrl') };
  const [input, ...names] = NAMED[name] ?? [name];
  return { input: input ?? name, key: pressed(...names) };
}

/** The state after keys that are pressed one by one, a second between them. */
export function keyed(state: QuizState, ...names: readonly string[]): QuizState {
  return names.reduce((now, name) => {
    const { input, key } = keyOf(name);
    return press(now, input, key, (now.held?.atMs ?? 0) + 1000);
  }, state);
}

export function shown(state: QuizState): string[] {
  return frame(state).map((line) => stripVTControlCharacters(line).trimEnd());
}

/** From the smallest screen that is drawn on to a large one. */
export const anySize = fc.record({
  columns: fc.integer({ min: 20, max: 200 }),
  rows: fc.integer({ min: 5, max: 60 }),
});
