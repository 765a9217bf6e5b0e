import { describe, expect, it } from 'vitest';
import { pageOf, shown } from './shown.ts';

const box = (content: string) =>
  `<div style="border: 1px solid; padding: 8px">\n${content}\n</div>`;
const row = (...areas: string[]) =>
  `<div style="display: flex">${areas.map((area) => `<div>${area}</div>`).join('')}</div>`;

describe('a quote', () => {
  it('has a bar on its left, and one more for a quote inside', () => {
    const markdown = '> a quote that is long enough to wrap\n>\n> > inner\n>\n> - item';
    expect(shown(markdown, 24)).toEqual([
      '│ a quote that is long',
      '│ enough to wrap',
      '│',
      '│ │ inner',
      '│',
      '│ • item',
    ]);
    const words = pageOf(markdown, 24).lines[0]?.spans.at(-1);
    expect(words?.roles).toEqual(['quote']);
  });
});

describe('a box', () => {
  it('is framed as wide as it needs, its heading in the frame', () => {
    expect(shown(box('<h4>A title</h4>\nSome words in it'), 40)).toEqual([
      '╭─ A title ────────╮',
      '│ Some words in it │',
      '╰──────────────────╯',
    ]);
  });

  it('wraps its words inside the frame', () => {
    expect(shown(box('Some words in it that are more than one line'), 30)).toEqual([
      '╭───────────────────────────╮',
      '│ Some words in it that are │',
      '│ more than one line        │',
      '╰───────────────────────────╯',
    ]);
  });

  it('keeps the words of a title in two lines apart', () => {
    expect(shown(box('<h4>First<br>second</h4>\nwords'), 40).join(' ')).not.toContain(
      'Firstsecond',
    );
  });

  it('has only a bar when code in it is wider than the page', () => {
    const code = 'a line of code that is wider than the page is';
    expect(shown(box(`<h4>A title</h4>\n\n\`\`\`\n${code}\n\`\`\`\n`), 30)).toEqual([
      '│ A title',
      `│ ${code}`,
    ]);
  });
});

describe('areas in a row', () => {
  const first = 'An area with enough words to need a few lines of its own here';
  const second = 'Another area with enough words to need lines';

  it('stand side by side where each has room to be read', () => {
    expect(shown(row(first, second), 60)).toEqual([
      'An area with enough words to   Another area with enough',
      'need a few lines of its own    words to need lines',
      'here',
    ]);
  });

  it('stand one under the other where they have not', () => {
    expect(shown(row(first, second), 40)).toEqual([
      'An area with enough words to need a few',
      'lines of its own here',
      '',
      'Another area with enough words to need',
      'lines',
    ]);
  });

  const steps = row(box('Producer'), '→', box('Queue'), 'sends →', box('DB'));

  it('are a chain of boxes and arrows', () => {
    expect(shown(steps, 80)).toEqual([
      '╭──────────╮     ╭───────╮           ╭────╮',
      '│ Producer │  →  │ Queue │  sends →  │ DB │',
      '╰──────────╯     ╰───────╯           ╰────╯',
    ]);
  });

  it('turn the arrows down when they stand one under the other', () => {
    expect(shown(steps, 30).filter((line) => !/[╭╰]/.test(line))).toEqual([
      '│ Producer │',
      '',
      '↓',
      '',
      '│ Queue │',
      '',
      '↓ sends',
      '',
      '│ DB │',
    ]);
  });

  it('have their headings in the outline', () => {
    const page = pageOf(row('<h2>One</h2><p>words</p>', '<h2>Two</h2><p>words</p>'), 60);
    expect(page.outline.map(({ title }) => title)).toEqual(['One', 'Two']);
  });

  it('have their links in the order in which they are read, line by line', () => {
    const link = (name: string) => `<a href="${name}.md">${name}</a>`;
    const area = (...names: string[]) => names.map(link).join('<br>');
    const page = pageOf(row(area('first', 'third'), area('second', 'fourth')), 60);
    expect(page.targets.map((target) => target.kind === 'link' && target.to)).toEqual(
      ['first', 'second', 'third', 'fourth'].map((name) => ({ kind: 'file', path: `${name}.md` })),
    );
  });
});
