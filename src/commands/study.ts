import { Command } from 'commander';
import { UserError } from '../domain/user-error.ts';
import type { Host } from './host.ts';

/** `swelearn study`: the reader, or plain text where there is no terminal to fill. */
export function studyCommand(host: Host): Command {
  return new Command('study')
    .description('Read a topic or any Markdown file: full screen, or plain text through a pipe.')
    .argument('[topic]', 'a topic, a Markdown file, or - for standard input (default: choose one)')
    .option(
      '--theme <theme>',
      'colours for a dark or a light background: auto, dark or light',
      theme,
    )
    .option(
      '--width <columns>',
      'width of plain text (default: that of the terminal, at most 100; 80 in a pipe)',
      width,
    )
    .addHelpText(
      'after',
      '\nExamples:\n  swelearn study\n  swelearn study visibility-timeout\n  swelearn study notes.md --theme light\n  swelearn study dead-letter-queues --plain | less',
    )
    .action(async (wanted: string | undefined, _options, command: Command) => {
      const { study } = await import('./study/study.ts');
      await study(host, wanted, command.optsWithGlobals());
    });
}

function theme(name: string): string {
  if (/^(auto|dark|light)$/.test(name)) return name;
  throw new UserError(`--theme can't be ${name}`, 'write auto, dark or light');
}

function width(text: string): number {
  const columns = Number(text);
  if (Number.isInteger(columns) && columns >= 20 && columns <= 1000) return columns;
  throw new UserError(`--width can't be ${text}`, 'write a number of columns from 20 to 1000');
}
