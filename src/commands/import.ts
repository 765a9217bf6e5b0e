import { basename, join, relative, resolve } from 'node:path';
import { Command } from 'commander';
import type { ImportResult } from '../content/import/import-markdown.ts';
import { UserError } from '../domain/user-error.ts';
import type { Host } from './host.ts';

interface ImportOptions {
  readonly to: string;
  readonly dryRun: boolean;
  readonly force: boolean;
  readonly json: boolean;
}

interface Imported {
  readonly source: string;
  readonly result: ImportResult;
}

/** `swelearn import`: foreign Markdown as a topic of ours. */
export function importCommand(host: Host): Command {
  return new Command('import')
    .description('Turn foreign Markdown into a topic card and leveled questions.')
    .argument('<file...>', 'Markdown files')
    .option('--to <dir>', 'write below this directory', '.')
    .option('--dry-run', 'say what would be written, and write nothing', false)
    .option('--force', 'overwrite files; the old ones are kept as .bak', false)
    .option('--json', 'print the report as JSON', false)
    .addHelpText(
      'after',
      '\nExamples:\n  swelearn import notes.md --dry-run\n  swelearn import a.md b.md --to ~/decks',
    )
    .action(async (paths: string[], options: ImportOptions) => {
      const { importMarkdown } = await import('../content/import/import-markdown.ts');
      const today = host.now().toISOString().slice(0, 10);
      const unread: string[] = [];
      const imported = paths.flatMap((path): Imported[] => {
        const read = host.files.readText(resolve(host.cwd, path));
        if (!read.ok) unread.push(`${path} can't be read: ${read.why}`);
        return read.ok
          ? [
              {
                source: path,
                result: importMarkdown(read.text, { fileName: basename(path), today }),
              },
            ]
          : [];
      });
      const written = options.dryRun ? [] : await write(host, imported, options);
      report(host, imported, written, options);
      if (unread.length > 0)
        throw new UserError(
          unread.join('\n'),
          'give the paths of Markdown files; the others were imported',
        );
    });
}

/** Writes all files, or none when one would be overwritten untold. */
async function write(
  host: Host,
  imported: readonly Imported[],
  options: ImportOptions,
): Promise<string[]> {
  const { keepBackup, writeWhole } = await import('../platform/writer.ts');
  const targets = imported.flatMap(({ result }) =>
    Object.entries(result.files).map(([name, text]) => ({
      path: resolve(host.cwd, options.to, result.topic, name),
      text,
    })),
  );
  const twice = targets.find(
    ({ path }, index) => targets.findIndex((other) => other.path === path) !== index,
  );
  if (twice)
    throw new UserError(
      `two of the files would become ${show(host, twice.path)}`,
      'import them one at a time, or give them different titles; nothing was written',
    );
  const there = targets.filter(({ path }) => host.files.stat(path) !== undefined);
  if (there.length > 0 && !options.force) {
    throw new UserError(
      `there is already ${there.map(({ path }) => show(host, path)).join(', ')}`,
      'choose another --to, or overwrite with --force, which keeps a backup; nothing was written',
    );
  }
  for (const { path } of there) host.stderr.write(`kept ${show(host, keepBackup(path))}\n`);
  for (const { path, text } of targets) writeWhole(path, text);
  return targets.map(({ path }) => show(host, path));
}

function show(host: Host, path: string): string {
  return relative(host.cwd, path) || path;
}

function report(
  host: Host,
  imported: readonly Imported[],
  written: readonly string[],
  { json }: ImportOptions,
): void {
  if (json) {
    const files = imported.map(({ source, result: { files: _, ...rest } }) => ({
      source,
      ...rest,
    }));
    host.stdout.write(
      `${JSON.stringify({ schema: 'swelearn.import/1', files, written }, null, 2)}\n`,
    );
    return;
  }
  for (const each of imported) host.stdout.write(`${reportOn(each)}\n`);
  for (const path of written) host.stdout.write(`wrote ${path}\n`);
}

function reportOn({ source, result }: Imported): string {
  const { questions, topic, title, assumed, remarks } = result;
  const count = (level: number) => questions.filter((question) => question.level === level).length;
  return [
    `${source}: ${join(topic, 'card.md')} “${title}”, ${questions.length} questions (${count(1)} L1, ${count(2)} L2, ${count(3)} L3)`,
    ...questions.map(
      ({ level, line, id, parent, keyPoints }) =>
        `  ${'  '.repeat(level - 1)}L${level}  line ${line}  ${id}${parent ? `  after ${parent}` : ''}  ${keyPoints} key points`,
    ),
    ...Object.entries(assumed).map(([key, value]) => `  assumed ${key}: ${value}`),
    ...remarks.map(({ line, what }) => `  line ${line}: ${what}`),
  ].join('\n');
}
