import { readPreferences } from '../platform/preferences.ts';
import { takeScreen } from '../platform/terminal.ts';
import type { Stage } from '../tui/index.tsx';
import type { GlobalOptions, Host } from './host.ts';
import { themeFor } from './study/theme-for.ts';

type Screen = ReturnType<typeof takeScreen>;

/** Takes the screen while something is shown on it. */
export async function onStage<Result>(
  { host, options }: { readonly host: Host; readonly options: GlobalOptions },
  keys: NodeJS.ReadStream,
  show: (stage: Stage, screen: Screen) => Promise<Result>,
): Promise<Result> {
  const { preferences } = readPreferences(host.paths);
  const theme = themeFor(host.env, options, preferences.theme);
  const screen = takeScreen(keys, host.stdout);
  try {
    return await show({ ...screen, theme, stdin: keys, stdout: host.stdout }, screen);
  } finally {
    screen.release();
  }
}
