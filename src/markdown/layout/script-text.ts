import type { Inline } from '../ast.ts';
import { inlineText } from '../inline-text.ts';

const PLAIN = '0123456789+-=()';
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾';
const LOWERED = '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎';

/** Superscripts and subscripts by Unicode's own characters, or behind `^` and `_` where it has none. */
export function scriptText(inline: Extract<Inline, { children: readonly Inline[] }>): string {
  const text = inlineText(inline.children);
  const [alphabet, sign] = inline.type === 'superscript' ? [RAISED, '^'] : [LOWERED, '_'];
  const known = [...text].every((character) => PLAIN.includes(character));
  if (known) return [...text].map((character) => alphabet[PLAIN.indexOf(character)]).join('');
  return text.length === 1 ? `${sign}${text}` : `${sign}(${text})`;
}
