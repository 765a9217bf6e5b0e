import type { Level } from '../domain/level.ts';
import { levels } from '../domain/level.ts';
import type { Question, Task } from '../domain/question.ts';
import type { Topic } from '../domain/topic.ts';
import type { Block, Inline, MarkdownDocument } from '../markdown/index.ts';
import { parseMarkdown } from '../markdown/parsing.ts';

/** A topic as one document to read: its card, then its questions by level with folded answers. */
export function topicDocument({ card, questions }: Topic): MarkdownDocument {
  const about = `${card.estimatedMinutes} min · ${card.difficulty} · checked ${card.checked} · ${card.tags.join(', ')}`;
  const title: Block[] = [
    { type: 'heading', depth: 1, id: card.id, children: [text(card.title)] },
    { type: 'paragraph', children: [{ type: 'muted', children: [text(about)] }] },
  ];
  const byLevel = levels.map((level) => questions.filter((question) => question.level === level));
  const sections = byLevel.flatMap((some, index) =>
    some.length > 0
      ? [
          heading(3, `level-${index + 1}`, levelTitle((index + 1) as Level)),
          ...some.map(questionBlock),
        ]
      : [],
  );
  const all = questions.length > 0 ? [heading(2, 'questions', 'Questions'), ...sections] : [];
  const blocks = parseMarkdown(card.body).blocks;
  // Footnotes close the card, so that they stand near what refers to them.
  return { blocks: [...title, ...blocks, ...all] };
}

function levelTitle(level: Level): string {
  return {
    1: 'Level 1: opening questions',
    2: 'Level 2: follow-ups',
    3: 'Level 3: digging deeper',
  }[level];
}

function questionBlock(question: Question): Block {
  const { id, prompt, task, answer, keyPoints, hint, whyNot, see } = question;
  const points: Block[] = keyPoints.map((point) => ({
    type: 'paragraph',
    children: inlines(point),
  }));
  return {
    type: 'details',
    key: id,
    summary: inlines(prompt),
    children: [
      ...parseMarkdown(answer).blocks,
      ...taskBlocks(task),
      ...(points.length > 0 ? [label('Key points'), list(points, false)] : []),
      ...whyNot.flatMap(({ claim, explanation }) => [
        label(claim),
        ...parseMarkdown(explanation).blocks,
      ]),
      ...(hint ? [label('Hint'), ...parseMarkdown(hint).blocks] : []),
      ...(see ? parseMarkdown(`**See** ${see}`).blocks : []),
    ],
  };
}

function taskBlocks(task: Task): Block[] {
  switch (task.kind) {
    case 'recall':
      return [];
    case 'choice':
      return [
        {
          type: 'list',
          ordered: false,
          start: 1,
          loose: false,
          items: task.options.map((option) => ({
            checked: option.correct,
            children: [
              { type: 'paragraph', children: inlines(option.text) },
              ...parseMarkdown(option.explanation).blocks,
            ],
          })),
        },
      ];
    case 'number':
      return [
        {
          type: 'paragraph',
          children: [
            {
              type: 'strong',
              children: [text(`${task.value.toLocaleString('en-US')} ${task.unit}`)],
            },
            text(task.tolerance > 0 ? ` (± ${+(task.tolerance * 100).toFixed(2)} %)` : ''),
          ],
        },
        ...parseMarkdown(task.calculation).blocks,
      ];
    case 'order':
      return [
        list(
          task.items.map((item) => ({ type: 'paragraph', children: inlines(item) })),
          true,
        ),
      ];
    case 'cloze':
      return [...parseMarkdown(task.text.replace(/\{\{(.+?)\}\}/gs, '**$1**')).blocks];
  }
}

function list(paragraphs: readonly Block[], ordered: boolean): Block {
  return {
    type: 'list',
    ordered,
    start: 1,
    loose: false,
    items: paragraphs.map((paragraph) => ({ children: [paragraph] })),
  };
}

function label(words: string): Block {
  return { type: 'paragraph', children: [{ type: 'strong', children: inlines(words) }] };
}

function inlines(markdown: string): readonly Inline[] {
  const [block] = parseMarkdown(markdown).blocks;
  return block?.type === 'paragraph' ? block.children : [text(markdown)];
}

function heading(depth: 2 | 3, id: string, title: string): Block {
  return { type: 'heading', depth, id, children: [text(title)] };
}

function text(words: string): Inline {
  return { type: 'text', text: words };
}
