import { Command } from 'commander';
import type { Host } from './host.ts';

/** `swelearn due`: what waits today, in one line. */
export function dueCommand(host: Host): Command {
  return new Command('due')
    .description('Print what waits today in one line, for a prompt or a status bar.')
    .option('--json', 'print it as JSON', false)
    .addHelpText(
      'after',
      "\nExamples:\n  swelearn due\n  swelearn due --json\n  set -g status-right '#(swelearn due)'   (in tmux.conf)",
    )
    .action(async (_options, command: Command) => {
      const { due } = await import('./due/due.ts');
      await due(host, command.optsWithGlobals());
    });
}
