import { Command, InvalidArgumentError } from 'commander';
import type { Host } from './host.ts';
import type { QuizOptions } from './quiz/options.ts';

/** `swelearn quiz`: asks what is due and what is new, and keeps every answer. */
export function quizCommand(host: Host): Command {
  return new Command('quiz')
    .description('Answer what is due today and meet new questions; each answer is kept at once.')
    .argument('[topic...]', 'ask about these topics only')
    .option('--level <n>', 'only questions of level 1, 2 or 3', level)
    .option('--new <n>', 'as many new questions at most', count)
    .option('--limit <n>', 'as many questions at most', count)
    .option('--minutes <n>', 'end after so many minutes', minutes)
    .option('--cram', 'practise the weakest first; the schedule stays as it is', false)
    .option('--mock', 'an interview round: no answers until the end (30 minutes)', false)
    .option('--seed <n>', 'the order of options and items; the questions of a mock', count)
    .addHelpText(
      'after',
      `
Every answer is on disk before the next question appears: leave whenever you like.

Examples:
  swelearn quiz
  swelearn quiz visibility-timeout --level 2
  swelearn quiz --new 5 --minutes 15
  swelearn quiz --cram --limit 10
  swelearn quiz --mock --minutes 45
  swelearn --plain quiz`,
    )
    .action(async (topics: string[], _options, command: Command) => {
      const { quiz } = await import('./quiz/quiz.ts');
      const options: QuizOptions = command.optsWithGlobals();
      host.exitWith(await quiz(host, topics, options));
    });
}

function count(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('Write a whole number, e.g. 10.');
  return Number(text);
}

function minutes(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value <= 1440))
    throw new InvalidArgumentError('Write minutes, e.g. 15; at most 1440.');
  return value;
}

function level(text: string): 1 | 2 | 3 {
  if (text === '1' || text === '2' || text === '3') return Number(text) as 1 | 2 | 3;
  throw new InvalidArgumentError('Write 1, 2 or 3.');
}
