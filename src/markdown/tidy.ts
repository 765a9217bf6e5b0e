import type { Inline } from './ast.ts';

/** Inline content as it reads: no space or line break at its ends, no space twice in a row, nothing empty. */
export function tidy(inlines: readonly Inline[]): Inline[] {
  return trimEnd(squeeze(inlines, { started: false, afterSpace: true }));
}

interface Position {
  /** Something has been kept before. */
  started: boolean;
  /** What was kept last ends with a space or a line break. */
  afterSpace: boolean;
}

function squeeze(inlines: readonly Inline[], position: Position): Inline[] {
  return inlines.flatMap((inline): Inline[] => {
    if (inline.type === 'text') return squeezeText(inline.text, position);
    if (inline.type === 'break') {
      position.afterSpace = true;
      return position.started ? [inline] : [];
    }
    if ('children' in inline) {
      const children = squeeze(inline.children, position);
      return children.length > 0 ? [{ ...inline, children }] : [];
    }
    position.started = true;
    position.afterSpace = false;
    return [inline];
  });
}

function squeezeText(raw: string, position: Position): Inline[] {
  const collapsed = raw.replace(/\s+/g, ' ');
  const text = position.afterSpace ? collapsed.replace(/^ /, '') : collapsed;
  if (text === '') return [];
  position.started = true;
  position.afterSpace = text.endsWith(' ');
  return [{ type: 'text', text }];
}

function trimEnd(inlines: readonly Inline[]): Inline[] {
  const last = inlines.at(-1);
  if (!last) return [];
  const before = inlines.slice(0, -1);
  if (last.type === 'break') return trimEnd(before);
  if (last.type === 'text') {
    const text = last.text.trimEnd();
    return text === '' ? trimEnd(before) : [...before, { type: 'text', text }];
  }
  if (!('children' in last)) return [...inlines];
  const children = trimEnd(last.children);
  return children.length === 0 ? trimEnd(before) : [...before, { ...last, children }];
}
