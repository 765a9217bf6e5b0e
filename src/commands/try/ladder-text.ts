import { shortened } from '../../charts/table.ts';
import { widthOf } from '../../markdown/layout/measure.ts';
import { counted } from '../counted.ts';
import { doneOf, nextRung, type Rung } from './course.ts';

const STATES = { new: 'new', tried: 'not yet', passed: 'done', due: 'due again' } as const;

/** The ladder as text: topics with their exercises, how far the learner is, and what to type next. Titles stand there if they all fit. */
export function ladderText(course: readonly Rung[], width: number): string[] {
  const titled = linesOf(course, (rung) => `  ${rung.title}`);
  const fits = titled.every((line) => widthOf(line) <= width);
  const lines = fits ? titled : linesOf(course, () => '').map((line) => shortened(line, width));
  const next = nextRung(course);
  return [
    ...lines,
    '',
    `${doneOf(course)} of ${counted(course.length, 'exercise')} done`,
    ...(next ? [`next: swelearn try ${next.id}`] : []),
  ];
}

function linesOf(course: readonly Rung[], title: (rung: Rung) => string): string[] {
  const longest = Math.max(0, ...course.map(({ id }) => id.length));
  return course.flatMap((rung, place) => {
    const begins = course[place - 1]?.topic !== rung.topic;
    const about = [
      STATES[rung.state].padEnd(9),
      rung.kind.padEnd(8),
      `L${rung.level}`,
      `${rung.minutes} min`.padStart(6),
    ].join('  ');
    return [
      ...(begins ? [...(place === 0 ? [] : ['']), rung.topicTitle] : []),
      `  ${rung.id.padEnd(longest)}  ${about}${title(rung)}`,
    ];
  });
}
