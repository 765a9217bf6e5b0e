import { Command } from 'commander';
import type { Host } from './host.ts';
import type { ImportOptions } from './import/import.ts';

/** `swelearn import`: foreign Markdown as a topic of ours. */
export function importCommand(host: Host): Command {
  return new Command('import')
    .description('Turn foreign Markdown into a topic card and leveled questions.')
    .argument('<file...>', 'Markdown files')
    .option('--to <dir>', 'write below this directory', '.')
    .option('--dry-run', 'say what would be written, and write nothing', false)
    .option('--force', 'overwrite files; the old ones are kept as .bak', false)
    .option('--json', 'print the report as JSON', false)
    .addHelpText(
      'after',
      '\nExamples:\n  swelearn import notes.md --dry-run\n  swelearn import a.md b.md --to ~/decks',
    )
    .action(async (paths: string[], options: ImportOptions) => {
      const { importFiles } = await import('./import/import.ts');
      importFiles(host, paths, options);
    });
}
