import { loadTools } from '../../../markdown/index.ts';
import { readPreferences } from '../../../platform/preferences.ts';
import { takeScreen } from '../../../platform/terminal.ts';
import { eachSecond } from '../../../platform/ticks.ts';
import { type MockWorld, runMock, type Stage } from '../../../tui/index.tsx';
import type { Host } from '../../host.ts';
import { themeFor } from '../../study/theme-for.ts';
import type { QuizOptions } from '../options.ts';
import type { MockRound } from './round.ts';

/** The round on the whole screen, then its review; gives the exit code. */
export async function mockOnScreen(
  host: Host,
  keys: NodeJS.ReadStream,
  round: MockRound,
  options: QuizOptions,
): Promise<0 | 130> {
  const first = round.current;
  if (!first) return 0;
  const { preferences } = readPreferences(host.paths);
  const theme = themeFor(host.env, options, preferences.theme);
  const screen = takeScreen(keys, host.stdout);
  const stage: Stage = { ...screen, theme, stdin: keys, stdout: host.stdout };
  const world: MockWorld = {
    nowMs: host.calendar.nowMs,
    endsAtMs: round.endsAtMs,
    onTick: eachSecond,
    answer: (text, durationMs, isPassed) => round.answer(text, durationMs, isPassed),
    answers: () => round.answers,
    review: (index, ticked, rating) => round.review(index, ticked, rating),
    loadTools: (document) => loadTools(document, { colors: theme !== 'mono' }),
    suspendProcess: screen.suspend,
  };
  try {
    return await runMock(stage, first, world);
  } finally {
    screen.release();
    if (keys !== host.stdin) keys.destroy();
  }
}
