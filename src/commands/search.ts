import { relative } from 'node:path';
import { Command } from 'commander';
import type { Hit } from '../content/library.ts';
import { UserError } from '../domain/user-error.ts';
import { sanitize } from '../markdown/sanitize.ts';
import type { GlobalOptions, Host } from './host.ts';
import { openLibrary } from './open-library.ts';

/** `swelearn search`: where words stand in cards, questions and answers. */
export function searchCommand(host: Host): Command {
  return new Command('search')
    .description('Search cards, questions and answers; typos are forgiven.')
    .argument('<words...>', 'what to look for')
    .option('--limit <n>', 'show at most this many places', count, 10)
    .option('--json', 'print them as JSON', false)
    .addHelpText(
      'after',
      '\nExamples:\n  swelearn search receive count\n  swelearn search visibilty --limit 3',
    )
    .action(async (words: string[], _options, command: Command) => {
      const options: GlobalOptions & { limit: number; json: boolean } = command.optsWithGlobals();
      if (!/[\p{L}\p{N}]/u.test(words.join(' ')))
        throw new UserError('there is no word to search for', 'give one or more words');
      const library = await openLibrary(host, options);
      const result = library.search(words.join(' '), options.limit);
      library.close();
      if (result.corrected) host.stderr.write(`searched for: ${result.corrected}\n`);
      if (options.json)
        host.stdout.write(
          `${JSON.stringify({ schema: 'swelearn.search/1', ...result }, null, 2)}\n`,
        );
      else for (const hit of result.hits) host.stdout.write(shown(hit, host, options));
      if (result.hits.length > 0) return;
      host.stderr.write(`nothing found for: ${words.join(' ')}\n`);
      host.exitWith(1);
    });
}

function count(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new UserError(`--limit can't be ${text}`, 'write a whole number above 0');
}

function shown(hit: Hit, host: Host, { color }: GlobalOptions): string {
  const styled = host.stdout.isTTY && color && !host.env.NO_COLOR;
  const bold = (text: string) => (styled ? `\u001b[1m${text}\u001b[22m` : text);
  let at = 0;
  const pieces = hit.marks.map(({ start, end }) => {
    const piece = hit.context.slice(at, start) + bold(hit.context.slice(start, end));
    at = end;
    return piece;
  });
  const place = `${sanitize(relative(host.cwd, hit.file) || hit.file)}:${hit.line}`;
  return `${bold(hit.topic)} › ${hit.title}\n  ${place}\n    ${pieces.join('')}${hit.context.slice(at)}\n\n`;
}
