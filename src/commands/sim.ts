import { Command, Option } from 'commander';
import type { Host } from './host.ts';
import type {
  ListOptions,
  RunOptions,
  ScenarioOptions,
  ShrinkOptions,
  SweepOptions,
} from './sim/options.ts';

const collect = (value: string, before: string[] = []) => [...before, value];

/** `swelearn sim`: the simulator of queues, topics and logs. */
export function simCommand(host: Host): Command {
  const sim = new Command('sim')
    .description(
      'Run scenarios of queues, topics and logs in virtual time, and see what goes wrong.',
    )
    .addHelpText(
      'after',
      '\nExamples:\n  swelearn sim list\n  swelearn sim run visibility-timeout-too-short\n  swelearn sim story visibility-timeout-too-short\n  swelearn sim sweep visibility-timeout-too-short --knob queues.reports.visibilityTimeout=15s..120s --metric duplicates --seeds 2',
    );
  const commands = [list(host), run(host), story(host), shrink(host), sweep(host), explain(host)];
  for (const command of commands) sim.addCommand(command);
  return sim;
}

function list(host: Host): Command {
  return new Command('list')
    .description('List the scenarios that come with the tool, and those of --content directories.')
    .option('--json', 'print them as JSON', false)
    .addHelpText('after', '\nExamples:\n  swelearn sim list\n  swelearn sim list --json')
    .action(async (_options, command: Command) => {
      const { listScenarios } = await import('./sim/list.ts');
      await listScenarios(host, command.optsWithGlobals<ListOptions>());
    });
}

/** What every command that runs a scenario takes. */
function onScenario(command: Command): Command {
  return command
    .argument('<scenario>', 'a name from swelearn sim list, or a YAML file')
    .option('--set <path=value>', 'change something in the scenario (repeatable)', collect)
    .option('--seed <n>', 'another seed than the scenario’s own');
}

function run(host: Host): Command {
  return onScenario(new Command('run'))
    .description('Run a scenario: drawn live on a terminal, as a report through a pipe.')
    .option('--seeds <n>', 'run so many seeds and count how often each check holds')
    .option('--json', 'print the report as JSON', false)
    .option('--trace <file>', 'write every event to a file, one JSON object a line')
    .addHelpText(
      'after',
      '\nExamples:\n  swelearn sim run ticket-sale\n  swelearn sim run ticket-sale --set consumers.workers.count=40\n  swelearn sim run at-least-once --seeds 5\n  swelearn sim run my-scenario.yaml --seed 7 --trace out.jsonl --json\n\nThe exit code is 1 when a check fails.',
    )
    .action(async (name: string, _options, command: Command) => {
      const { runCommand } = await import('./sim/run.ts');
      await runCommand(host, name, command.optsWithGlobals<RunOptions>());
    });
}

function story(host: Host): Command {
  return onScenario(new Command('story'))
    .argument('[item]', 'an item such as buyers-17; without it, what went wrong')
    .description('Tell what happened: to one item, or why the checks failed.')
    .addHelpText(
      'after',
      '\nExamples:\n  swelearn sim story visibility-timeout-too-short\n  swelearn sim story visibility-timeout-too-short customers-1\n\nThe exit code is 1 when a check failed.',
    )
    .action(async (name: string, item: string | undefined, _options, command: Command) => {
      const { storyCommand } = await import('./sim/story.ts');
      await storyCommand(host, name, item, command.optsWithGlobals<ScenarioOptions>());
    });
}

function shrink(host: Host): Command {
  return onScenario(new Command('shrink'))
    .description('Find the fewest faults that still break a check.')
    .option('--check <metric>', 'the check to break; the first that fails when left out')
    .option('--json', 'print them as JSON', false)
    .addHelpText(
      'after',
      '\nExamples:\n  swelearn sim shrink crash-before-delete\n  swelearn sim shrink at-least-once --check duplicates',
    )
    .action(async (name: string, _options, command: Command) => {
      const { shrinkCommand } = await import('./sim/shrink.ts');
      await shrinkCommand(host, name, command.optsWithGlobals<ShrinkOptions>());
    });
}

function sweep(host: Host): Command {
  return onScenario(new Command('sweep'))
    .description('Turn a knob over a range and plot what a metric does.')
    .requiredOption(
      '--knob <path=range>',
      'what to turn: a range (1..40), one in growing steps ("1s..1000s log"), or a list (10s,1m,12h)',
    )
    .requiredOption('--metric <path>', 'what to measure, e.g. latency.p99')
    .option('--seeds <n>', 'seeds for each value', '5')
    .addOption(new Option('--csv', 'print the values as CSV').default(false).conflicts('json'))
    .option('--json', 'print the values as JSON', false)
    .addHelpText(
      'after',
      '\nExamples:\n  swelearn sim sweep fifo-hot-group --knob consumers.workers.count=1..5 --metric latency.p99 --seeds 1\n  swelearn sim sweep heartbeat --knob queues.videos.visibilityTimeout=10s,1m,12h --metric duplicates --csv',
    )
    .action(async (name: string, _options, command: Command) => {
      const { sweepCommand } = await import('./sim/sweep.ts');
      await sweepCommand(host, name, command.optsWithGlobals<SweepOptions>());
    });
}

function explain(host: Host): Command {
  return onScenario(new Command('explain'))
    .description('Say which rules of SQS, SNS and Kafka a run exercised, with their sources.')
    .option('--json', 'print them as JSON', false)
    .addHelpText(
      'after',
      '\nExamples:\n  swelearn sim explain dead-letter-retention\n  swelearn sim explain dead-letter-retention --json',
    )
    .action(async (name: string, _options, command: Command) => {
      const { explainCommand } = await import('./sim/explain.ts');
      await explainCommand(host, name, command.optsWithGlobals<ListOptions & ScenarioOptions>());
    });
}
