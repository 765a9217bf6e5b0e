import { layout, lineText, loadTools, type MarkdownDocument } from '../../../markdown/index.ts';
import type { Host } from '../../host.ts';
import { sensibleWidth } from '../../study/print-plain.ts';

/** Where a session in lines is printed. */
export interface Paper {
  /** Prints lines as they are. */
  say(...lines: readonly string[]): void;
  /** Prints words and leaves the cursor behind them. */
  ask(words: string): void;
  /** Prints a document, wrapped, each line behind an indent; the first behind `mark`, which is as wide. */
  print(document: MarkdownDocument, indent?: string, mark?: string): Promise<void>;
}

export function paperOf(host: Host): Paper {
  const width = sensibleWidth(host);
  return {
    say: (...lines) => host.stdout.write(lines.map((line) => `${line}\n`).join('')),
    ask: (words) => host.stdout.write(words),
    async print(document, indent = '', mark = indent) {
      const tools = await loadTools(document, { colors: false });
      const page = layout(document, Math.max(20, width - indent.length), {
        open: 'all',
        tools,
        plain: true,
      });
      const lines = page.lines.map((line, row) =>
        `${row === 0 ? mark : indent}${lineText(line)}`.trimEnd(),
      );
      host.stdout.write(lines.map((line) => `${line}\n`).join(''));
    },
  };
}
