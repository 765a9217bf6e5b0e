import { join } from 'node:path';
import type { CodeTask } from '../../domain/exercise.ts';
import { UserError } from '../../domain/user-error.ts';
import { declarationsFor } from '../../exercises/code/index.ts';
import type { Prepared } from '../../exercises/index.ts';
import { writePieces } from '../../platform/write-pieces.ts';
import { explainWriting } from '../../platform/write-trouble.ts';
import { claim, isThere } from '../../platform/writer.ts';
import type { Host } from '../host.ts';
import { editorSettings } from './workspace-settings.ts';

/** Where a learner writes the program of an exercise. */
export interface Workspace {
  readonly directory: string;
  /** The learner's own file. */
  readonly program: string;
  /** What the program is given, for reading and for the editor. */
  readonly declarations: string;
  /** The same in general: messages, stores, services. */
  readonly api: string;
}

type Machine = Pick<Host, 'files' | 'paths' | 'shippedContent'>;

/**
 * Makes what is missing of an exercise's workspace. The program is the learner's and is only ever written where there is
 * none; what lies beside it is ours, and is kept up to date. Throws a UserError when the disk refuses.
 */
export function openWorkspace(
  { files, paths, shippedContent }: Machine,
  { exercise, scenario }: Prepared,
  { role, starter }: CodeTask,
): Workspace {
  const workspace = workspaceOf(paths.data, exercise.id);
  const api = files.readText(join(shippedContent, 'exercises-api.d.ts'));
  if (!api.ok) throw new UserError(`exercises-api.d.ts can’t be read: ${api.why}`, 'install again');
  const ours = [
    [workspace.api, api.text],
    [workspace.declarations, declarationsFor(scenario, role)],
    [join(workspace.directory, 'jsconfig.json'), editorSettings(`${exercise.id}.js`)],
  ] as const;
  if (!isThere(workspace.program)) writePieces(workspace.program, [starter], { replace: false });
  else mustBeFile(files, workspace.program);
  for (const [path, text] of ours) {
    const known = files.readText(path);
    if (!known.ok || known.text !== text) writePieces(path, [text], { replace: true });
  }
  return workspace;
}

/**
 * Begins a program anew. What was written is kept as `<id>.<n>.backup.js`; gives that path, or undefined when nothing was. Throws a UserError when the disk refuses.
 */
export function resetWorkspace(
  { files, paths }: Machine,
  { exercise }: Prepared,
  { starter }: CodeTask,
): string | undefined {
  const { program, directory } = workspaceOf(paths.data, exercise.id);
  if (!isThere(program)) {
    writePieces(program, [starter], { replace: false });
    return undefined;
  }
  mustBeFile(files, program);
  const written = files.readText(program);
  if (written.ok && written.text === starter) return undefined;
  const backup = keptAs(program, (number) => join(directory, `${exercise.id}.${number}.backup.js`));
  writePieces(program, [starter], { replace: true });
  return backup;
}

function workspaceOf(data: string, id: string): Workspace {
  const directory = join(data, 'workspace', id);
  return {
    directory,
    program: join(directory, `${id}.js`),
    declarations: join(directory, 'exercise.d.ts'),
    api: join(directory, 'exercises-api.d.ts'),
  };
}

function mustBeFile(files: Host['files'], path: string): void {
  if (files.stat(path)?.kind !== 'file')
    throw new UserError(
      `${path} is in the way: it is no file`,
      'move it away; your program belongs there',
    );
}

/** Gives the file a second name, the first that is free; the first name stays until something new takes it. */
function keptAs(path: string, name: (number: number) => string): string {
  for (let number = 1; ; number += 1) {
    const backup = name(number);
    if (isThere(backup)) continue;
    try {
      claim(path, backup);
      return backup;
    } catch (error) {
      throw explainWriting(error, backup);
    }
  }
}
