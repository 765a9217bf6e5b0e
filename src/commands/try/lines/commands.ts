/** What can be typed instead of an answer. The first letter will do where no text is asked for. */
export const COMMANDS = {
  hint: 'the next hint; taking one counts',
  card: 'the topic card',
  edit: 'your program in your editor',
  restart: 'begin this exercise again',
  skip: 'leave it and go to the next one',
  list: 'all exercises',
  quit: 'leave; what you tried is kept',
} as const;

export type LineCommand = keyof typeof COMMANDS | '?';

/** The command that a line gives; undefined when it is an answer. */
export function commandOf(line: string, asksForText: boolean): LineCommand | undefined {
  if (line === '?') return '?';
  const names = Object.keys(COMMANDS) as (keyof typeof COMMANDS)[];
  return names.find((name) => name === line || (!asksForText && name[0] === line));
}
