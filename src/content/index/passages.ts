import type { Question } from '../../domain/question.ts';
import type { Topic } from '../../domain/topic.ts';
import type { TopicCard } from '../../domain/topic-card.ts';
import { topLevelBlocks } from '../../markdown/parsing.ts';
import { plainWords, wordParts } from './plain-words.ts';

/** A piece of text that search finds as one: a section of a card, or a question with its answer. */
export interface Passage {
  readonly title: string;
  readonly text: string;
  /** The words inside compound words: `max receive count` for `maxReceiveCount`. */
  readonly parts: string;
  readonly place: Place;
}

export interface Place {
  readonly topic: string;
  readonly question?: string;
  readonly file: string;
  readonly line: number;
}

export function passagesOf({ card, questions }: Topic): Passage[] {
  return [...sectionsOf(card), ...questions.map(questionPassage)];
}

function sectionsOf(card: TopicCard): Passage[] {
  const sections = [{ title: card.title, line: card.bodyLine, text: `${card.tags.join(' ')}\n` }];
  for (const { token, line } of topLevelBlocks(card.body)) {
    const last = sections.at(-1);
    if (token.type === 'heading' && token.depth <= 2) {
      const at = card.bodyLine + line - 1;
      sections.push({ title: `${card.title}: ${token.text}`, line: at, text: '' });
    } else if (last) last.text += token.raw;
  }
  return sections.map(({ title, line, text }) =>
    passage(title, text, { topic: card.id, file: card.file, line }),
  );
}

function questionPassage(question: Question): Passage {
  const { answer, keyPoints, hint = '', whyNot, topic, id, file, line } = question;
  const task =
    question.task.kind === 'choice'
      ? question.task.options.map(({ text, explanation }) => `${text} ${explanation}`)
      : [];
  const text = [
    answer,
    ...keyPoints,
    hint,
    ...task,
    ...whyNot.map(({ claim, explanation }) => `${claim} ${explanation}`),
  ].join('\n');
  return passage(question.prompt, text, { topic, question: id, file, line });
}

function passage(title: string, text: string, place: Place): Passage {
  const plain = { title: plainWords(title), text: plainWords(text) };
  return { ...plain, parts: wordParts(`${plain.title} ${plain.text}`), place };
}
