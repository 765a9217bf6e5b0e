import { loadTools } from '../../markdown/index.ts';
import { parseMarkdown, sanitize } from '../../markdown/parsing.ts';
import { openInEditor } from '../../platform/editor.ts';
import { tenTimesASecond } from '../../platform/ticks.ts';
import { watchFile } from '../../platform/watch-file.ts';
import { type ExerciseEnd, runExercise, type Stage } from '../../tui/index.tsx';
import { onStage } from '../on-stage.ts';
import { Shelf } from '../study/shelf.ts';
import { courseNow, exerciseNamed, type TryGround } from './ground.ts';
import { startExercise } from './start.ts';

/** How an exercise was left. */
export interface Left {
  readonly end: ExerciseEnd;
  readonly passed: boolean | undefined;
  /** What came of it, in a line for the shell; undefined when nothing was tried. */
  readonly words: string | undefined;
}

/** One exercise on the whole screen. */
export async function exerciseOnScreen(
  id: string,
  ground: TryGround,
  keys: NodeJS.ReadStream,
): Promise<Left> {
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
          const { LiveWorld } = await import('../sim/live/live-world.ts');
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
  return { end, passed: run.result?.passed, words: run.words };
}
