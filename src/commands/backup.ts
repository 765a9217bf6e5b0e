import { Command } from 'commander';
import { UserError } from '../domain/user-error.ts';
import type { Host } from './host.ts';

/** `swelearn backup`: copies of the history, made, listed and brought back. */
export function backupCommand(host: Host): Command {
  const backup = new Command('backup')
    .description('Back up your history, list the backups, bring one back.')
    .addHelpText(
      'after',
      `
One is made by itself on every day that you study, and before everything that changes much.
Those that you make are kept for ever; of the others, one a day, a week, a month.

Examples:
  swelearn backup
  swelearn backup list
  swelearn backup restore progress-2026-11-21-091500-daily.sqlite`,
    );
  backup
    .command('make', { isDefault: true })
    .description('back up now, and print the path of the backup')
    .action(async () => {
      const { progressFile } = await import('./open-store.ts');
      const { backUp } = await import('./backup/backups.ts');
      const file = progressFile(host);
      if (!host.files.stat(file))
        throw new UserError('there is no history yet', 'swelearn quiz begins one', 1);
      host.stdout.write(`${backUp(host, file, 'manual')}\n`);
    });
  backup
    .command('list')
    .description('print the backups, the newest first')
    .action(async () => {
      const { listBackups } = await import('./backup/list.ts');
      listBackups(host);
    });
  backup
    .command('restore')
    .description('put a backup in the place of the present history, which is kept')
    .argument('<name>', 'name of a backup, or path of a file')
    .option('--yes', 'do not ask', false)
    .action(async (name: string, options: { yes: boolean }) => {
      const { restore } = await import('./backup/restore.ts');
      await restore(host, name, options);
    });
  return backup;
}
