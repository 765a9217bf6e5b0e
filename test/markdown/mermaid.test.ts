import { describe, expect, it } from 'vitest';
import { widthOf } from '../../src/markdown/layout/measure.ts';
import { drawMermaid } from '../../src/markdown/mermaid.ts';

const pipeline = `flowchart LR
  A[Producer] --> B[Queue]
  B --> C[Consumer]
  C --> D[(Database)]`;
const talk = 'sequenceDiagram\nClient->>Server: request\nServer-->>Client: response';
const widest = (lines: readonly string[] | undefined) => Math.max(...(lines ?? []).map(widthOf));

describe('drawMermaid', () => {
  it('draws a flowchart from left to right where there is room', () => {
    const drawing = drawMermaid(pipeline, 70);
    expect(drawing?.find((line) => line.includes('Queue'))).toMatch(
      /Producer.*►.*Queue.*►.*Consumer.*►.*Database/,
    );
  });

  it('turns it from top to bottom where there is not', () => {
    const drawing = drawMermaid(pipeline, 40);
    const rows = ['Producer', 'Queue', 'Consumer', 'Database'].map((name) =>
      drawing?.findIndex((line) => line.includes(name)),
    );
    expect(rows).toEqual([...new Set(rows)].sort((a, b) => Number(a) - Number(b)));
    expect(drawing?.join('')).toContain('▼');
  });

  it.each([12, 20, 40, 60, 100])('keeps within %i columns', (width) => {
    expect(widest(drawMermaid(pipeline, width))).toBeLessThanOrEqual(width);
  });

  it('is a little too wide rather than no drawing, but never by far', () => {
    const needed = widest(drawMermaid(talk, 80));
    expect(widest(drawMermaid(talk, Math.ceil(needed * 0.6)))).toBeGreaterThan(needed * 0.6);
    expect(drawMermaid(talk, 10)).toBeUndefined();
  });

  it.each([
    pipeline,
    talk,
    'stateDiagram-v2\n[*] --> Idle\nIdle --> [*]',
    'erDiagram\nA ||--o{ B : has',
  ])('draws %j without empty lines around it and without control characters', (source) => {
    const drawing = drawMermaid(source, 80) ?? [];
    expect(drawing[0]).toMatch(/\S/);
    expect(drawing.at(-1)).toMatch(/\S/);
    expect(drawing.join('')).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
  });

  it('lets no escape sequence of a label through', () => {
    const source = 'flowchart LR\nA["\u001b[31mred\u0007"] --> B["#27;x"]';
    const drawing = drawMermaid(source, 80)?.join('') ?? '';
    expect(drawing).toContain('red');
    expect(drawing).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
  });

  it.each(['', 'nonsense', 'graph LR', 'gantt\ntitle x', 'pie\n"a": 1', '{}', '%%'])(
    'leaves %j to be shown as its source',
    (source) => {
      expect(drawMermaid(source, 80)).toBeUndefined();
    },
  );

  it('does not try a diagram of more than 120 lines', () => {
    const chain = (lines: number) =>
      ['flowchart TD', ...Array.from({ length: lines - 1 }, () => 'A --> B')].join('\n');
    expect(drawMermaid(chain(120), 80)).toBeDefined();
    expect(drawMermaid(chain(121), 80)).toBeUndefined();
  });
});
