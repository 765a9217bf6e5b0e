import type { Line } from '../../../markdown/index.ts';
import { oneLine } from '../../components/one-line.ts';
import { cutTo } from '../../cut.ts';
import { amountWords } from './amount.ts';
import { checkSummary } from './check-lines.ts';
import { watch } from './clock.ts';
import { boxes } from './pipeline/boxes.ts';
import { list } from './pipeline/list.ts';
import { sparkLines } from './series-lines.ts';
import { flowed, line, type Span, span } from './spans.ts';
import type { SimulationState } from './state.ts';
import { lastStoryLines } from './story-lines.ts';
import type { Snapshot } from './world.ts';

interface Room {
  readonly columns: number;
  readonly rows: number;
}

/** From so many rows on there are blank lines between the parts. */
const AIRY_ROWS = 18;
/** The pipeline leaves so many rows to the story, where the screen isn't too low. */
const LEAST_STORY = 2;
const LOW_ROWS = 14;
/** As many lines of the timeline as the screen has room for. */
const ROWS_PER_SERIES = 7;

/** The run at a glance: numbers, checks, the pipeline, what was measured over time, and what happened last. */
export function overviewLines({ snapshot, pipeline }: SimulationState, room: Room): Line[] {
  const { columns, rows } = room;
  const air = rows >= AIRY_ROWS ? [line()] : [];
  const head = [...totalLines(snapshot, columns), ...checkLine(snapshot, columns)];
  const followed = followedLine(snapshot, columns);
  const sparks = sparkLines(
    snapshot.series.slice(0, Math.max(0, Math.floor(rows / ROWS_PER_SERIES) - 1)),
    columns,
  );
  const middle = [...(sparks.length > 0 ? [...air, ...sparks] : []), ...followed];
  const story = rows >= LOW_ROWS ? LEAST_STORY + air.length : 0;
  const free = rows - head.length - air.length - middle.length;
  const forPipeline = { columns, rows: free - story };
  const drawn = boxes(pipeline, snapshot, forPipeline) ?? list(pipeline, snapshot, forPipeline);
  const left = free - drawn.length - air.length;
  const told = left > 0 ? lastStoryLines(snapshot.story, columns, left) : [];
  return [...head, ...air, ...drawn, ...middle, ...(told.length > 0 ? [...air, ...told] : [])];
}

function totalLines({ totals }: Snapshot, columns: number): Line[] {
  return flowed(
    totals.map((total): Span => {
      const isLoud = total.isBad === true && total.value > 0;
      const words = amountWords(total);
      return isLoud ? span(`! ${words}`, 'mark') : span(words);
    }),
    columns,
    ' · ',
  );
}

/** Why the run is over, and the checks. */
function checkLine(snapshot: Snapshot, columns: number): Line[] {
  const { text, isBad } = checkSummary(snapshot);
  const checks = span(text, isBad ? 'mark' : 'muted');
  const parts = snapshot.ended ? [span(oneLine(snapshot.ended.words), 'strong'), checks] : [checks];
  return flowed(
    parts.filter((part) => part.text !== ''),
    columns,
  );
}

/** What the followed message did last. */
function followedLine({ followed }: Snapshot, columns: number): Line[] {
  if (!followed) return [];
  const last = followed.lines.at(-1);
  const words = last ? `${watch(last.atMicros, 3)} ${oneLine(last.words)}` : 'nothing yet';
  const text = `Following ${oneLine(followed.trace)}: ${words}`;
  return [line(span(cutTo(text, columns), 'code'))];
}
