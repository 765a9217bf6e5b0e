import type { Question, Task } from '../../domain/question.ts';
import { escaped, htmlOf } from './html.ts';

/** What Anki is told about the columns; see "Text Files" in its manual. */
const HEADER = [
  '#separator:tab',
  '#html:true',
  '#notetype:Basic',
  '#columns:Guid\tDeck\tTags\tFront\tBack',
  '#guid column:1',
  '#deck column:2',
  '#tags column:3',
];

/**
 * Questions as a text for Anki's import, a note each; a follow-up says what it follows, if that came before it. The same id
 * updates the same note when it is imported again.
 */
export function* ankiText(
  questions: Iterable<Question>,
  titleOf: (topic: string) => string,
): Generator<string> {
  yield `${HEADER.join('\n')}\n`;
  const prompts = new Map<string, string>();
  for (const question of questions) {
    const { id, topic, level, parent = '' } = question;
    prompts.set(id, question.prompt);
    // Two colons would make a deck within the deck.
    const deck = `swelearn::${titleOf(topic).replaceAll('::', ':')}`;
    const fields = [
      id,
      deck,
      `${topic} level-${level}`,
      front(question, prompts.get(parent)),
      back(question, titleOf),
    ];
    yield `${fields.map(quoted).join('\t')}\n`;
  }
}

/** In quotes, so that tabs, line ends and a leading # stay what they are. */
function quoted(field: string): string {
  return `"${field.replaceAll('"', '""')}"`;
}

function front({ prompt, task }: Question, follows: string | undefined): string {
  const before = follows === undefined ? '' : `<p><i>follows: ${htmlInline(follows)}</i></p>`;
  return before + htmlOf(prompt) + asked(task);
}

function asked(task: Task): string {
  switch (task.kind) {
    case 'choice':
      return list(
        'ul',
        task.options.map(({ text }) => text),
      );
    case 'order':
      // Sorted, because a fixed order must not give the answer away.
      return list('ul', [...task.items].sort());
    case 'cloze':
      return htmlOf(task.text.replace(/\{\{[\s\S]*?\}\}/g, '[…]'));
    case 'number':
      return task.unit === '' ? '' : `<p>in ${escaped(task.unit)}</p>`;
    case 'recall':
    case 'simulated':
      return '';
  }
}

function back(
  { task, answer, keyPoints, whyNot, see }: Question,
  titleOf: (topic: string) => string,
): string {
  return [
    solved(task),
    htmlOf(answer),
    keyPoints.length > 0 ? `<p><b>Key points</b></p>${list('ul', keyPoints)}` : '',
    ...whyNot.map(
      ({ claim, explanation }) => `<p><b>${htmlInline(claim)}</b></p>${htmlOf(explanation)}`,
    ),
    see === undefined ? '' : htmlOf(`**See** ${withTitles(see, titleOf)}`),
  ].join('');
}

/** A link that has no words of its own is told by what it leads to. */
function withTitles(markdown: string, titleOf: (topic: string) => string): string {
  return markdown.replace(/\[\[([\w-]+)\]\]/g, (_, id: string) => titleOf(id));
}

function solved(task: Task): string {
  switch (task.kind) {
    case 'choice':
      return list(
        'ul',
        task.options.map(
          ({ text, correct, explanation }) => `${correct ? '✓' : '✗'} ${text}\n\n${explanation}`,
        ),
      );
    case 'order':
      return list('ol', task.items);
    case 'cloze':
      return htmlOf(task.text.replace(/\{\{([\s\S]*?)\}\}/g, '**$1**'));
    case 'number': {
      const tolerance =
        task.tolerance === 0 ? '' : ` ± ${Number((task.tolerance * 100).toFixed(2))} %`;
      const result = escaped(`${task.value} ${task.unit}`.trim() + tolerance);
      return `<p><b>${result}</b></p>${htmlOf(task.calculation)}`;
    }
    case 'recall':
    case 'simulated':
      return '';
  }
}

function list(tag: 'ul' | 'ol', items: readonly string[]): string {
  return `<${tag}>${items.map((item) => `<li>${htmlInline(item)}</li>`).join('')}</${tag}>`;
}

/** A text of one paragraph stands in its line without one. */
function htmlInline(markdown: string): string {
  const html = htmlOf(markdown);
  const [, only] = /^<p>((?:(?!<p>)[\s\S])*)<\/p>$/.exec(html) ?? [];
  return only ?? html;
}
