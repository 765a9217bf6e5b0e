import { Command } from 'commander';
import type { Host } from './host.ts';
import type { TryOptions } from './try/options.ts';

/** `swelearn try`: exercises on the simulator. */
export function tryCommand(host: Host): Command {
  return new Command('try')
    .description('Try it: predict, tune, diagnose or write a program, and let the simulator judge.')
    .argument('[exercise]', 'the exercise (default: the ladder of all)')
    .option('--next', 'the first exercise that isn’t done', false)
    .option('--watch', 'judge a program at each save, without the screen', false)
    .option('--reset', 'begin a program again; the old one is kept beside it', false)
    .option('-y, --yes', 'with --reset: don’t ask', false)
    .option('--json', 'print the ladder as JSON', false)
    .addHelpText(
      'after',
      `
Results count in the schedule: what went wrong comes back in swelearn quiz.
Exits with 1 when the exercise was tried and not passed.

Examples:
  swelearn try
  swelearn try --next
  swelearn try after-ten-minutes-away
  swelearn try charge-the-card-once --watch
  swelearn --plain try`,
    )
    .action(async (exercise: string | undefined, _options, command: Command) => {
      const { tryExercises } = await import('./try/try.ts');
      const options: TryOptions = command.optsWithGlobals();
      host.exitWith(await tryExercises(host, exercise, options));
    });
}
