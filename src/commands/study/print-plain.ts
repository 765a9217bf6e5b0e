import { layout, lineText, loadTools } from '../../markdown/index.ts';
import type { ReaderDocument } from '../../tui/index.tsx';
import type { Host } from '../host.ts';
import type { StudyOptions } from './options.ts';

const WIDEST = 100;
const NARROWEST = 40;
const IN_A_PIPE = 80;

/** Prints a document as text without any escape sequence, all answers unfolded. */
export async function printPlain(
  host: Host,
  { document, trouble }: ReaderDocument,
  options: StudyOptions,
): Promise<void> {
  if (trouble) host.stderr.write(`swelearn: ${trouble}\n`);
  const tools = await loadTools(document, { colors: false });
  const page = layout(document, options.width ?? sensibleWidth(host), {
    open: 'all',
    tools,
    plain: true,
  });
  host.stdout.write(`${page.lines.map((line) => lineText(line).trimEnd()).join('\n')}\n`);
}

/** The width at which text is printed: that of the terminal, within what reads well. */
export function sensibleWidth({ stdout, env }: Host): number {
  const columns = stdout.isTTY ? stdout.columns : Number(env.COLUMNS) || IN_A_PIPE;
  return Math.min(WIDEST, Math.max(NARROWEST, columns));
}
