import { isSimulated, type Question } from '../domain/question.ts';
import type { Topic } from '../domain/topic.ts';
import type { Block, Inline, MarkdownDocument } from '../markdown/index.ts';
import { parseMarkdown } from '../markdown/parsing.ts';
import { taskBlocks } from './task-blocks.ts';
import { undrawn } from './undrawn.ts';

/** A topic as one document to read: its card, then its questions with their follow-ups and folded answers. */
export function topicDocument({ card, questions }: Topic): MarkdownDocument {
  const about = [
    card.estimatedMinutes > 0 ? `${card.estimatedMinutes} min` : '',
    card.difficulty,
    card.checked && `checked ${card.checked}`,
    card.tags.join(', '),
  ];
  return {
    blocks: [
      { type: 'heading', depth: 1, id: card.id, children: [text(card.title)] },
      {
        type: 'paragraph',
        children: [{ type: 'muted', children: [text(about.filter(Boolean).join(' · '))] }],
      },
      ...parseMarkdown(card.body).blocks,
      ...(questions.length > 0 ? [questionsHeading, ...questions.map(questionBlock)] : []),
    ],
  };
}

const questionsHeading: Block = {
  type: 'heading',
  depth: 2,
  id: 'questions',
  children: [text('Questions')],
};

function questionBlock(question: Question): Block {
  const { id, level, prompt, task, hint } = question;
  const { asked, solved } = taskBlocks(task, id);
  const told = isSimulated(question) ? undrawn(question.answer) : question.answer;
  const answer = [...markdown(told, id), ...solved, ...afterAnswer(question)];
  // What gives the answer away stays folded until the learner has tried.
  const stepwise = asked.length > 0 || hint !== undefined;
  const clue: Block[] = hint ? [fold(`${id}-hint`, [text('Hint')], markdown(hint, id))] : [];
  return fold(
    id,
    [{ type: 'muted', children: [text(`L${level} `)] }, ...inlines(prompt)],
    [...asked, ...clue, ...(stepwise ? [fold(`${id}-answer`, [text('Answer')], answer)] : answer)],
  );
}

function afterAnswer({ id, keyPoints, whyNot, see }: Question): Block[] {
  const points = keyPoints.map((point) => ({
    children: [{ type: 'paragraph', children: inlines(point) } as const],
  }));
  return [
    ...(points.length > 0
      ? [
          label('Key points'),
          { type: 'list', ordered: false, start: 1, loose: false, items: points } as const,
        ]
      : []),
    ...whyNot.flatMap(({ claim, explanation }) => [label(claim), ...markdown(explanation, id)]),
    ...(see ? markdown(`**See** ${see}`, id) : []),
  ];
}

function markdown(source: string, id: string): Block[] {
  return [...parseMarkdown(source, `${id}-`).blocks];
}

function fold(key: string, summary: readonly Inline[], children: readonly Block[]): Block {
  return { type: 'details', key, summary, children };
}

function label(words: string): Block {
  return { type: 'paragraph', children: [{ type: 'strong', children: inlines(words) }] };
}

function inlines(source: string): readonly Inline[] {
  const [block] = parseMarkdown(source).blocks;
  return block?.type === 'paragraph' ? block.children : [text(source)];
}

function text(words: string): Inline {
  return { type: 'text', text: words };
}
