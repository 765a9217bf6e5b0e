import { decodeHTML } from 'entities';
import { sanitize } from './sanitize.ts';

/**
 * Turns `&lt;` and friends into characters. The result is sanitised again, because an entity may stand for a control
 * character; marked itself decodes the numeric ones.
 */
export function decode(text: string): string {
  return sanitize(text.includes('&') ? decodeHTML(text) : text);
}
