import { runFirstRun, runHome, runReport } from '../../tui/index.tsx';
import type { HomeView, Place } from '../../tui/screens/home/view.ts';
import type { Host } from '../host.ts';
import { onStage } from '../on-stage.ts';
import { begin } from './first-run.ts';
import type { HomeOptions, RunCommand } from './options.ts';
import { argumentsOf, visit } from './places.ts';
import { printed } from './printed.ts';
import { withStudy } from './study.ts';
import { homeView } from './view.ts';

/** Home, with what the learner may do from there. */
interface Round {
  /** Its standard input is where the keys come from. */
  readonly host: Host;
  readonly options: HomeOptions;
  readonly run: RunCommand;
}

/** Home, and the places that it leads to, until the learner leaves; gives the exit code. */
export async function homeOnScreen(round: Round, isFirst: boolean): Promise<0 | 130> {
  if (isFirst && (await firstRun(round)) === 130) return 130;
  let notice: Pick<HomeView, 'notice'> = {};
  for (;;) {
    const view = { ...(await withStudy(round.host, round.options, homeView)), ...notice };
    const chosen = await onStage(round, round.host.stdin, (stage, { suspend }) =>
      runHome(stage, view, suspend),
    );
    if ('code' in chosen) return chosen.code;
    const outcome = await go(chosen.place, view, round);
    if (outcome === 130) return 130;
    notice = typeof outcome === 'object' ? { notice: outcome.trouble } : {};
  }
}

/** Asks what the plan is made of, then opens the first card. */
async function firstRun(round: Round): Promise<0 | 130> {
  const { host, options, run } = round;
  const { today, topics } = await withStudy(host, options, ({ today, library }) => ({
    today,
    topics: library.topics(),
  }));
  const done = await onStage(round, round.host.stdin, (stage) => runFirstRun(stage, today, topics));
  if ('code' in done) return done.code;
  await begin(host, done.answers);
  const view = await withStudy(host, options, homeView);
  if (view.study === undefined) return 0;
  return (await visit(argumentsOf('study', view, options), host, run)) === 130 ? 130 : 0;
}

async function go(place: Place, view: HomeView, round: Round) {
  const { host, options, run } = round;
  const args = argumentsOf(place, view, options);
  if (place !== 'plan' && place !== 'stats') return visit(args, host, run);
  const print = (columns: number) => printed(args, columns, host, run);
  return onStage(round, round.host.stdin, (stage) => runReport(stage, print));
}
