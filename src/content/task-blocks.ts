import type { Option, Task } from '../domain/question.ts';
import type { Block, ListItem } from '../markdown/ast.ts';
import { parseMarkdown } from '../markdown/parsing.ts';
import { undrawn } from './undrawn.ts';

/** Said where a simulated question is read and not asked. */
const ANEW = '*The quiz draws other numbers each time, and the simulator has the answer.*';

interface TaskBlocks {
  /** What the learner sees before answering. */
  readonly asked: readonly Block[];
  readonly solved: readonly Block[];
}

/** A task as it is asked, and as it is solved. `id` is the question's, to keep names unique. */
export function taskBlocks(task: Task, id: string): TaskBlocks {
  const read = (source: string) => [...parseMarkdown(source, `${id}-`).blocks];
  switch (task.kind) {
    case 'recall':
      return { asked: [], solved: [] };
    case 'choice':
      return {
        asked: [
          list(
            false,
            task.options.map(({ text }) => ({ children: read(text) })),
          ),
        ],
        solved: [
          list(
            false,
            task.options.map((option) => solvedOption(option, read)),
          ),
        ],
      };
    case 'number':
      return {
        asked: [],
        solved: [
          ...read(
            `**${`${numberText(task.value)} ${task.unit}`.trim()}**${toleranceText(task.tolerance)}`,
          ),
          ...read(task.calculation),
        ],
      };
    case 'order':
      return {
        // The alphabet shuffles well enough, and the same way at every reading.
        asked: [
          list(
            false,
            [...task.items].sort().map((item) => ({ children: read(item) })),
          ),
        ],
        solved: [
          list(
            true,
            task.items.map((item) => ({ children: read(item) })),
          ),
        ],
      };
    case 'cloze':
      return {
        asked: read(task.text.replace(/\{\{.+?\}\}/gs, '`……`')),
        solved: read(task.text.replace(/\{\{(.+?)\}\}/gs, '**$1**')),
      };
    case 'simulated':
      return { asked: [...read(undrawn(task.story)), ...read(ANEW)], solved: [] };
  }
}

function solvedOption(
  { text, correct, explanation }: Option,
  read: (source: string) => Block[],
): ListItem {
  return { checked: correct, children: [...read(text), ...read(explanation)] };
}

function list(ordered: boolean, items: readonly ListItem[]): Block {
  return { type: 'list', ordered, start: 1, loose: false, items };
}

/** Grouped in thousands, with every digit that the author wrote. */
function numberText(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 20 });
}

function toleranceText(tolerance: number): string {
  return tolerance > 0 ? ` (± ${+(tolerance * 100).toFixed(4)} %)` : '';
}
