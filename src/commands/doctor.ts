import { Command } from 'commander';
import type { GlobalOptions, Host } from './host.ts';

/** `swelearn doctor`: whether all is well with what the tool keeps. */
export function doctorCommand(host: Host): Command {
  return new Command('doctor')
    .description('Check your history, its backups, your preferences and the content.')
    .option('--rebuild', 'derive all progress from the log anew; backs up before', false)
    .addHelpText(
      'after',
      '\nExits with 1 when something is wrong, and with 3 when your history cannot be read.\n\nExamples:\n  swelearn doctor\n  swelearn doctor --rebuild',
    )
    .action(async (_options, command: Command) => {
      const options: GlobalOptions & { rebuild: boolean } = command.optsWithGlobals();
      const { doctor } = await import('./doctor/doctor.ts');
      await doctor(host, options);
    });
}
