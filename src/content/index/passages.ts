import type { Question } from '../../domain/question.ts';
import type { Topic } from '../../domain/topic.ts';
import type { TopicCard } from '../../domain/topic-card.ts';
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
  const sections: { title: string; line: number; lines: string[] }[] = [
    { title: card.title, line: card.bodyLine, lines: [card.tags.join(' ')] },
  ];
  let fenced = false;
  for (const [index, line] of card.body.split('\n').entries()) {
    if (/^\s*(```|~~~)/.test(line)) fenced = !fenced;
    const heading = fenced ? undefined : /^##? (.*)$/.exec(line)?.[1];
    if (heading === undefined) sections.at(-1)?.lines.push(line);
    else
      sections.push({ title: `${card.title}: ${heading}`, line: card.bodyLine + index, lines: [] });
  }
  return sections.map(({ title, line, lines }) =>
    passage(title, lines.join('\n'), { topic: card.id, file: card.file, line }),
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
