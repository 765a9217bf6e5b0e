import type { Library } from '../../content/library.ts';
import { loadTools } from '../../markdown/index.ts';
import { openInEditor } from '../../platform/editor.ts';
import { readPreferences } from '../../platform/preferences.ts';
import { takeScreen } from '../../platform/terminal.ts';
import { type QuizWorld, runQuiz, type Stage } from '../../tui/index.tsx';
import type { Host } from '../host.ts';
import { Shelf } from '../study/shelf.ts';
import { themeFor } from '../study/theme-for.ts';
import type { QuizOptions } from './options.ts';
import type { Sitting } from './sitting.ts';

/** The sitting on the whole screen; gives the exit code. */
export async function quizOnScreen(
  host: Host,
  keys: NodeJS.ReadStream,
  reopen: () => Promise<Library>,
  library: Library,
  sitting: Sitting,
  options: QuizOptions,
): Promise<0 | 130> {
  let shown = library;
  const first = sitting.turn();
  if (!first.card) return 0;
  const { preferences } = readPreferences(host.paths);
  const theme = themeFor(host.env, options, preferences.theme);
  const shelf = new Shelf(host, options);
  const screen = takeScreen(keys, host.stdout);
  const stage: Stage = { ...screen, theme, stdin: keys, stdout: host.stdout };
  const world: QuizWorld = {
    nowMs: host.calendar.nowMs,
    rate: (rating, durationMs) => sitting.rate(rating, durationMs),
    undo: () => sitting.undo(),
    suspend: () => sitting.suspend(),
    decideWording: (decision) => sitting.decideWording(decision),
    edit: async (file, line) => {
      const trouble = screen.lend(() => openInEditor(file, line, host.env));
      if (trouble !== undefined) return { ...sitting.turn(), notice: trouble };
      shown = await reopen();
      return sitting.reread(shown);
    },
    search: (words) => shown.search(words, 50).hits,
    open: (link, from) => shelf.follow(link, from),
    openTopic: (id) => shelf.topicOrWhyNot(id),
    loadTools: (document) => loadTools(document, { colors: theme !== 'mono' }),
    suspendProcess: screen.suspend,
  };
  try {
    return await runQuiz(stage, first, world);
  } finally {
    screen.release();
    await shelf.close();
    if (keys !== host.stdin) keys.destroy();
  }
}
