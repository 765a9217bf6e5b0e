import type { TopicSummary } from '../../content/library.ts';
import { loadTools, toolsNeeded } from '../../markdown/index.ts';
import { readPreferences } from '../../platform/preferences.ts';
import { takeScreen } from '../../platform/terminal.ts';
import {
  type Choice,
  type ReaderDocument,
  type ReaderEnd,
  type ReaderWorld,
  resumeReader,
  runPicker,
  runReader,
  type Stage,
} from '../../tui/index.tsx';
import type { Host } from '../host.ts';
import type { StudyOptions } from './options.ts';
import { orWhyNot, type Shelf } from './shelf.ts';
import { themeFor } from './theme-for.ts';

/** Takes the whole screen until the learner leaves; gives the exit code. */
export async function studyOnScreen(
  host: Host,
  keys: NodeJS.ReadStream,
  shelf: Shelf,
  wanted: string | undefined,
  options: StudyOptions,
): Promise<0 | 130> {
  // What can go wrong before there is anything to show is said on the shell's own screen.
  const first = wanted === undefined ? undefined : await shelf.open(wanted);
  const choices = first ? [] : (await shelf.library()).topics().map(choiceOf);
  const { preferences } = readPreferences(host.paths);
  const theme = themeFor(host.env, options, preferences.theme);
  const onStage = async <Result>(show: (stage: Stage, world: World) => Promise<Result>) => {
    const screen = takeScreen(keys, host.stdout);
    const stage: Stage = { ...screen, theme, stdin: keys, stdout: host.stdout };
    const world: World = {
      open: (link, from) => shelf.follow(link, from),
      loadTools: (document) => loadTools(document, { colors: theme !== 'mono' }),
      suspend: screen.suspend,
    };
    try {
      return await show(stage, world);
    } finally {
      screen.release();
    }
  };
  try {
    const exerciseOf = async ({ reference }: ReaderDocument) => {
      const { exerciseToDo } = await import('../try/exercise-to-do.ts');
      return exerciseToDo(reference, host, await shelf.library());
    };
    let end = await onStage(async (stage, world): Promise<ReaderEnd> => {
      const chosen = first ?? (await choose(stage, choices, shelf));
      return 'code' in chosen ? chosen : read(stage, chosen, world, exerciseOf);
    });
    while ('exercise' in end) {
      const { exercise, state } = end;
      const { openExercise } = await import('../try/open-exercise.ts');
      const came = await orWhyNot(() => openExercise(host, exercise, options));
      if (came === 130) return 130;
      const back = typeof came === 'string' ? { ...state, message: came } : state;
      end = await onStage((stage, world) => resumeReader(stage, back, world, exerciseOf));
    }
    return end.code;
  } finally {
    if (keys !== host.stdin) keys.destroy();
  }
}

type World = Omit<ReaderWorld, 'exercises'>;

async function choose(
  stage: Stage,
  choices: readonly Choice[],
  shelf: Shelf,
): Promise<ReaderDocument | { code: 0 | 130 }> {
  const chosen = await runPicker(stage, choices);
  return 'id' in chosen ? shelf.openTopic(chosen.id) : chosen;
}

async function read(
  stage: Stage,
  first: ReaderDocument,
  world: World,
  exerciseOf: (document: ReaderDocument) => Promise<string | undefined>,
): Promise<ReaderEnd> {
  // A drawing changes the height of the page, so it is waited for; colours come when they are ready.
  const tools = toolsNeeded(first.document).mermaid ? await world.loadTools(first.document) : {};
  return runReader(stage, first, tools, world, exerciseOf);
}

function choiceOf({ id, title, levels, estimatedMinutes, tags }: TopicSummary): Choice {
  const questions = levels[1] + levels[2] + levels[3];
  return {
    id,
    title,
    about: `${estimatedMinutes} min, ${questions} questions · ${tags.join(', ')}`,
  };
}
