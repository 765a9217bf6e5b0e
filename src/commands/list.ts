import { Command } from 'commander';
import type { TopicSummary } from '../content/library.ts';
import { widthOf } from '../markdown/layout/measure.ts';
import type { GlobalOptions, Host } from './host.ts';
import { mentionProblems, openLibrary } from './open-library.ts';

/** `swelearn list`: the topics, a line each. */
export function listCommand(host: Host): Command {
  return new Command('list')
    .description('List the topics with their questions by level, reading time and tags.')
    .option('--tag <tag>', 'only topics with this tag')
    .option('--json', 'print them as JSON', false)
    .addHelpText('after', '\nExamples:\n  swelearn list\n  swelearn list --tag sqs --json')
    .action(async (_options, command: Command) => {
      const options: GlobalOptions & { tag?: string; json: boolean } = command.optsWithGlobals();
      const library = await openLibrary(host, options);
      const tag = options.tag?.toLowerCase();
      const hasTag = ({ tags }: TopicSummary) => tags.some((each) => each.toLowerCase() === tag);
      const topics = library.topics().filter((topic) => tag === undefined || hasTag(topic));
      const width = host.stdout.isTTY ? host.stdout.columns : Number.POSITIVE_INFINITY;
      if (options.json)
        host.stdout.write(`${JSON.stringify({ schema: 'swelearn.list/1', topics }, null, 2)}\n`);
      else if (topics.length > 0) host.stdout.write(table(topics, width));
      if (topics.length === 0) {
        host.stderr.write(
          tag === undefined ? 'there are no topics\n' : `no topic has the tag ${tag}\n`,
        );
        host.exitWith(1);
      }
      mentionProblems(library, host, options);
      library.close();
    });
}

const HEADER = ['topic', 'title', 'L1', 'L2', 'L3', 'time', 'level', 'tags'];
const NUMBERS = [2, 3, 4, 5];
/** What a narrow terminal does without, the first first. */
const DISPENSABLE = [7, 6, 1, 5];
const GAP = 2;

/** Columns as wide as they need to be; on a terminal, as many of them as fit. */
function table(topics: readonly TopicSummary[], terminalWidth: number): string {
  const rows = [HEADER, ...topics.map(cells)];
  const widths = HEADER.map((_, column) =>
    rows.reduce((most, row) => Math.max(most, widthOf(row[column] ?? '')), 0),
  );
  const columns = fitting(widths, terminalWidth);
  const lines = rows.map((row) =>
    columns
      .map((column) => padded(row[column] ?? '', widths[column] ?? 0, NUMBERS.includes(column)))
      .join(' '.repeat(GAP))
      .trimEnd(),
  );
  return `${lines.join('\n')}\n`;
}

function fitting(widths: readonly number[], terminalWidth: number): number[] {
  let columns = widths.map((_, column) => column);
  for (const column of DISPENSABLE) {
    const needed = columns.reduce((sum, each) => sum + (widths[each] ?? 0) + GAP, -GAP);
    if (needed <= terminalWidth) break;
    columns = columns.filter((each) => each !== column);
  }
  return columns;
}

function padded(cell: string, width: number, isNumber: boolean): string {
  const air = ' '.repeat(Math.max(0, width - widthOf(cell)));
  return isNumber ? air + cell : cell + air;
}

function cells({ id, title, levels, estimatedMinutes, difficulty, tags }: TopicSummary): string[] {
  return [
    id,
    title,
    String(levels[1]),
    String(levels[2]),
    String(levels[3]),
    `${estimatedMinutes} min`,
    difficulty,
    tags.join(', '),
  ];
}
