import { lineText } from '../../markdown/index.ts';
import { homeLines } from '../../tui/screens/home/lines.ts';
import type { Host } from '../host.ts';
import { mentionProblems } from '../open-library.ts';
import { screenKeys } from '../screen-keys.ts';
import { sensibleWidth } from '../study/print-plain.ts';
import { isFirstRun } from './first-run.ts';
import { homeJson } from './json.ts';
import type { HomeOptions, RunCommand } from './options.ts';
import { withStudy } from './study.ts';
import { homeView } from './view.ts';

/** Shows today: on the whole screen until the learner leaves, or as text where there is none. */
export async function home(host: Host, options: HomeOptions, run: RunCommand): Promise<void> {
  const isFirst = isFirstRun(host);
  const keys = options.json ? undefined : screenKeys(host, options);
  if (!keys) return print(host, options, isFirst);
  const { homeOnScreen } = await import('./on-screen.ts');
  try {
    host.exitWith(await homeOnScreen({ host: { ...host, stdin: keys }, options, run }, isFirst));
  } finally {
    if (keys !== host.stdin) keys.destroy();
  }
}

const HOW_TO_TRY = '\n  swelearn try opens the exercises.\n';
const HOW_TO_BEGIN =
  '\n  swelearn plan --interview "in 3 weeks" --minutes-per-day 20 sets your date and your time.\n';

async function print(host: Host, options: HomeOptions, isFirst: boolean): Promise<void> {
  const view = await withStudy(host, options, (study, store) => {
    mentionProblems(study.library, host, options);
    return homeView(study, store);
  });
  if (options.json) {
    host.stdout.write(`${JSON.stringify(homeJson(view), null, 2)}\n`);
    return;
  }
  const size = { columns: sensibleWidth(host), rows: Number.POSITIVE_INFINITY };
  const lines = homeLines(view, size).map((line) => lineText(line).trimEnd());
  const advice = [view.exercises.all > 0 ? HOW_TO_TRY : '', isFirst ? HOW_TO_BEGIN : ''].join('');
  host.stdout.write(`${lines.join('\n').replace(/^\n/, '')}\n${advice}`);
}
