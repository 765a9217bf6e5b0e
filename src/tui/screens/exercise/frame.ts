import { paint, paintLine, type Theme, themes, widthOf } from '../../../markdown/index.ts';
import { keyLines } from '../../components/key-list.ts';
import { cutTo } from '../../cut.ts';
import { marginOf } from '../reader/state.ts';
import { headerLine, lastLine } from './chrome.ts';
import { helpOf } from './keys.ts';
import { promptArea } from './prompt-lines.ts';
import { windowed } from './prompt-window.ts';
import { bodyRows, sharesOf, topOf } from './scroll.ts';
import type { ExerciseState } from './state.ts';

const SMALLEST = { columns: 20, rows: 7 };

/** The whole screen as painted lines, one fewer than the terminal has rows. */
export function frame(state: ExerciseState): string[] {
  const { size, overlay } = state;
  if (size.columns < SMALLEST.columns || size.rows < SMALLEST.rows)
    return ['too small'.slice(0, size.columns)];
  const theme = themes[state.theme];
  const { lines, hasMore } =
    overlay?.kind === 'help'
      ? { lines: helpLines(state, overlay.top, theme), hasMore: false }
      : talk(state, theme);
  const air = Array<string>(sharesOf(state).air).fill('');
  return [
    headerLine(state, theme),
    ...air,
    ...lines.map((line) => cutTo(line, size.columns)),
    ...air,
    lastLine(state, hasMore, theme),
  ];
}

function helpLines(state: ExerciseState, top: number, theme: Theme): string[] {
  const rows = bodyRows(state);
  const lines = keyLines(helpOf(state), { columns: state.size.columns, rows, top }, theme);
  return Array.from({ length: rows }, (_, row) => lines[row] ?? '');
}

/** The transcript, a rule, the prompt. */
function talk(state: ExerciseState, theme: Theme): { lines: string[]; hasMore: boolean } {
  const { size, transcript, leftColumn } = state;
  const shares = sharesOf(state);
  const top = topOf(state);
  const margin = ' '.repeat(marginOf(size));
  const width = size.columns - margin.length;
  const view = { from: leftColumn, width, marks: [], selected: undefined };
  const said = Array.from({ length: shares.transcript }, (_, row) => {
    const line = transcript.lines[top + row];
    return line ? margin + paintLine(line, theme, view) : '';
  });
  const area = promptArea(state);
  const place = area.lines.length > shares.prompt ? placeWords(state) : '';
  const dashes = '─'.repeat(Math.max(0, width - margin.length - widthOf(place)));
  const rule = margin + paint(dashes, ['border'], theme) + paint(place, ['muted'], theme);
  const prompt = windowed(area, shares.prompt).map((line) => margin + paintLine(line, theme));
  const hasMore = top + shares.transcript < transcript.lines.length;
  return { lines: [...said, rule, ...prompt], hasMore };
}

/** Which of the options or fields it is, where not all are seen. */
function placeWords({ asked: { prompt }, draft }: ExerciseState): string {
  const count =
    prompt.kind === 'choice'
      ? prompt.options.length
      : prompt.kind === 'form'
        ? prompt.fields.length
        : 0;
  return count === 0 ? '' : ` ${draft.at + 1} of ${count}`;
}
