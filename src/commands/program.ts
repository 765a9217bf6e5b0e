import { Command } from 'commander';
import { backupCommand } from './backup.ts';
import { checkCommand } from './check.ts';
import { configCommand } from './config.ts';
import { doctorCommand } from './doctor.ts';
import { dueCommand } from './due.ts';
import { exportCommand } from './export.ts';
import type { RunCommand } from './home/options.ts';
import { homeCommand } from './home.ts';
import type { Host } from './host.ts';
import { importCommand } from './import.ts';
import { listCommand } from './list.ts';
import { planCommand } from './plan.ts';
import { quizCommand } from './quiz.ts';
import { searchCommand } from './search.ts';
import { simCommand } from './sim.ts';
import { statsCommand } from './stats.ts';
import { studyCommand } from './study.ts';
import { tryCommand } from './try.ts';

/** The command line as a whole. Each command declares its flags here and loads its rooms only when it runs. */
export function createProgram(host: Host, version: string): Command {
  const collect = (directory: string, before: string[]) => [...before, directory];
  const program = new Command('swelearn')
    .description('Study software-engineering interviews in the terminal, offline.')
    .version(version, '-V, --version')
    .option(
      '--content <dir>',
      'add a directory of topics beside the shipped ones (repeatable)',
      collect,
      [],
    )
    .option('--plain', 'print plain text; no full screen', false)
    .option('--no-color', 'no colours (also: NO_COLOR=1)')
    .showHelpAfterError('(see: swelearn --help)')
    .configureOutput({
      writeOut: (text) => host.stdout.write(text),
      writeErr: (text) => host.stderr.write(text),
    })
    .exitOverride();
  const commands = [
    studyCommand(host),
    quizCommand(host),
    tryCommand(host),
    simCommand(host),
    statsCommand(host),
    planCommand(host),
    dueCommand(host),
    listCommand(host),
    searchCommand(host),
    importCommand(host),
    exportCommand(host),
    backupCommand(host),
    checkCommand(host),
    doctorCommand(host),
    configCommand(host),
  ];
  for (const command of commands) {
    program.addCommand(
      command
        .copyInheritedSettings(program)
        .showHelpAfterError(`(see: swelearn ${command.name()} --help)`),
    );
    for (const child of command.commands)
      child
        .copyInheritedSettings(command)
        .showHelpAfterError(`(see: swelearn ${command.name()} ${child.name()} --help)`);
  }
  const run: RunCommand = (args, where) =>
    createProgram(where, version).parseAsync(args, { from: 'user' });
  const home = homeCommand(host, run).copyInheritedSettings(program);
  program.addCommand(home.allowExcessArguments(), { isDefault: true, hidden: true });
  return program;
}
