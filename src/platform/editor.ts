import { spawnSync } from 'node:child_process';
import { basename } from 'node:path';

/** Editors that want a line in another way than `+12 file`. */
const AT_LINE: Readonly<Record<string, (file: string, line: number) => string[]>> = {
  code: (file, line) => ['--wait', '--goto', `${file}:${line}`],
  codium: (file, line) => ['--wait', '--goto', `${file}:${line}`],
  subl: (file, line) => ['--wait', `${file}:${line}`],
  hx: (file, line) => [`${file}:${line}`],
};

/** Opens a file in $VISUAL or $EDITOR, else vi, and waits until it is closed; gives why it could not, or nothing. */
export function openInEditor(
  file: string,
  line: number,
  env: NodeJS.ProcessEnv,
): string | undefined {
  const [command = 'vi', ...flags] = (env.VISUAL || env.EDITOR || 'vi').split(/\s+/);
  const at = AT_LINE[basename(command)] ?? ((path: string, row: number) => [`+${row}`, path]);
  const { error, status } = spawnSync(command, [...flags, ...at(file, line)], { stdio: 'inherit' });
  if (error) return `${command} can't be started: ${error.message}; set EDITOR to your editor`;
  return status === 0 ? undefined : `${command} ended with ${status}`;
}
