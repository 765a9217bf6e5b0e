import { describe, expect, it } from 'vitest';
import { pageOf, shown } from './shown.ts';

const queues = `| Queue | Keeps order | Notes |
|--|--|--|
| Kafka | per partition | a log that is read by many groups |
| SQS | only FIFO queues | a queue of **AWS** |`;

describe('a table', () => {
  it('is as wide as it needs, each column aligned as the author said', () => {
    const markdown =
      '| Left | Middle | Right |\n|:--|:-:|--:|\n| a | b | c |\n| alpha | beta | 1000 |';
    expect(shown(markdown, 40)).toEqual([
      '┌───────┬────────┬───────┐',
      '│ Left  │ Middle │ Right │',
      '├───────┼────────┼───────┤',
      '│ a     │   b    │     c │',
      '│ alpha │  beta  │  1000 │',
      '└───────┴────────┴───────┘',
    ]);
  });

  it('wraps its cells to fit the page, with a rule between rows of several lines', () => {
    expect(shown(queues, 48)).toEqual([
      '┌───────┬──────────────┬──────────────────────┐',
      '│ Queue │ Keeps order  │ Notes                │',
      '├───────┼──────────────┼──────────────────────┤',
      '│ Kafka │ per          │ a log that is read   │',
      '│       │ partition    │ by many groups       │',
      '├───────┼──────────────┼──────────────────────┤',
      '│ SQS   │ only FIFO    │ a queue of AWS       │',
      '│       │ queues       │                      │',
      '└───────┴──────────────┴──────────────────────┘',
    ]);
  });

  it('becomes a small list for each row when the columns would be unreadable', () => {
    expect(shown(queues, 30)).toEqual([
      '────────────',
      'Queue: Kafka',
      'Keeps order: per partition',
      'Notes: a log that is read by',
      '  many groups',
      '────────────',
      'Queue: SQS',
      'Keeps order: only FIFO',
      '  queues',
      'Notes: a queue of AWS',
      '────────────',
    ]);
  });

  it('measures wide characters and styled words as the terminal does', () => {
    const markdown = '| **名字** | b |\n|--|--|\n| 数据库 | x |\n| `y` | 👩‍💻 |';
    expect(shown(markdown, 30)).toEqual([
      '┌────────┬────┐',
      '│ 名字   │ b  │',
      '├────────┼────┤',
      '│ 数据库 │ x  │',
      '│ y      │ 👩‍💻 │',
      '└────────┴────┘',
    ]);
  });

  it('needs no header', () => {
    expect(shown('<table><tr><td>a</td><td>b</td></tr></table>', 30)).toEqual([
      '┌───┬───┐',
      '│ a │ b │',
      '└───┴───┘',
    ]);
  });

  it.each([20, 30, 48, 80])('shows the styles and links of its cells at %i columns', (width) => {
    const { lines, targets } = pageOf('| *Name* | b |\n|--|--|\n| `y` | [[queues]] |', width);
    const roles = lines.flatMap((line) => line.spans.flatMap((span) => span.roles));
    expect(roles).toEqual(expect.arrayContaining(['emphasis', 'code', 'link']));
    expect(targets).toHaveLength(1);
  });
});
