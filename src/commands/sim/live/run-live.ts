import { readPreferences } from '../../../platform/preferences.ts';
import { takeScreen } from '../../../platform/terminal.ts';
import { tenTimesASecond } from '../../../platform/ticks.ts';
import type { SimulationEvent } from '../../../simulator/events/index.ts';
import type { Run } from '../../../simulator/scenario/index.ts';
import type { Scenario } from '../../../simulator/settings/scenario.ts';
import { runSimulation, type Stage } from '../../../tui/index.tsx';
import type { GlobalOptions, Host } from '../../host.ts';
import { screenKeys } from '../../screen-keys.ts';
import { themeFor } from '../../study/theme-for.ts';
import { LiveWorld } from './live-world.ts';

interface LiveOptions extends GlobalOptions {
  /** Hears every event of every run. */
  readonly see?: (event: SimulationEvent) => void;
}

interface Watched {
  /** The last run, if it came to its end. */
  readonly run: Run | undefined;
  readonly brokenByHand: number;
  readonly exit: 0 | 130;
}

/** A scenario on the whole screen while it runs; there must be one. */
export async function runLive(
  host: Host,
  scenario: Scenario,
  seed: number,
  options: LiveOptions,
): Promise<Watched> {
  const keys = screenKeys(host, options);
  if (!keys) throw new Error('there is no screen to show a run on');
  const { preferences } = readPreferences(host.paths);
  const theme = themeFor(host.env, options, preferences.theme);
  const screen = takeScreen(keys, host.stdout);
  const stage: Stage = { ...screen, theme, stdin: keys, stdout: host.stdout };
  const world = new LiveWorld(scenario, seed, {
    nowMs: host.calendar.nowMs,
    onTick: tenTimesASecond,
    suspendProcess: screen.suspend,
    see: options.see,
  });
  try {
    const exit = await runSimulation(stage, world);
    return { run: world.run, brokenByHand: world.brokenByHand, exit };
  } finally {
    screen.release();
    if (keys !== host.stdin) keys.destroy();
  }
}
