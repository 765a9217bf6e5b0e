import { join } from 'node:path';
import type { FileSystem } from '../../domain/ports.ts';

/** Changes when a file of the topic is edited, added, renamed or removed: names, sizes and times of change. */
export function stampOf(directory: string, files: FileSystem): string {
  const own = files.list(directory).filter((name) => name.endsWith('.md') || name === 'exercises');
  const paths = own.flatMap((name) =>
    name === 'exercises'
      ? files.list(join(directory, name)).map((exercise) => join(name, exercise))
      : [name],
  );
  return paths
    .map((path) => {
      const stat = files.stat(join(directory, path));
      return `${path}:${stat?.bytes ?? '-'}:${stat?.modifiedMs ?? '-'}`;
    })
    .join('|');
}
