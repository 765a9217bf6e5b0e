import type { HtmlElement } from './tree.ts';

/** What the `style` attribute says, as far as text can show it. */
export interface Style {
  readonly hidden: boolean;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly struck: boolean;
  /** It has a background of its own. */
  readonly tinted: boolean;
  /** It is drawn as a frame or panel: a border or background with room inside. */
  readonly boxed: boolean;
  /** How many areas stand side by side; 1 when they stand one under the other; Infinity for one row of any number. */
  readonly columns: number;
}

export function styleOf(element: HtmlElement): Style {
  const css = declarations(element.attributes.style ?? '');
  const get = (name: string) => css.get(name) ?? '';
  const tinted =
    /\S/.test(get('background') + get('background-color')) && !isNothing(get('background'));
  const framed = [...css].some(
    ([name, value]) => /^border(-(left|right|top))?$/.test(name) && !isNothing(value),
  );
  return {
    hidden:
      get('display') === 'none' || get('visibility') === 'hidden' || 'hidden' in element.attributes,
    bold: /^(bold|bolder|[6-9]00)$/.test(get('font-weight')),
    italic: /^(italic|oblique)/.test(get('font-style')),
    struck: /line-through/.test(get('text-decoration') + get('text-decoration-line')),
    tinted,
    boxed: (tinted || framed) && /[1-9]/.test(get('padding')),
    columns: columnsOf(get('display'), get('flex-direction'), get('grid-template-columns')),
  };
}

function declarations(style: string): Map<string, string> {
  const pairs = style
    .split(';')
    .map((part) => part.split(/:(.*)/s).map((side) => side.trim().toLowerCase()));
  return new Map(pairs.map(([name = '', value = '']) => [name, value]));
}

function isNothing(value: string): boolean {
  return /^(none|transparent|0|0px|inherit|unset|initial)\b/.test(value);
}

function columnsOf(display: string, direction: string, template: string): number {
  if (/flex$/.test(display)) return direction.startsWith('column') ? 1 : Number.POSITIVE_INFINITY;
  if (!/grid$/.test(display)) return 1;
  const repeat = /repeat\(\s*(\d+|auto-fit|auto-fill)/.exec(template)?.[1];
  if (repeat === undefined) return Math.max(1, template.split(/\s+/).filter(Boolean).length);
  // As many as fit is the browser's choice; three is what a terminal usually has room for.
  return /\d/.test(repeat) ? Number(repeat) : 3;
}
