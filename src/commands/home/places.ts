import { type ExitCode, UserError } from '../../domain/user-error.ts';
import type { HomeView, Place } from '../../tui/screens/home/view.ts';
import type { Host } from '../host.ts';
import type { HomeOptions, RunCommand } from './options.ts';

/** What a place is on the command line. */
export function argumentsOf(
  place: Place,
  { study }: Pick<HomeView, 'study'>,
  { content, color }: HomeOptions,
): string[] {
  const commands: Readonly<Record<Place, readonly string[]>> = {
    quiz: ['quiz'],
    cram: ['quiz', '--cram'],
    mock: ['quiz', '--mock'],
    try: ['try'],
    study: ['study', ...(study === undefined ? [] : [study])],
    topics: ['study'],
    plan: ['plan'],
    stats: ['stats'],
  };
  const globals = content.flatMap((directory) => ['--content', directory]);
  return [...globals, ...(color ? [] : ['--no-color']), ...commands[place]];
}

/** Goes to a place that takes the screen itself; gives its exit code, or what went wrong in one line. */
export async function visit(
  args: readonly string[],
  host: Host,
  run: RunCommand,
): Promise<ExitCode | { readonly trouble: string }> {
  let code: ExitCode = 0;
  const exitWith = (given: ExitCode) => {
    code = given;
  };
  try {
    await run(args, { ...host, exitWith });
    return code;
  } catch (error) {
    if (error instanceof UserError) return { trouble: error.message.replace(/\n\s*/g, ': ') };
    throw error;
  }
}
