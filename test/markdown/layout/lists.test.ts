import { describe, expect, it } from 'vitest';
import { pageOf, shown } from './shown.ts';

describe('a list', () => {
  it('hangs its texts behind bullets that change with the depth', () => {
    const markdown = `- one two three four five six seven
  - nested words that wrap too here
    - deeper
      - deepest
- **bold** words`;
    expect(shown(markdown, 24)).toEqual([
      '• one two three four',
      '  five six seven',
      '  ◦ nested words that',
      '    wrap too here',
      '    ▪ deeper',
      '      • deepest',
      '• bold words',
    ]);
  });

  it('keeps the styles of its words', () => {
    expect(pageOf('- **bold** `code`', 24).lines[0]?.spans).toEqual([
      { text: '• ', roles: ['bullet'] },
      { text: 'bold', roles: ['strong'] },
      { text: ' ', roles: [] },
      { text: 'code', roles: ['code'] },
    ]);
  });

  it('aligns its numbers to the right, counting on from the first', () => {
    expect(shown('8. eight\n9. nine and a few words more to wrap\n10. ten', 24)).toEqual([
      ' 8. eight',
      ' 9. nine and a few words',
      '    more to wrap',
      '10. ten',
    ]);
  });

  it('draws done and open tasks', () => {
    expect(shown('- [x] done and a few words more to wrap\n- [ ] open', 24)).toEqual([
      '☑ done and a few words',
      '  more to wrap',
      '☐ open',
    ]);
    const [done, open] = pageOf('- [x] a\n- [ ] b', 24).lines;
    expect([done?.spans[0]?.roles, open?.spans[0]?.roles]).toEqual([['taskDone'], ['taskOpen']]);
  });

  it('has blank lines between its items only when the author left some', () => {
    expect(shown('- a\n- b', 24)).toEqual(['• a', '• b']);
    expect(shown('- a\n\n  second\n\n- b', 24)).toEqual(['• a', '', '  second', '', '• b']);
  });

  it('sets code and quotes into its indent', () => {
    expect(shown('- item\n\n  ```\n  code\n  ```\n- > quoted', 24)).toEqual([
      '• item',
      '',
      '    code',
      '',
      '• │ quoted',
    ]);
  });

  it('keeps the marker of an empty item', () => {
    expect(shown('-\n- x', 24)).toEqual(['•', '• x']);
  });
});
