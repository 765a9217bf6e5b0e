import type { TopicSummary } from '../../content/library.ts';
import { loadTools, toolsNeeded } from '../../markdown/index.ts';
import { readPreferences } from '../../platform/preferences.ts';
import { takeScreen } from '../../platform/terminal.ts';
import {
  type Choice,
  type ReaderDocument,
  type ReaderWorld,
  runPicker,
  runReader,
  type Stage,
} from '../../tui/index.tsx';
import type { Host } from '../host.ts';
import type { StudyOptions } from './options.ts';
import type { Shelf } from './shelf.ts';
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
  const screen = takeScreen(keys, host.stdout);
  const stage: Stage = { ...screen, theme, stdin: keys, stdout: host.stdout };
  const world: ReaderWorld = {
    open: (link, from) => shelf.follow(link, from),
    loadTools: (document) => loadTools(document, { colors: theme !== 'mono' }),
    suspend: screen.suspend,
  };
  try {
    const chosen = first ?? (await choose(stage, choices, shelf));
    return 'code' in chosen ? chosen.code : await read(stage, chosen, world);
  } finally {
    screen.release();
    if (keys !== host.stdin) keys.destroy();
  }
}

async function choose(
  stage: Stage,
  choices: readonly Choice[],
  shelf: Shelf,
): Promise<ReaderDocument | { code: 0 | 130 }> {
  const chosen = await runPicker(stage, choices);
  return 'id' in chosen ? shelf.openTopic(chosen.id) : chosen;
}

async function read(stage: Stage, first: ReaderDocument, world: ReaderWorld): Promise<0 | 130> {
  // A drawing changes the height of the page, so it is waited for; colours come when they are ready.
  const tools = toolsNeeded(first.document).mermaid ? await world.loadTools(first.document) : {};
  return runReader(stage, first, tools, world);
}

function choiceOf({ id, title, levels, estimatedMinutes, tags }: TopicSummary): Choice {
  const questions = levels[1] + levels[2] + levels[3];
  return {
    id,
    title,
    about: `${estimatedMinutes} min, ${questions} questions · ${tags.join(', ')}`,
  };
}
