import { table } from '../../charts/table.ts';
import type { Level } from '../../domain/level.ts';
import type { Readiness, Standing } from '../../scheduling/readiness.ts';

const LEVELS: readonly Level[] = [1, 2, 3];

type Group = Pick<Readiness, 'overall' | 'levels'>;

/** Expected recall of what will have been met, a row a topic, and how many questions will not have been. */
export function recallTable(
  readiness: Readiness,
  titleOf: (topic: string) => string,
  width: number,
): string[] {
  const groups: (readonly [string, Group])[] = [
    ['All topics', readiness],
    ...[...readiness.topics].map(([topic, group]) => [titleOf(topic), group] as const),
  ];
  const rows = groups.map(([title, { overall, levels }]) => [
    title,
    ...LEVELS.map((level) => recallOfMet(levels.get(level))),
    String(overall.questions - overall.met),
  ]);
  return table([['', ...LEVELS.map((level) => `level ${level}`), 'never met'], ...rows], width);
}

/** What is never met counts as forgotten in a standing; here it is told apart. */
function recallOfMet(standing: Standing | undefined): string {
  if (!standing || standing.met === 0) return '-';
  return `${Math.round((100 * standing.recall * standing.questions) / standing.met)} %`;
}
