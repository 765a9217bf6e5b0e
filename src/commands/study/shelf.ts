import { basename, dirname, resolve } from 'node:path';
import type { Library } from '../../content/library.ts';
import { UserError } from '../../domain/user-error.ts';
import type { LinkTarget } from '../../markdown/index.ts';
import type { Followed, ReaderDocument } from '../../tui/index.tsx';
import type { Host } from '../host.ts';
import { openLibrary } from '../open-library.ts';
import type { StudyOptions } from './options.ts';

/** As much as is read of a file. */
const MAX_BYTES = 32 * 1024 * 1024;

/** Where documents come from: topics of the library, files, and standard input. */
export class Shelf {
  readonly #host: Host;
  readonly #options: StudyOptions;
  #library: Promise<Library> | undefined;

  constructor(host: Host, options: StudyOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** The library, opened when it is first asked for. */
  library(): Promise<Library> {
    this.#library ??= openLibrary(this.#host, this.#options);
    return this.#library;
  }

  async close(): Promise<void> {
    if (this.#library) (await this.#library.catch(() => undefined))?.close();
  }

  /** Opens a topic id, a path, or `-`. Throws a UserError that says what to write instead. */
  async open(wanted: string): Promise<ReaderDocument> {
    if (wanted === '-') return this.#read('-', 'standard input', await readAll(this.#host.stdin));
    if (this.#looksLikeFile(wanted)) return this.#openFile(resolve(this.#host.cwd, wanted), wanted);
    return this.openTopic(wanted);
  }

  async openTopic(id: string): Promise<ReaderDocument> {
    const library = await this.library();
    const document = await library.document(id);
    const { title = id, exercises = 0 } = library.topics().find((each) => each.id === id) ?? {};
    if (document) return { reference: id, title, document, exercises };
    const names = library.nearest(id);
    const advice =
      names.length > 0
        ? `did you mean ${names.join(', ')}?`
        : 'swelearn list shows the topics; a file needs its path, e.g. ./notes.md';
    throw new UserError(`there is no topic ${id}`, advice);
  }

  /** What a link in a document leads to, or why there is nothing to show. */
  follow(link: LinkTarget, from: ReaderDocument): Promise<Followed> {
    return orWhyNot<Followed>(async () => {
      if (link.kind === 'topic' && (await this.library()).exercise(link.id))
        return { exercise: link.id };
      if (link.kind === 'topic') return this.openTopic(link.id);
      if (link.kind !== 'file') return 'there is nothing to open';
      const directory = await this.#directoryOf(from);
      return this.#openFile(resolve(directory, link.path.replace(/#.*$/, '')), link.path);
    });
  }

  /** A topic, or why there is none. */
  topicOrWhyNot(id: string): Promise<ReaderDocument | string> {
    return orWhyNot(() => this.openTopic(id));
  }

  /** Where relative links of a document start from: a topic's own directory, or the one that a file lies in. */
  async #directoryOf({ reference }: ReaderDocument): Promise<string> {
    const topics = this.#library ? (await this.#library).topics() : [];
    return topics.find(({ id }) => id === reference)?.directory ?? dirname(reference);
  }

  /** The parser is loaded only when there is something to parse: topics come parsed from the library. */
  async #read(reference: string, name: string, source: string): Promise<ReaderDocument> {
    const { readDocument } = await import('./read-document.ts');
    return readDocument(reference, name, source);
  }

  #looksLikeFile(wanted: string): boolean {
    return (
      /[/\\]|\.(md|markdown|txt)$/i.test(wanted) ||
      this.#host.files.stat(resolve(this.#host.cwd, wanted))?.kind === 'file'
    );
  }

  async #openFile(path: string, shown: string): Promise<ReaderDocument> {
    const read = this.#host.files.readText(path);
    if (!read.ok)
      throw new UserError(
        `${shown} can't be read: ${read.why}`,
        'give the path of a Markdown file, or the name of a topic',
      );
    return this.#read(path, basename(path), read.text);
  }
}

/** What the work gives, or in one line why the user gets nothing. */
export async function orWhyNot<Result>(work: () => Promise<Result>): Promise<Result | string> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.message
      .split('\n')
      .map((line) => line.trim())
      .join(': ');
  }
}

async function readAll(stream: NodeJS.ReadStream): Promise<string> {
  if (stream.isTTY)
    throw new UserError(
      'standard input is the terminal',
      'pipe a text in, or give the path of a file',
    );
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    chunks.push(Buffer.from(chunk));
    bytes += chunk.length;
    if (bytes > MAX_BYTES)
      throw new UserError(
        'standard input is more than 32 MiB',
        'a study text is never that long: cut it',
      );
  }
  return Buffer.concat(chunks).toString('utf8');
}
