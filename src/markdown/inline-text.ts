import type { Inline } from './ast.ts';

/** The words of inline content, without their styles. */
export function inlineText(inlines: readonly Inline[]): string {
  return inlines.map(textOf).join('');
}

function textOf(inline: Inline): string {
  switch (inline.type) {
    case 'text':
    case 'code':
      return inline.text;
    case 'image':
      return inline.alt;
    case 'break':
      return ' ';
    case 'footnoteReference':
      return '';
    default:
      return inlineText(inline.children);
  }
}
