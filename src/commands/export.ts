import { Command } from 'commander';
import { UserError } from '../domain/user-error.ts';
import type { GlobalOptions, Host } from './host.ts';

/** `swelearn export`: what is the learner's, in formats that other programs read. */
export function exportCommand(host: Host): Command {
  return new Command('export')
    .description('Write your whole history as JSON, or the questions for Anki.')
    .argument('[file]', 'where to write the history; - is standard output', '-')
    .option('--anki <file>', 'write the questions for File > Import in Anki')
    .option('--force', 'overwrite the file', false)
    .addHelpText(
      'after',
      '\nExamples:\n  swelearn export history.json\n  swelearn export | jq .entries\n  swelearn export --anki questions.txt',
    )
    .action(async (file: string, _options, command: Command) => {
      const options: GlobalOptions & { anki?: string; force: boolean } = command.optsWithGlobals();
      if (options.anki === undefined) {
        const { exportHistory } = await import('./export/history.ts');
        return exportHistory(host, file, options);
      }
      if (file !== '-')
        throw new UserError('the history and the questions are two files', 'export one at a time');
      const { exportForAnki } = await import('./export/anki-file.ts');
      return exportForAnki(host, options.anki, options);
    });
}
