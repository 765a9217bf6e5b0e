import { describe, expect, it } from 'vitest';
import { ankiText } from '../../../src/commands/export/anki.ts';
import type { Question, Task } from '../../../src/domain/question.ts';

function question(task: Task, changes: Partial<Question> = {}): Question {
  return {
    id: 'why-wait',
    topic: 'queues',
    level: 2,
    prompt: 'Why **wait**?',
    task,
    answer: 'Because.',
    keyPoints: [],
    whyNot: [],
    formerly: [],
    file: 'questions.md',
    line: 1,
    ...changes,
  };
}

/** The notes of a text, read by Anki's rules: fields between quotes, two quotes for one. */
function notesIn(text: string): string[][] {
  const body = text
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n');
  const notes: string[][] = [[]];
  for (const [, field = '', end] of body.matchAll(/"((?:[^"]|"")*)"(\t|\n|$)/g)) {
    notes.at(-1)?.push(field.replaceAll('""', '"'));
    if (end === '\n') notes.push([]);
  }
  return notes.filter((note) => note.length > 0);
}

const textOf = (...questions: Question[]) =>
  [...ankiText(questions, () => 'Queues :: and more')].join('');
const noteOf = (task: Task, changes: Partial<Question> = {}) =>
  notesIn(textOf(question(task, changes)))[0] ?? [];

describe('a text for Anki', () => {
  it('begins with what Anki must know of the columns', () => {
    expect(textOf().split('\n')).toEqual([
      '#separator:tab',
      '#html:true',
      '#notetype:Basic',
      '#columns:Guid\tDeck\tTags\tFront\tBack',
      '#guid column:1',
      '#deck column:2',
      '#tags column:3',
      '',
    ]);
  });

  it('has a note a question, with id, deck and tags', () => {
    const text = textOf(question({ kind: 'recall' }), question({ kind: 'recall' }, { id: 'b' }));
    expect(notesIn(text)).toEqual([
      [
        'why-wait',
        'swelearn::Queues : and more',
        'queues level-2',
        '<p>Why <strong>wait</strong>?</p>',
        '<p>Because.</p>',
      ],
      expect.arrayContaining(['b']),
    ]);
  });

  it('keeps tabs, quotes and lines of code within their field', () => {
    const answer = '```\n#a\t"b"\nc\n```';
    expect(noteOf({ kind: 'recall' }, { answer })[4]).toBe(
      '<pre><code>#a\t&quot;b&quot;\nc\n</code></pre>',
    );
  });

  it.each<[Task, string, string]>([
    [
      {
        kind: 'choice',
        options: [
          { text: 'one', correct: true, explanation: 'It is.' },
          { text: 'two', correct: false, explanation: 'It is not.' },
        ],
      },
      '<ul><li>one</li><li>two</li></ul>',
      '<ul><li><p>✓ one</p>\n<p>It is.</p></li><li><p>✗ two</p>\n<p>It is not.</p></li></ul>',
    ],
    [
      { kind: 'number', value: 3.5, tolerance: 0.05, unit: 'MB/s', calculation: '7 / 2' },
      '<p>in MB/s</p>',
      '<p><b>3.5 MB/s ± 5 %</b></p><p>7 / 2</p>',
    ],
    [
      { kind: 'order', items: ['send', 'receive', 'delete'] },
      '<ul><li>delete</li><li>receive</li><li>send</li></ul>',
      '<ol><li>send</li><li>receive</li><li>delete</li></ol>',
    ],
    [
      { kind: 'cloze', text: 'A {{queue}} hides a {{message}}.' },
      '<p>A […] hides a […].</p>',
      '<p>A <strong>queue</strong> hides a <strong>message</strong>.</p>',
    ],
  ])('asks and solves %o', (task, asked, solved) => {
    const [, , , front, back] = noteOf(task);
    expect(front).toBe(`<p>Why <strong>wait</strong>?</p>${asked}`);
    expect(back).toBe(`${solved}<p>Because.</p>`);
  });

  it('says what a follow-up follows', () => {
    const child = question(
      { kind: 'recall' },
      { id: 'and-then', parent: 'why-wait', prompt: 'And then?' },
    );
    const [, follow] = notesIn(textOf(question({ kind: 'recall' }), child));
    expect(follow?.[3]).toBe('<p><i>follows: Why <strong>wait</strong>?</i></p><p>And then?</p>');
  });

  it('has the key points, the tempting wrong answers and where to read more', () => {
    const [, , , , back] = noteOf(
      { kind: 'recall' },
      {
        keyPoints: ['a *reason*', 'x < y'],
        whyNot: [{ claim: 'Why not “it is fast”?', explanation: 'It is not.' }],
        see: '[[queues]], [[queues|queues]], [there](https://example.org/?a=1&b=2) and [here](notes.md).',
      },
    );
    expect(back).toBe(
      '<p>Because.</p><p><b>Key points</b></p><ul><li>a <em>reason</em></li><li>x &lt; y</li></ul>' +
        '<p><b>Why not “it is fast”?</b></p><p>It is not.</p>' +
        '<p><strong>See</strong> Queues :: and more, queues, <a href="https://example.org/?a=1&amp;b=2">there</a> and here.</p>',
    );
  });

  it.each([
    ['<script>alert(1)</script>', 'alert(1)'],
    ['a <img src=x onerror=alert(1)> b', '<p>a  b</p>'],
    ['a <b onclick="x()">b</b>', '<p>a b</b></p>'],
    ['a <b>b</b><br>', '<p>a <b>b</b><br></p>'],
    ['[x](javascript:alert(1))', '<p>x</p>'],
    ['![x](https://example.org/spy.png)', '<p>x</p>'],
    ['<https://example.org/"onclick="x>', undefined],
    ['<div style="x">\n\n**w**\n\n</div>', '<p><strong>w</strong></p>'],
    ['<scr<b>ipt>', undefined],
    ['a note[^1]\n\n[^1]: below', undefined],
    ['```<script>\nx\n```', undefined],
  ])('shows %s without harm', (answer, html) => {
    const back = noteOf({ kind: 'recall' }, { answer })[4] ?? '';
    expect(back).not.toMatch(/<(?:script|img|div|style)|<[^>]*\son\w+=|javascript:/i);
    if (html !== undefined) expect(back.replaceAll('\n', '')).toBe(html);
  });
});
