import { Command } from 'commander';
import { nearest } from '../wording/nearest.ts';
import type { RunCommand } from './home/options.ts';
import type { Host } from './host.ts';

/** `swelearn` alone: today on one screen. `run` runs the other commands as the shell would. */
export function homeCommand(host: Host, run: RunCommand): Command {
  return (
    new Command('home')
      .description('Show today: what waits, what is next, and where you stand.')
      .option('--json', 'print it as JSON', false)
      .addHelpText('after', '\nExamples:\n  swelearn\n  swelearn --json\n  swelearn --plain')
      // As the default command it is given what no other one knows, mistyped names included.
      .allowUnknownOption()
      .action(async (_options, command: Command) => {
        refuseUnknown(command);
        const { home } = await import('./home/home.ts');
        await home(host, command.optsWithGlobals(), run);
      })
  );
}

/** Tells of a mistyped command or option as commander does. */
function refuseUnknown(command: Command): void {
  const [wrong] = command.args;
  if (wrong === undefined) return;
  const { parent } = command;
  const isOption = wrong.startsWith('-');
  const known = isOption
    ? [...command.options, ...(parent?.options ?? [])].flatMap(({ long }) => long ?? [])
    : (parent?.commands ?? []).map((each) => each.name());
  const [best] = nearest(wrong, known, 1);
  const advice = best === undefined ? '' : `\n(Did you mean ${best}?)`;
  command.error(`error: unknown ${isOption ? 'option' : 'command'} '${wrong}'${advice}`);
}
