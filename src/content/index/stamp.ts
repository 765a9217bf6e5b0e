import type { FileStat, FileSystem } from '../../domain/ports.ts';
import type { FoundTopic } from '../find-topics.ts';

/** Changes when a file of the topic is edited, added, renamed or removed: sizes and times of change. */
export function stampOf({ directory, card }: FoundTopic, files: FileSystem): string {
  const exercises = `${directory}/exercises`;
  const parts = [mark(card), mark(files.stat(`${directory}/questions.md`))];
  if (files.stat(exercises)) {
    for (const { name } of files.list(exercises))
      parts.push(name, mark(files.stat(`${exercises}/${name}`)));
  }
  return parts.join(' ');
}

function mark(stat: FileStat | undefined): string {
  return stat ? `${stat.bytes}:${stat.changedMs}` : '-';
}
