import { renderMermaidASCII } from 'beautiful-mermaid';
import { widthOf } from './layout/measure.ts';
import { lostLabels } from './mermaid-labels.ts';
import { sanitize } from './sanitize.ts';
import type { DrawMermaid } from './tools.ts';

/** Bigger diagrams are no help in a terminal, and their layout takes seconds. */
const MAX_SOURCE_LINES = 120;
/** A drawing may be this many times as wide as the page before its source reads better. */
const MAX_OVERFLOW = 2;

/** Tight spacing, for when the roomy drawing is too wide. */
const COMPACT = { paddingX: 2, paddingY: 2, boxBorderPadding: 0 };

/** A drawing that loses more than this share of its words says less than its source. */
const MAX_LOST = 0.15;

/**
 * Draws with Unicode lines: as the author laid it out, else closer together, else turned by a quarter. The first that
 * fits is taken; when none does, the one that loses the least.
 */
export const drawMermaid: DrawMermaid = (source, width) => {
  if (source.split('\n').length > MAX_SOURCE_LINES) return undefined;
  const attempts = [
    () => draw(source, {}),
    () => draw(source, COMPACT),
    () => draw(turned(source), COMPACT),
  ];
  const drawings: Drawing[] = [];
  for (const attempt of attempts) {
    const drawing = attempt();
    if (!drawing || drawing.lost > MAX_LOST) continue;
    if (drawing.width <= width && drawing.lost <= (drawings[0]?.lost ?? drawing.lost))
      return drawing.lines;
    drawings.push(drawing);
  }
  const [best] = drawings
    .filter((drawing) => drawing.width <= width * MAX_OVERFLOW)
    .sort((a, b) => a.lost - b.lost || a.width - b.width);
  return best?.lines;
};

interface Drawing {
  readonly lines: string[];
  readonly width: number;
  /** Share of the labels' words that can't be read. */
  readonly lost: number;
}

/** Drawings don't depend on the width that they are chosen for, so that a resize draws nothing anew. */
const drawings = new Map<string, Drawing | undefined>();

function draw(source: string, options: typeof COMPACT | object): Drawing | undefined {
  const key = `${options === COMPACT}\n${source}`;
  if (!drawings.has(key)) drawings.set(key, drawAnew(source, options));
  return drawings.get(key);
}

function drawAnew(source: string, options: typeof COMPACT | object): Drawing | undefined {
  try {
    const text = renderMermaidASCII(source, { ...options, colorMode: 'none' });
    const lines = sanitize(text)
      .split('\n')
      .map((line) => line.trimEnd());
    while (lines[0] === '') lines.shift();
    while (lines.at(-1) === '') lines.pop();
    if (lines.length === 0) return undefined;
    return { lines, width: Math.max(...lines.map(widthOf)), lost: lostLabels(lines, source) };
  } catch {
    // Mermaid that the library can't draw is shown as source; there is nothing to report to a reader.
    return undefined;
  }
}

function turned(source: string): string {
  return source.replace(
    /^(\s*(?:graph|flowchart)\s+)(LR|RL|TD|TB|BT)\b/m,
    (_all, head, direction) => head + (/[LR]{2}/.test(direction) ? 'TD' : 'LR'),
  );
}
