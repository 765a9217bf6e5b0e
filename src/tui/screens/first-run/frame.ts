import { DATE_EXAMPLES } from '../../../domain/date-words.ts';
import { paint, paintLine, type Theme, themes } from '../../../markdown/index.ts';
import { fieldLines, textLines } from '../../components/field-lines.ts';
import { keyHints } from '../../components/key-list.ts';
import { oneLine } from '../../components/one-line.ts';
import { cutTo } from '../../cut.ts';
import { type FirstRunState, readField, STEPS } from './state.ts';

const SMALLEST = { columns: 20, rows: 6 };
const INDENT = '  ';
/** A screen with fewer rows has none to spare. */
const AIRY_ROWS = 14;

interface Words {
  readonly asks: string;
  readonly hint: string;
  readonly keys: readonly string[];
}

const words: Readonly<Record<FirstRunState['step'], Words>> = {
  interview: {
    asks: 'When is your interview?',
    hint: `Write ${DATE_EXAMPLES}. What you learn is planned so that it stands on that day.`,
    keys: ['Enter goes on', 'Esc: no date yet', 'Ctrl-C leaves'],
  },
  minutes: {
    asks: 'How many minutes a day?',
    hint: 'You are never asked for more than fits.',
    keys: ['Enter goes on', 'Esc: no limit', 'Ctrl-C leaves'],
  },
  topics: {
    asks: 'Which topics?',
    hint: '',
    keys: ['Enter begins', 'space chooses', 'a all or none', 'Esc: all', 'Ctrl-C leaves'],
  },
};

/** The whole screen as painted lines, one fewer than the terminal has rows. */
export function firstRunFrame(state: FirstRunState): string[] {
  const { size, step } = state;
  if (size.columns < SMALLEST.columns || size.rows < SMALLEST.rows)
    return ['too small'.slice(0, size.columns)];
  const theme = themes[state.theme];
  const { asks, keys } = words[step];
  const air = size.rows < AIRY_ROWS ? [] : [''];
  const count = `${STEPS.indexOf(step) + 1} of ${STEPS.length}`;
  const head = [
    ...air,
    `${INDENT}${paint(asks, ['heading1'], theme)}  ${paint(count, ['muted'], theme)}`,
    ...air,
  ];
  // The last row of the terminal stays free, the one above it says the keys.
  const room = size.rows - 2 - head.length;
  const body = step === 'topics' ? topicLines(state, room, theme) : fieldBody(state, air, theme);
  const filled = Array.from({ length: room }, (_, row) => body[row] ?? '');
  const hints = `${INDENT}${keyHints(keys, size.columns - INDENT.length - 1)}`;
  return [...head, ...filled, paint(hints, ['muted'], theme)].map((line) =>
    cutTo(line, size.columns),
  );
}

function fieldBody(state: FirstRunState, air: readonly string[], theme: Theme): string[] {
  const width = state.size.columns - 2 * INDENT.length;
  const { lines } = fieldLines(state.field, width);
  const [mark, indent] = [`${INDENT}${paint('›', ['bullet'], theme)} `, INDENT + INDENT];
  const typed = lines.map((line, row) => (row === 0 ? mark : indent) + paintLine(line, theme));
  return [
    ...typed,
    ...sayingLines(state, width, theme).map((line) => indent + line),
    ...air,
    ...wrapped(words[state.step].hint, width).map((line) => INDENT + paint(line, ['muted'], theme)),
  ];
}

/** What Enter found wrong; else how the text is read. While a date is half typed nothing is wrong with it. */
function sayingLines(state: FirstRunState, width: number, theme: Theme): string[] {
  if (state.trouble !== undefined)
    return wrapped(state.trouble, width).map((line) => paint(line, ['mark'], theme));
  const read = readField(state);
  return read && 'words' in read ? wrapped(read.words, width) : [''];
}

function topicLines(state: FirstRunState, rows: number, theme: Theme): string[] {
  const { topics, chosen, at, size, trouble } = state;
  const said = trouble ?? `${chosen.size} of ${topics.length} chosen`;
  const room = Math.max(1, rows - 1);
  const first = Math.max(0, Math.min(at - Math.floor(room / 2), topics.length - room));
  const lines = topics.slice(first, first + room).map(({ id, title }, row) => {
    const isHere = first + row === at;
    const text = cutTo(oneLine(title), size.columns - 10);
    const mark = paint(isHere ? '›' : ' ', ['bullet'], theme);
    const box = chosen.has(id) ? '[x]' : '[ ]';
    return `${INDENT}${mark} ${box} ${isHere ? paint(text, ['selected'], theme) : text}`;
  });
  return [INDENT + paint(said, [trouble === undefined ? 'muted' : 'mark'], theme), ...lines];
}

function wrapped(text: string, width: number): string[] {
  return textLines(text, width).map(({ spans }) =>
    spans
      .map((span) => span.text)
      .join('')
      .trimEnd(),
  );
}
