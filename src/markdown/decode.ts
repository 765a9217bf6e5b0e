import { decodeHTML } from 'entities';
import { sanitize } from './sanitize.ts';

/** Turns `&lt;` and friends into characters; one that stands for a control character becomes nothing. */
export function decode(text: string): string {
  return text.includes('&') ? sanitize(decodeHTML(text)) : text;
}
