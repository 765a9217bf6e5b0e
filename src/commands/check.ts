import { relative, resolve } from 'node:path';
import { Command } from 'commander';
import { formatProblem } from '../domain/problem.ts';
import { contentRoots } from './content-roots.ts';
import { counted } from './counted.ts';
import type { GlobalOptions, Host } from './host.ts';

/** `swelearn check`: every problem in the content, with where it is and what to do. */
export function checkCommand(host: Host): Command {
  return new Command('check')
    .description('List everything that is wrong in the content; exits with 1 when anything is.')
    .argument('[path...]', 'directories to check (default: all content)')
    .option('--json', 'print the problems as JSON', false)
    .addHelpText('after', '\nExamples:\n  swelearn check\n  swelearn check ~/decks --json')
    .action(async (paths: string[], _options, command: Command) => {
      const options: GlobalOptions & { json: boolean } = command.optsWithGlobals();
      const { checkContent } = await import('../content/check.ts');
      const { checkScenarios } = await import('./sim/check-scenarios.ts');
      const { topicIds } = await import('../content/topic-ids.ts');
      const { sanitize } = await import('../markdown/parsing.ts');
      const all = await contentRoots(host, options);
      const roots = paths.length > 0 ? paths.map((path) => resolve(host.cwd, path)) : all;
      const result = checkContent(roots, host.files, topicIds(all, host.files));
      const { scenarios, problems: ofScenarios } = checkScenarios(roots, host);
      const problems = [...result.problems, ...ofScenarios].map((problem) => ({
        ...problem,
        file: relative(host.cwd, problem.file) || '.',
      }));
      if (options.json)
        host.stdout.write(
          `${JSON.stringify({ schema: 'swelearn.check/1', ...result, scenarios, problems }, null, 2)}\n`,
        );
      else
        for (const problem of problems) host.stdout.write(`${sanitize(formatProblem(problem))}\n`);
      const where = counted(new Set(problems.map(({ file }) => file)).size, 'file');
      const verdict =
        problems.length === 0
          ? 'no problems'
          : `${counted(problems.length, 'problem')} in ${where}`;
      host.stderr.write(
        `${counted(result.topics, 'topic')}, ${counted(result.questions, 'question')}, ${counted(result.exercises, 'exercise')}, ${counted(scenarios, 'scenario')}: ${verdict}\n`,
      );
      if (problems.length > 0) host.exitWith(1);
    });
}
