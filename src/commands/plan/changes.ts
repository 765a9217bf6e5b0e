import type { Day } from '../../domain/day.ts';
import type { StudySettings } from '../../domain/study-settings.ts';
import { UserError } from '../../domain/user-error.ts';
import { readInterview, readMinutes } from '../../tui/screens/first-run/answers.ts';
import type { PlanOptions } from './options.ts';

type Changes = Partial<Pick<StudySettings, 'interview' | 'minutesPerDay'>>;

/** What the options change. Throws a UserError for a date that is over and for what can't be read. */
export function changesOf({ interview, minutesPerDay }: PlanOptions, today: Day): Changes {
  return {
    ...(interview !== undefined && {
      interview: chosenValue('--interview', interview, readInterview(interview, today)),
    }),
    ...(minutesPerDay !== undefined && {
      minutesPerDay: chosenValue('--minutes-per-day', minutesPerDay, readMinutes(minutesPerDay)),
    }),
  };
}

function chosenValue(
  option: string,
  written: string,
  read: { readonly value: number } | { readonly trouble: string },
): number | null {
  if (written === 'none') return null;
  if ('value' in read) return read.value;
  throw new UserError(`${option} can't be ${written}`, read.trouble);
}
