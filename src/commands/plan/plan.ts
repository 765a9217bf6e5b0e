import { UserError } from '../../domain/user-error.ts';
import { writePreferences } from '../../platform/preferences.ts';
import { withStudy } from '../home/study.ts';
import type { Host } from '../host.ts';
import { isStyled } from '../is-styled.ts';
import { mentionProblems } from '../open-library.ts';
import { sensibleWidth } from '../study/print-plain.ts';
import { changesOf } from './changes.ts';
import { planJson } from './json.ts';
import type { PlanOptions } from './options.ts';
import { outlook } from './outlook.ts';
import { planText } from './text.ts';

/** Sets what is given, then shows the days ahead. */
export async function plan(host: Host, options: PlanOptions): Promise<void> {
  const { calendar, stdout } = host;
  const changes = changesOf(options, calendar.dayOf(calendar.nowMs()));
  if (Object.keys(changes).length > 0) await writePreferences(host.paths, changes);
  const ahead = await withStudy(host, options, (study) => {
    mentionProblems(study.library, host, options);
    if (study.items.length === 0)
      throw new UserError('there are no questions to plan', 'swelearn list shows the topics', 1);
    // Rehearsing hundreds of questions over weeks takes seconds.
    const isWatched = host.stderr.isTTY === true;
    if (isWatched) host.stderr.write('rehearsing the days …\r');
    const found = outlook(study);
    if (isWatched) host.stderr.write('\u001b[K');
    return options.json
      ? JSON.stringify(planJson(found), null, 2)
      : planText(found, sensibleWidth(host), isStyled(host, options)).trimEnd();
  });
  stdout.write(`${ahead}\n`);
}
