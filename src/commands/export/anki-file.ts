import { resolve } from 'node:path';
import { sanitize } from '../../markdown/sanitize.ts';
import { writePieces } from '../../platform/write-pieces.ts';
import { counted } from '../counted.ts';
import type { GlobalOptions, Host } from '../host.ts';
import { mentionProblems, openLibrary } from '../open-library.ts';
import { ankiText } from './anki.ts';

/** Writes all questions to a file that Anki imports. */
export async function exportForAnki(
  host: Host,
  target: string,
  options: GlobalOptions & { readonly force: boolean },
): Promise<void> {
  const library = await openLibrary(host, options);
  try {
    const all = library.questions();
    // A note can't draw numbers, and what it would show instead couldn't be answered.
    const written = all.filter(({ kind }) => kind !== 'simulated');
    const topics = library.topics();
    const inCourse = topics.flatMap(({ id }) => written.filter(({ topic }) => topic === id));
    const questions = inCourse.flatMap(({ id }) => library.question(id) ?? []);
    const titles = new Map(topics.map(({ id, title }) => [id, title]));
    const pieces = ankiText(questions, (topic) => titles.get(topic) ?? topic);
    writePieces(resolve(host.cwd, target), pieces, { replace: options.force });
    host.stderr.write(`wrote ${counted(questions.length, 'question')} to ${sanitize(target)}\n`);
    const left = all.length - written.length;
    if (left > 0)
      host.stderr.write(
        `left out ${counted(left, 'simulated question')}: only the quiz can draw their numbers\n`,
      );
    mentionProblems(library, host, options);
  } finally {
    library.close();
  }
}
