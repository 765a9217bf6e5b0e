import { createInterface } from 'node:readline';

/** Asks for a line on a terminal; undefined when the answer is Ctrl-C, or when the input ends. */
export function ask(
  question: string,
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Promise<string | undefined> {
  const lines = createInterface({ input, output });
  return new Promise((answer) => {
    lines.on('close', () => answer(undefined));
    lines.on('SIGINT', () => lines.close());
    lines.question(question, (line) => {
      answer(line);
      lines.close();
    });
  });
}
