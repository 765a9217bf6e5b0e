import type { Library } from '../../content/library.ts';
import { UserError } from '../../domain/user-error.ts';
import { loadTools } from '../../markdown/index.ts';
import { openInEditor } from '../../platform/editor.ts';
import { readPreferences } from '../../platform/preferences.ts';
import { takeScreen } from '../../platform/terminal.ts';
import { type QuizWorld, runQuiz, type Stage, type Turn } from '../../tui/index.tsx';
import type { Host } from '../host.ts';
import { Shelf } from '../study/shelf.ts';
import { themeFor } from '../study/theme-for.ts';
import type { QuizOptions } from './options.ts';
import type { Poser } from './poser.ts';
import type { Sitting } from './sitting.ts';

/** What a sitting on the screen is made of. */
interface Ground {
  readonly host: Host;
  readonly keys: NodeJS.ReadStream;
  readonly reopen: () => Promise<Library>;
  readonly library: Library;
  readonly sitting: Sitting;
  readonly poser: Poser;
  readonly options: QuizOptions;
}

/** The sitting on the whole screen; gives the exit code. */
export async function quizOnScreen(ground: Ground): Promise<0 | 130> {
  const { host, keys, reopen, library, sitting, poser, options } = ground;
  let shown = library;
  const { preferences } = readPreferences(host.paths);
  const theme = themeFor(host.env, options, preferences.theme);
  const shelf = new Shelf(host, options);
  try {
    const begun = sitting.turn();
    for (let turn = begun.card ? begun : await sitting.rest(); turn.card; ) {
      const left = await asked(turn);
      if (left.exercise === undefined) return left.code;
      const next = await tried(left.exercise);
      if (next === 130) return 130;
      turn = next;
    }
    return 0;
  } finally {
    await shelf.close();
    if (keys !== host.stdin) keys.destroy();
  }

  /** Asks until the learner leaves, for good or for an exercise. */
  async function asked(
    first: Turn,
  ): Promise<{ readonly code: 0 | 130; readonly exercise: string | undefined }> {
    const screen = takeScreen(keys, host.stdout);
    const stage: Stage = { ...screen, theme, stdin: keys, stdout: host.stdout };
    let exercise: string | undefined;
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
      tryExercise: (id) => {
        exercise = id;
      },
      search: (words) => shown.search(words, 50).hits,
      open: (link, from) => shelf.follow(link, from),
      openTopic: (id) => shelf.topicOrWhyNot(id),
      loadTools: (document) => loadTools(document, { colors: theme !== 'mono' }),
      suspendProcess: screen.suspend,
    };
    try {
      const left = runQuiz(stage, first, world);
      // The first question is on the screen by now, and later ones may need a run.
      // Where that fails, they are the rest, which tells why.
      poser.prepare().catch(() => undefined);
      return { code: await left, exercise };
    } finally {
      screen.release();
    }
  }

  async function tried(id: string): Promise<Turn | 130> {
    const { openExercise } = await import('../try/open-exercise.ts');
    const sinceMs = host.calendar.nowMs();
    try {
      if ((await openExercise(host, id, options)) === 130) return 130;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return { ...sitting.turn(), notice: error.message };
    }
    // It may come back within this sitting.
    await poser.prepare();
    return sitting.tried(id, sinceMs);
  }
}
