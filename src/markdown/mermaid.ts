import { renderMermaidASCII } from 'beautiful-mermaid';
import { widthOf } from './layout/measure.ts';
import { showsAllLabels } from './mermaid-labels.ts';
import { sanitize } from './sanitize.ts';
import type { DrawMermaid } from './tools.ts';

/** Bigger diagrams are no help in a terminal, and their layout takes seconds. */
const MAX_SOURCE_LINES = 120;
/** More arrows are a tangle, and take the library seconds. */
const MAX_EDGES = 150;
/** A drawing may be this many times as wide as the page before its source reads better. */
const MAX_OVERFLOW = 2;

/** Tight spacing, for when the roomy drawing is too wide. */
const COMPACT = { paddingX: 2, paddingY: 2, boxBorderPadding: 0 };

/**
 * Draws with Unicode lines: as the author laid it out, else closer together, else turned by a quarter. The first that
 * fits is taken, else the narrowest; drawings in which a label can't be read are not.
 */
export const drawMermaid: DrawMermaid = (source, width) => {
  if (source.split('\n').length > MAX_SOURCE_LINES || edges(source) > MAX_EDGES) return undefined;
  const attempts = [
    () => draw(source, {}),
    () => draw(source, COMPACT),
    () => draw(turned(source), COMPACT),
  ];
  let narrowest: string[] | undefined;
  for (const attempt of attempts) {
    const drawing = attempt();
    if (!drawing) continue;
    if (widest(drawing) <= width) return drawing;
    if (!narrowest || widest(drawing) < widest(narrowest)) narrowest = drawing;
  }
  return narrowest && widest(narrowest) <= width * MAX_OVERFLOW ? narrowest : undefined;
};

/** How many arrows the source stands for: `a & b --> c & d` are four. */
function edges(source: string): number {
  return source.split('\n').reduce((sum, line) => {
    const ends = line.split(/[-=.~]{2,}[>ox]?/);
    return (
      sum +
      ends
        .slice(1)
        .reduce(
          (here, end, index) =>
            here + (ends[index] ?? '').split('&').length * end.split('&').length,
          0,
        )
    );
  }, 0);
}

/** Drawings don't depend on the width that they are chosen for, so that a resize draws nothing anew. */
const drawings = new Map<string, string[] | undefined>();

function draw(source: string, options: typeof COMPACT | object): string[] | undefined {
  const key = `${options === COMPACT}\n${source}`;
  if (!drawings.has(key)) drawings.set(key, drawAnew(source, options));
  return drawings.get(key);
}

function drawAnew(source: string, options: typeof COMPACT | object): string[] | undefined {
  try {
    const text = renderMermaidASCII(source, { ...options, colorMode: 'none' });
    const lines = sanitize(text)
      .split('\n')
      .map((line) => line.trimEnd());
    while (lines[0] === '') lines.shift();
    while (lines.at(-1) === '') lines.pop();
    return lines.length > 0 && showsAllLabels(lines, source) ? lines : undefined;
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

function widest(lines: readonly string[]): number {
  return lines.reduce((width, line) => Math.max(width, widthOf(line)), 0);
}
