import { type Line, widthOf } from '../../markdown/index.ts';

type Span = Line['spans'][number];

/** Lines with a mark before the first, the others indented as far as it reaches. */
export function hanging(mark: readonly Span[], lines: readonly Line[]): Line[] {
  const width = mark.reduce((sum, { text }) => sum + widthOf(text), 0);
  const indent = { text: ' '.repeat(width), roles: [] };
  const all = lines.length > 0 ? lines : [{ spans: [] }];
  return all.map((line, index) => ({
    ...line,
    spans: [...(index === 0 ? mark : [indent]), ...line.spans],
  }));
}
