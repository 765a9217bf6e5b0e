import { shortened, table } from '../../charts/table.ts';
import { shortDate } from '../../domain/date-words.ts';
import { sanitize } from '../../markdown/sanitize.ts';
import type { ExerciseStatistics } from '../../statistics/exercises.ts';
import { counted } from '../counted.ts';
import { wrappedText } from '../plan/wrapped-text.ts';
import { duration } from './words.ts';

/** What was tried on the simulator; nothing where nothing was. */
export function exerciseLines(exercises: ExerciseStatistics, width: number): string[] {
  const { kinds, attempts, spentMs } = exercises;
  if (attempts === 0) return [];
  const rows = kinds.map(({ kind, passed, tried, all }) =>
    [kind, passed, tried, all].map((cell) => String(cell)),
  );
  return [
    `${counted(attempts, 'attempt')}, ${duration(spentMs)}`,
    ...(rows.length > 0 ? table([['', 'passed', 'tried', 'of'], ...rows], width) : []),
  ];
}

/** How near predictions came, and the last ones with what the learner made of them. */
export function predictionLines(
  { predictions: { right, close, wrong }, recent }: ExerciseStatistics,
  width: number,
): string[] {
  if (recent.length === 0) return [];
  const told = recent.flatMap(({ day, title, predictions, explanation }) => [
    `${shortDate(day)}, ${title}`,
    ...predictions.map((line) => `  ${line}`),
    ...(explanation === '' ? [] : [`  “${explanation}”`]),
  ]);
  return [`${right} right, ${close} close, ${wrong} wrong`, ...told]
    .map((line) => sanitize(line).replace(/\s+$/, '').replace(/\n/g, ' '))
    .flatMap((line) => wrappedText(line, width))
    .map((line) => shortened(line, width));
}
