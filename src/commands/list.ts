import { Command } from 'commander';
import type { TopicSummary } from '../content/library.ts';
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
      const { tag } = options;
      const topics = library.topics().filter(({ tags }) => tag === undefined || tags.includes(tag));
      if (options.json)
        host.stdout.write(`${JSON.stringify({ schema: 'swelearn.list/1', topics }, null, 2)}\n`);
      else host.stdout.write(table(topics, host.stdout.isTTY ? host.stdout.columns : undefined));
      mentionProblems(library, host);
      library.close();
    });
}

const HEADER = ['topic', 'title', 'L1', 'L2', 'L3', 'time', 'level', 'tags'];

/** Columns as wide as they need to be; on a terminal, lines end at its edge. */
function table(topics: readonly TopicSummary[], width: number | undefined): string {
  if (topics.length === 0) return '';
  const rows = [HEADER, ...topics.map(cells)];
  const widths = HEADER.map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  const lines = rows.map((row) =>
    row
      .map((cell, column) =>
        /^\d/.test(cell) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
  return `${lines.map((line) => (width !== undefined && line.length > width ? `${line.slice(0, width - 1)}…` : line)).join('\n')}\n`;
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
