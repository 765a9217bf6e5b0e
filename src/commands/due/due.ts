import { isoDate } from '../../domain/day.ts';
import { UserError } from '../../domain/user-error.ts';
import { waitingParts } from '../../tui/screens/home/waiting.ts';
import { type Study, withStudy } from '../home/study.ts';
import { interviewOf, waitingOf, workOf } from '../home/work.ts';
import type { GlobalOptions, Host } from '../host.ts';

/** Prints what waits today in one line. What can't be read is told in one line, too. */
export async function due(host: Host, options: GlobalOptions & { json: boolean }): Promise<void> {
  const say = options.json ? dueJson : dueLine;
  const line = await withStudy(host, options, say).catch((error: unknown) => {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(error.message.replace(/\n\s*/g, ': '), '', error.exitCode);
  });
  host.stdout.write(`${line}\n`);
}

/** `14 due, 2 steps, 5 new, 21 days left` */
function dueLine(study: Study): string {
  const parts = waitingParts(waitingOf(workOf(study)));
  if (parts.length === 0) return 'nothing due';
  const interview = interviewOf(study);
  return [...parts, ...(interview === undefined ? [] : [daysLeft(interview - study.today)])].join(
    ', ',
  );
}

function daysLeft(days: number): string {
  if (days === 0) return 'interview today';
  return days === 1 ? '1 day left' : `${days} days left`;
}

function dueJson(study: Study): string {
  const interview = interviewOf(study);
  const work = workOf(study);
  return JSON.stringify({
    schema: 'swelearn.due/1',
    today: isoDate(study.today),
    interview: interview === undefined ? null : isoDate(interview),
    daysLeft: interview === undefined ? null : interview - study.today,
    waiting: waitingOf(work),
    left: work.left,
  });
}
