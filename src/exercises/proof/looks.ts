import type { DiagnoseTask } from '../../domain/exercise.ts';
import type { Problem } from '../../domain/problem.ts';
import { looksOf } from '../diagnose/looks.ts';
import type { Shown } from '../diagnose/shown.ts';
import type { Prepared } from '../prepared.ts';
import { problemIn } from '../problem-in.ts';

/** Every look must show something at the moment of the page. */
export function mustShow(prepared: Prepared, { looks }: DiagnoseTask): Problem[] {
  return looksOf(prepared).flatMap((shown, place) =>
    isEmpty(shown)
      ? problemIn(
          prepared.exercise,
          `the look “${looks[place]?.title ?? ''}” shows nothing at that moment`,
          'look at something else, or at another moment',
        )
      : [],
  );
}

function isEmpty(shown: Shown): boolean {
  switch (shown.kind) {
    case 'series':
      return shown.points.every(({ value }) => value === undefined);
    case 'values':
      return shown.values.length === 0;
    case 'alarms':
      return shown.alarms.length === 0;
    default:
      return shown.lines.length === 0;
  }
}
