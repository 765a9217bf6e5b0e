import { type Line, widthOf } from '../../../markdown/index.ts';
import { oneLine } from '../../components/one-line.ts';
import { fitted, quicklyCut } from '../simulation/spans.ts';
import { type LadderState, listed } from './state.ts';
import type { LadderRow } from './view.ts';

type Role = Line['spans'][number]['roles'][number];

const MARKS: Readonly<Record<LadderRow['state'], { mark: string; word: string; roles: Role[] }>> = {
  passed: { mark: '✓', word: 'done', roles: ['taskDone'] },
  tried: { mark: '●', word: 'tried', roles: ['taskOpen'] },
  due: { mark: '↺', word: 'due', roles: ['mark'] },
  new: { mark: '·', word: '', roles: ['muted'] },
};

/** Below so many columns, only the kind stands beside a title. */
const ROOMY = 60;
const LONGEST_KIND = 'diagnose'.length;

/** The list as lines, and which of them is the row that the learner is at. */
export function ladderLines(state: LadderState): { lines: Line[]; at: number } {
  const rows = listed(state);
  const width = state.size.columns - 1;
  const lines: Line[] = [];
  let at = 0;
  for (const [place, row] of rows.entries()) {
    if (row.topic !== rows[place - 1]?.topic)
      lines.push(...(place > 0 ? [{ spans: [] }] : []), topicLine(row, width));
    if (place === state.at) at = lines.length;
    lines.push(rowLine(row, place === state.at, width));
  }
  return rows.length > 0 ? { lines, at } : { lines: [nothing(state)], at: 0 };
}

function topicLine({ topicTitle }: LadderRow, width: number): Line {
  return { spans: [{ text: quicklyCut(` ${oneLine(topicTitle)}`, width), roles: ['heading2'] }] };
}

function rowLine(row: LadderRow, isHere: boolean, width: number): Line {
  const { mark, roles } = MARKS[row.state];
  const about = aboutOf(row, width);
  const room = Math.max(1, width - widthOf(about) - 6);
  const title = quicklyCut(oneLine(row.title), room);
  return {
    spans: [
      { text: isHere ? ' › ' : '   ', roles: ['bullet'] },
      { text: `${mark} `, roles },
      { text: title, roles: isHere ? ['selected'] : row.state === 'passed' ? ['muted'] : [] },
      { text: ' '.repeat(room - widthOf(title) + 1), roles: [] },
      { text: about, roles: ['muted'] },
    ],
  };
}

/** The state in a word too, where there is room: a mark alone has to be learnt. */
function aboutOf({ kind, level, minutes, state }: LadderRow, width: number): string {
  if (width < ROOMY) return fitted(kind, LONGEST_KIND);
  const time = `${minutes} min`.padStart(6);
  return `${fitted(MARKS[state].word, 5)}  ${fitted(kind, LONGEST_KIND)}  L${level}  ${time}`;
}

function nothing({ filter, shown, view }: LadderState): Line {
  const words =
    view.rows.length === 0
      ? 'There are no exercises.'
      : filter === ''
        ? `Nothing is ${shown} now.`
        : `Nothing here has “${oneLine(filter)}”.`;
  return { spans: [{ text: `   ${words}`, roles: ['muted'] }] };
}
