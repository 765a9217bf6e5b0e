import type { CardFields } from './card-fields.ts';
import type { ForeignQuestion } from './questions.ts';

/** The card as a file of our format. JSON strings and lists are YAML too, whatever characters they hold. */
export function writeCard(fields: CardFields, body: string): string {
  const lines = Object.entries(fields).map(
    ([key, value]) => `${key}: ${isPlain(value) ? value : JSON.stringify(value)}`,
  );
  return `---\n${lines.join('\n')}\n---\n\n${body}\n`;
}

function isPlain(value: unknown): boolean {
  return (
    typeof value === 'string' &&
    /^[\w-]+$/.test(value) &&
    !/^(true|false|null|yes|no|on|off|\d+)$/i.test(value)
  );
}

/** The questions as a file of our format, follow-ups below their parents. */
export function writeQuestions(
  questions: readonly (ForeignQuestion & { readonly id: string })[],
): string {
  return questions
    .map(
      (question, index) =>
        `${'#'.repeat(question.level + 1)} ${labelOf(questions, index)} ${question.prompt} {#${question.id}}\n\n${bodyOf(question)}\n`,
    )
    .join('\n');
}

function bodyOf({ answer, keyPoints }: ForeignQuestion): string {
  const points = keyPoints.map((point) => `- [ ] ${point}`).join('\n');
  const text =
    answer !== '' || points === ''
      ? answer
      : 'The source gives no answer, but what a strong one contains.';
  return [text, points === '' ? '' : `**Key points**\n${points}`].filter(Boolean).join('\n\n');
}

/** `Q2.1`: its place among its siblings, behind that of its parent. */
function labelOf(questions: readonly ForeignQuestion[], index: number): string {
  const { parent } = questions[index] ?? {};
  const place = questions.slice(0, index + 1).filter((other) => other.parent === parent).length;
  return parent === undefined ? `Q${place}` : `${labelOf(questions, parent)}.${place}`;
}
