import { describe, expect, it } from 'vitest';
import { showsAllLabels } from '../../src/markdown/mermaid-labels.ts';

describe('showsAllLabels', () => {
  it.each<[string, string, string[], boolean]>([
    [
      'every label there',
      'flowchart LR\nA["Main queue"] -->|Fail 1| B(Worker)',
      ['Main queue ─Fail─1─► Worker'],
      true,
    ],
    [
      'a label that lines run over',
      'flowchart LR\nA[Payments Team] --> B[Safety Team]',
      ['PayCopys1Team  Safety Team'],
      false,
    ],
    [
      'one of several like labels left out',
      'flowchart LR\nA -->|Fail 1| B\nA -->|Fail 2| B',
      ['A ─Fail 1─► B'],
      false,
    ],
    [
      'the note of a sequence left out',
      'sequenceDiagram\nA->>B: send\nNote over A: wait',
      ['A ─send─► B'],
      false,
    ],
    [
      'styling and comments, which are not drawn',
      'flowchart LR\n%% remark: x\nclassDef big fill:#fff\nA[Queue]',
      ['Queue'],
      true,
    ],
    [
      'tags, entities and line breaks in labels',
      'flowchart LR\nA["one<br/>two&nbsp;#35;"]',
      ['one', 'two'],
      true,
    ],
  ])('judges %s', (_what, source, drawing, verdict) => {
    expect(showsAllLabels(drawing, source)).toBe(verdict);
  });
});
