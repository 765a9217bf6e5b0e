import { Command } from 'commander';
import { UserError } from '../domain/user-error.ts';
import type { GlobalOptions, Host } from './host.ts';
import type { ImportOptions } from './import/import.ts';
import { isHistory } from './import/is-history.ts';

/** `swelearn import`: foreign Markdown as a topic of ours, or a history that was exported. */
export function importCommand(host: Host): Command {
  return new Command('import')
    .description('Turn foreign Markdown into a topic, or merge a history from swelearn export.')
    .argument('<file...>', 'Markdown files, or one JSON file')
    .option('--to <dir>', 'write below this directory', '.')
    .option('--dry-run', 'say what would be done, and change nothing', false)
    .option('--force', 'overwrite files; the old ones are kept as .bak', false)
    .option('--json', 'print the report as JSON', false)
    .addHelpText(
      'after',
      `
A history is merged: what is there stays, what is new is added, and nothing is counted twice.
It is backed up before. Preferences in the file are left alone.

Examples:
  swelearn import notes.md --dry-run
  swelearn import a.md b.md --to ~/decks
  swelearn import history.json`,
    )
    .action(async (paths: string[], _options, command: Command) => {
      const options: ImportOptions & GlobalOptions = command.optsWithGlobals();
      const histories = paths.filter((path) => isHistory(host, path));
      const [first] = histories;
      if (first !== undefined && paths.length === 1) {
        const { importHistory } = await import('./import/history.ts');
        return importHistory(host, first, options);
      }
      if (first !== undefined)
        throw new UserError(
          'a history is imported alone',
          'run swelearn import once for each JSON file; nothing was imported',
        );
      const { importFiles } = await import('./import/import.ts');
      importFiles(host, paths, options);
    });
}
