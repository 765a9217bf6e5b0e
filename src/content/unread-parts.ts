import type { Token } from 'marked';
import type { Complaint, Label, Part } from './labels.ts';

/** Of these parts nothing but the lists is read. */
const LISTS: readonly Label[] = ['Key points', 'Options', 'Order'];

/** Complains of what an author wrote below a question and no learner would ever see. */
export function unreadParts(parts: readonly Part[], complain: Complaint): void {
  const hasValue = parts.some(({ label }) => label === 'Value');
  for (const part of parts) {
    if (part.label === 'Calculation' && !hasValue)
      complain(part, 'a calculation without its number', 'add **Value** with the number');
    if (LISTS.includes(part.label) && (part.lead !== '' || part.tokens.some(isProse)))
      complain(
        part,
        `of ${part.label} only the list is read`,
        'write the words beside it as items, or move them above the first label',
      );
  }
}

/** A rule may part one question from the next, and a remark is meant to be unseen. */
function isProse({ type, raw }: Token): boolean {
  if (type === 'html') return raw.replace(/<!--.*?-->/gs, '').trim() !== '';
  return !['list', 'space', 'hr', 'def'].includes(type);
}
