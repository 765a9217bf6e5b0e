import { Command } from 'commander';
import type { Host } from './host.ts';
import type { PlanOptions } from './plan/options.ts';

/** `swelearn plan`: the way to the interview, and what it asks for each day. */
export function planCommand(host: Host): Command {
  return new Command('plan')
    .description('Aim at the day of the interview; show the days ahead and what will not fit.')
    .option('--interview <date>', 'the day of the interview, e.g. 2026-12-12; none forgets it')
    .option('--minutes-per-day <n>', 'the time to spend; none for no limit')
    .option('--json', 'print it as JSON', false)
    .addHelpText(
      'after',
      '\nExamples:\n  swelearn plan\n  swelearn plan --interview 2026-12-12\n  swelearn plan --interview "in 3 weeks" --minutes-per-day 25\n  swelearn plan --interview none\n  swelearn plan --json',
    )
    .action(async (_options, command: Command) => {
      const { plan } = await import('./plan/plan.ts');
      await plan(host, command.optsWithGlobals<PlanOptions>());
    });
}
