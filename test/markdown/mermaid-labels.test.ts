import { describe, expect, it } from 'vitest';
import { lostLabels } from '../../src/markdown/mermaid-labels.ts';

describe('lostLabels', () => {
  it.each<[string, string, string[], number]>([
    [
      'nothing when every word is there',
      'flowchart LR\nA["Main queue"] -->|retry| B(Worker)',
      ['Main queue ─retry─► Worker'],
      0,
    ],
    [
      'the words that lines run over',
      'flowchart LR\nA[Payments Team] --> B{Safety Team}',
      ['PayCopys1Team', 'Safety Team'],
      1 / 4,
    ],
    [
      'what a sequence says behind its colons',
      'sequenceDiagram\nA->>B: send order',
      ['A ─send─► B'],
      1 / 2,
    ],
    [
      'no word of styling and comments',
      'flowchart LR\n%% remark: hidden\nclassDef big fill:#fff\nA[Queue]',
      ['Queue'],
      0,
    ],
    ['no tag or entity of a label', 'flowchart LR\nA["one<br/>two&nbsp;#35;"]', ['one', 'two'], 0],
  ])('counts %s', (_what, source, drawing, lost) => {
    expect(lostLabels(drawing, source)).toBeCloseTo(lost);
  });
});
