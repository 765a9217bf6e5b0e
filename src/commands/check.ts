import { relative, resolve } from 'node:path';
import { Command } from 'commander';
import { formatProblem } from '../domain/problem.ts';
import { isSimulated } from '../domain/question.ts';
import { contentRoots } from './content-roots.ts';
import { counted } from './counted.ts';
import type { GlobalOptions, Host } from './host.ts';
import { wholeNumber } from './whole-number.ts';

/** `swelearn check`: every problem in the content, with where it is and what to do. */
export function checkCommand(host: Host): Command {
  return new Command('check')
    .description('List everything that is wrong in the content; exits with 1 when anything is.')
    .argument('[path...]', 'directories to check (default: all content)')
    .option(
      '--seeds <number>',
      'with how many seeds each exercise and simulated question is proven; 0 runs none',
      '20',
    )
    .option('--json', 'print the problems as JSON', false)
    .addHelpText('after', '\nExamples:\n  swelearn check\n  swelearn check ~/decks --json')
    .action(async (paths: string[], _options, command: Command) => {
      const options: GlobalOptions & { json: boolean; seeds: string } = command.optsWithGlobals();
      const seeds = wholeNumber('--seeds', options.seeds, 0, 1000);
      const { checkContent } = await import('../content/check.ts');
      const { checkScenarios } = await import('./sim/check-scenarios.ts');
      const { knownIds } = await import('../content/known-ids.ts');
      const { prove } = await import('./try/prove.ts');
      const { sanitize } = await import('../markdown/parsing.ts');
      const all = await contentRoots(host, options);
      const roots = paths.length > 0 ? paths.map((path) => resolve(host.cwd, path)) : all;
      const result = checkContent(roots, host.files, knownIds(all, host.files));
      const counts = {
        topics: result.topics.length,
        questions: result.topics.reduce((sum, { questions }) => sum + questions.length, 0),
        exercises: result.topics.reduce((sum, topic) => sum + topic.exercises.length, 0),
      };
      const { scenarios, problems: ofScenarios } = checkScenarios(roots, host);
      const exercises = result.topics.flatMap((topic) => topic.exercises);
      const questions = result.topics.flatMap((topic) => topic.questions.filter(isSimulated));
      const unproven = await prove(host, { exercises, questions }, all, seeds);
      const problems = [...result.problems, ...ofScenarios, ...unproven].map((problem) => ({
        ...problem,
        file: relative(host.cwd, problem.file) || '.',
      }));
      if (options.json)
        host.stdout.write(
          `${JSON.stringify({ schema: 'swelearn.check/1', ...counts, scenarios, problems }, null, 2)}\n`,
        );
      else
        for (const problem of problems) host.stdout.write(`${sanitize(formatProblem(problem))}\n`);
      const where = counted(new Set(problems.map(({ file }) => file)).size, 'file');
      const verdict =
        problems.length === 0
          ? 'no problems'
          : `${counted(problems.length, 'problem')} in ${where}`;
      host.stderr.write(
        `${counted(counts.topics, 'topic')}, ${counted(counts.questions, 'question')}, ${counted(counts.exercises, 'exercise')}, ${counted(scenarios, 'scenario')}: ${verdict}\n`,
      );
      if (problems.length > 0) host.exitWith(1);
    });
}
