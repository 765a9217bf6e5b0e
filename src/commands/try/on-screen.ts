import type { ExitCode } from '../../domain/user-error.ts';
import { loadTools } from '../../markdown/index.ts';
import { parseMarkdown, sanitize } from '../../markdown/parsing.ts';
import { openInEditor } from '../../platform/editor.ts';
import { readPreferences } from '../../platform/preferences.ts';
import { takeScreen } from '../../platform/terminal.ts';
import { tenTimesASecond } from '../../platform/ticks.ts';
import { watchFile } from '../../platform/watch-file.ts';
import { type ExerciseEnd, runExercise, runLadder, type Stage } from '../../tui/index.tsx';
import { LiveWorld } from '../sim/live/live-world.ts';
import { Shelf } from '../study/shelf.ts';
import { themeFor } from '../study/theme-for.ts';
import { nextRung } from './course.ts';
import { courseNow, exerciseNamed, type TryGround } from './ground.ts';
import { startExercise } from './start.ts';

type Screen = ReturnType<typeof takeScreen>;

/** The ladder and its exercises on the whole screen, until the learner leaves; gives the exit code. */
export async function tryOnScreen(
  ground: TryGround,
  keys: NodeJS.ReadStream,
  first: string | undefined,
): Promise<ExitCode> {
  let id = first;
  let code: ExitCode = 0;
  try {
    for (;;) {
      if (id === undefined) {
        const chosen = await onStage(ground, keys, (stage, { suspend }) => {
          const rows = courseNow(ground);
          return runLadder(stage, { rows, next: nextRung(rows)?.id }, suspend);
        });
        if ('code' in chosen) return chosen.code === 130 ? 130 : code;
        id = chosen.id;
      }
      const { end, passed } = await tryOne(id, ground, keys);
      code = passed === false ? 1 : 0;
      if (end.go === 'quit') return end.code === 130 ? 130 : code;
      id = end.go === 'list' ? undefined : nextRung(courseNow(ground), id)?.id;
    }
  } finally {
    if (keys !== ground.host.stdin) keys.destroy();
  }
}

async function tryOne(
  id: string,
  ground: TryGround,
  keys: NodeJS.ReadStream,
): Promise<{ end: ExerciseEnd; passed: boolean | undefined }> {
  const { host, options } = ground;
  const exercise = exerciseNamed(id, ground);
  const { run, prepared, restart, notKept } = startExercise(exercise, ground);
  const course = courseNow(ground);
  const place = course.findIndex((rung) => rung.id === id);
  const shelf = new Shelf(host, options);
  const view = {
    title: exercise.title,
    topicTitle: course[place]?.topicTitle ?? exercise.topic,
    kind: exercise.task.kind,
    level: exercise.level,
    minutes: exercise.minutes,
    place: `${place + 1} of ${course.length}`,
    step: run.begin(),
    hintsLeft: run.hintsLeft,
  };
  let end: ExerciseEnd;
  try {
    end = await onStage(ground, keys, (stage, screen) => {
      // What was tried counts also when a signal ends the program.
      const onMount: Stage['onMount'] = (unmount) =>
        stage.onMount(() => {
          run.leave();
          unmount();
        });
      return runExercise({ ...stage, onMount }, view, {
        answer: (answer) => run.answer(answer),
        hint: () => run.hint(),
        hintsLeft: () => run.hintsLeft,
        watch: async () => {
          const { scenario } = prepared();
          return new LiveWorld(scenario, scenario.seed, {
            nowMs: host.calendar.nowMs,
            onTick: tenTimesASecond,
            suspendProcess: screen.suspend,
            see: undefined,
          });
        },
        edit: async (path) => screen.lend(() => openInEditor(path, 1, host.env)),
        onSaved: (listener) =>
          run.file === undefined ? () => undefined : watchFile(run.file, listener),
        restart: async () => restart(),
        kept: () => run.comesBack,
        openCard: () => shelf.topicOrWhyNot(exercise.topic),
        open: (link, from) => shelf.follow(link, from),
        parse: (markdown) => parseMarkdown(sanitize(markdown)),
        loadTools: (document) => loadTools(document, { colors: stage.theme !== 'mono' }),
        nowMs: host.calendar.nowMs,
        suspendProcess: screen.suspend,
      });
    });
  } finally {
    run.leave();
    await shelf.close();
  }
  if (notKept() !== undefined) host.stderr.write(`swelearn: ${notKept()}\n`);
  return { end, passed: run.result?.passed };
}

/** Takes the screen while something is shown on it. */
async function onStage<Result>(
  { host, options }: TryGround,
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
