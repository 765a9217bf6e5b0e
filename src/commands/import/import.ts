import { basename, relative, resolve } from 'node:path';
import { importMarkdown } from '../../content/import/import-markdown.ts';
import { UserError } from '../../domain/user-error.ts';
import { sanitize } from '../../markdown/parsing.ts';
import { isThere, type Target, writeAll } from '../../platform/writer.ts';
import type { Host } from '../host.ts';
import { type Imported, reportJson, reportLines } from './report.ts';

export interface ImportOptions {
  readonly to: string;
  readonly dryRun: boolean;
  readonly force: boolean;
  readonly json: boolean;
}

/** Imports the files, reports, and fails when one could not be read or written. */
export function importFiles(host: Host, paths: readonly string[], options: ImportOptions): void {
  try {
    readWriteReport(host, paths, options);
  } catch (error) {
    // The message names files, and a file's name may hold what a terminal obeys.
    throw error instanceof UserError
      ? new UserError(sanitize(error.message), '', error.exitCode)
      : error;
  }
}

function readWriteReport(host: Host, paths: readonly string[], options: ImportOptions): void {
  const { imported, unread } = read(host, paths);
  const written = options.dryRun ? [] : write(host, imported, options);
  host.stdout.write((options.json ? reportJson : reportLines)(imported, written));
  if (unread.length === 0) return;
  throw new UserError(
    unread.join('\n'),
    `give the paths of Markdown files; ${fateOfOthers(imported.length, options)}`,
  );
}

function fateOfOthers(readable: number, { dryRun }: ImportOptions): string {
  if (readable === 0) return 'nothing was imported';
  return dryRun ? 'nothing was written' : 'the others were imported';
}

function read(
  host: Host,
  paths: readonly string[],
): { imported: Imported[]; unread: readonly string[] } {
  const today = host.now().toISOString().slice(0, 10);
  const unread: string[] = [];
  const imported = paths.flatMap((source): Imported[] => {
    const file = host.files.readText(resolve(host.cwd, source));
    if (!file.ok) unread.push(`${source} can't be read: ${file.why}`);
    return file.ok
      ? [{ source, result: importMarkdown(file.text, { fileName: basename(source), today }) }]
      : [];
  });
  return { imported, unread };
}

/** Writes all files, or none when one would be overwritten untold. */
function write(host: Host, imported: readonly Imported[], options: ImportOptions): string[] {
  const show = (path: string) => relative(host.cwd, path) || path;
  const targets = imported.flatMap(({ result }) =>
    Object.entries(result.files).map(([name, text]) => ({
      path: resolve(host.cwd, options.to, result.topic, name),
      text,
    })),
  );
  refuseToOverwrite(targets, options, show);
  for (const backup of writeAll(targets, { replace: options.force }))
    host.stderr.write(`kept ${sanitize(show(backup))}\n`);
  return targets.map(({ path }) => show(path));
}

function refuseToOverwrite(
  targets: readonly Target[],
  { force }: ImportOptions,
  show: (path: string) => string,
): void {
  const twice = targets.find(
    ({ path }, index) => targets.findIndex((other) => other.path === path) !== index,
  );
  if (twice)
    throw new UserError(
      `two of the files would become ${show(twice.path)}`,
      'import them one at a time, or give them different titles; nothing was written',
    );
  const there = force ? [] : targets.filter(({ path }) => isThere(path));
  if (there.length > 0)
    throw new UserError(
      `there is already ${there.map(({ path }) => show(path)).join(', ')}`,
      'choose another --to, or overwrite with --force, which keeps a backup; nothing was written',
    );
}
