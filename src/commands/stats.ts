import { Command } from 'commander';
import { UserError } from '../domain/user-error.ts';
import type { Host } from './host.ts';
import type { StatsOptions } from './stats/stats.ts';

/** `swelearn stats`: what the learner's history says. */
export function statsCommand(host: Host): Command {
  return new Command('stats')
    .description(
      'Show what you recall, what is due, when you studied, and how far predictions hold.',
    )
    .argument('[topic]', 'only this topic (default: all)')
    .option('--days <n>', 'how many days count as recent', days, 30)
    .option('--json', 'print them as JSON', false)
    .addHelpText(
      'after',
      '\nExamples:\n  swelearn stats\n  swelearn stats delivery-guarantees --days 7\n  swelearn stats --json',
    )
    .action(async (topic: string | undefined, _options, command: Command) => {
      const { showStatistics } = await import('./stats/stats.ts');
      await showStatistics(host, topic, command.optsWithGlobals<StatsOptions>());
    });
}

function days(text: string): number {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (number >= 1 && number <= 3650) return number;
  throw new UserError(`--days can't be ${text}`, 'write a whole number from 1 to 3650');
}
