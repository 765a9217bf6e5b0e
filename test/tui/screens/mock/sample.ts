import { stripVTControlCharacters } from 'node:util';
import type { Question } from '../../../../src/domain/question.ts';
import { parseMarkdown } from '../../../../src/markdown/parsing.ts';
import type { News } from '../../../../src/tui/screens/mock/actions.ts';
import { frame } from '../../../../src/tui/screens/mock/frame.ts';
import { hear } from '../../../../src/tui/screens/mock/news.ts';
import { press } from '../../../../src/tui/screens/mock/press.ts';
import {
  type Asking,
  initialState,
  type MockState,
  type Request,
  type Reviewing,
} from '../../../../src/tui/screens/mock/state.ts';
import type { MockAnswer, MockQuestion } from '../../../../src/tui/screens/mock/world.ts';
import { type Named, pressed } from '../pressed.ts';

const documentOf = (text: string) => ({ blocks: parseMarkdown(text).blocks });

/** A question of an interview; `changes` replaces what is said about it. */
export function questionOf(id: string, changes: Partial<Question> = {}): MockQuestion {
  const question: Question = {
    id,
    topic: 'harbour',
    level: 1,
    prompt: `Why does a ship wait for the ${id}?`,
    task: { kind: 'recall' },
    answer: `Because the **${id}** carries it over the bar.`,
    keyPoints: ['the bar is shallow', 'high water is deeper', 'the pilot goes along'],
    whyNot: [],
    formerly: [],
    file: 'questions.md',
    line: 1,
    ...changes,
  };
  const sheet = {
    question,
    prompt: documentOf(question.prompt),
    answer: documentOf(question.answer),
    options: [],
    items: [],
    keyPoints: question.keyPoints.map(documentOf),
    whyNot: [],
  };
  const follows = question.parent && `Why does a ship wait for the \`${question.parent}\`?`;
  return { sheet, topicTitle: 'The harbour', ...(follows ? { follows } : {}) };
}

export const tide = questionOf('tide');

export const pilot = questionOf('pilot', { level: 2, parent: 'tide' });

export function answerOf(question: MockQuestion, changes: Partial<MockAnswer> = {}): MockAnswer {
  return { question, text: '', durationMs: 83_000, isPassed: false, ticked: [], ...changes };
}

/** Three answers of a round: one typed, one said aloud, one passed. */
export const answers: readonly MockAnswer[] = [
  answerOf(tide, { text: 'the bar is shallow, and at high water it is deeper' }),
  answerOf(pilot),
  answerOf(questionOf('lamp'), { isPassed: true, durationMs: 4000 }),
];

export const MINUTES = 30;

/** A round on a screen without colours, whose clock began at 0. */
export function round(columns = 80, rows = 24, first = tide): MockState {
  const times = { nowMs: 0, endsAtMs: MINUTES * 60_000 };
  return initialState(first, { columns, rows }, 'mono', times);
}

export function heard(state: MockState, ...news: readonly News[]): MockState {
  return news.reduce(hear, state);
}

/** The review of some answers. */
export function review(given = answers, columns = 80, rows = 24): MockState {
  return heard(round(columns, rows), { type: 'over', answers: given });
}

/** The state after keys, a second apart: text as it is typed, or the names that ink has for a key. */
export function typed(
  state: MockState,
  ...keys: readonly (string | readonly Named[])[]
): MockState {
  let atMs = (state.held?.atMs ?? 0) + 1000;
  let now = state;
  for (const key of keys) {
    now =
      typeof key === 'string'
        ? press(now, key, pressed(), atMs)
        : press(now, '', pressed(...key), atMs);
    atMs += 1000;
  }
  return now;
}

export function control(state: MockState, letter: string, atMs = 5000): MockState {
  return press(state, letter, pressed('ctrl'), atMs);
}

/** The requests that wait, and the state in which they were heard. */
export function taken(state: MockState): readonly [readonly Request[], MockState] {
  const { requests } = state;
  return [requests, hear(state, { type: 'heard', requests })];
}

export function askingIn({ scene }: MockState): Asking {
  if (scene.kind !== 'asking') throw new Error('the round is over');
  return scene;
}

export function reviewingIn({ scene }: MockState): Reviewing {
  if (scene.kind !== 'reviewing') throw new Error('the round is not over');
  return scene;
}

export function shown(state: MockState): string[] {
  return frame(state).map((line) => stripVTControlCharacters(line).trimEnd());
}
