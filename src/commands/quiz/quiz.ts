import type { Library } from '../../content/library.ts';
import type { QuestionOutline } from '../../domain/question.ts';
import type { StudySettings } from '../../domain/study-settings.ts';
import { UserError } from '../../domain/user-error.ts';
import { readPreferences } from '../../platform/preferences.ts';
import { defaultWeights } from '../../scheduling/fsrs.ts';
import { didYouMean } from '../../wording/nearest.ts';
import { backUpDaily } from '../backup/backups.ts';
import type { Host } from '../host.ts';
import { mentionProblems, openLibrary } from '../open-library.ts';
import { explainStorage, openStore, progressFile } from '../open-store.ts';
import { screenKeys } from '../screen-keys.ts';
import type { MockGround } from './mock/mock.ts';
import type { QuizOptions } from './options.ts';
import { needsRun, type Poser, poserFor } from './poser.ts';
import { Practice, weakestFirst } from './practice.ts';
import { QuizRun } from './run.ts';
import type { Sitting } from './sitting.ts';
import { carryHistories, isOfTopics, itemsOf, outlinesIn } from './study-state.ts';

/** Asks until the learner leaves or nothing is left; gives the exit code. */
export async function quiz(
  host: Host,
  topics: readonly string[],
  options: QuizOptions,
): Promise<0 | 130> {
  const libraries: Library[] = [];
  const open = async () => {
    const library = await openLibrary(host, options);
    libraries.push(library);
    await library.prepareSheets();
    return library;
  };
  try {
    const library = await open();
    const { preferences: settings } = readPreferences(host.paths);
    const isWanted = wanted(library, topics, options, settings);
    mentionProblems(library, host, options);
    const store = openStore(host);
    try {
      const ground = { library, store, settings, isWanted, explain: explained(host) };
      carryOrSay(host, ground);
      const code = await (options.mock ? interview : sit)(host, ground, options, open);
      backUpOrSay(host);
      return code;
    } finally {
      store.close();
    }
  } finally {
    for (const library of libraries) library.close();
  }
}

type Ground = MockGround;

async function interview(host: Host, ground: Ground, options: QuizOptions): Promise<0 | 130> {
  const { mockInterview } = await import('./mock/mock.ts');
  return mockInterview(host, ground, options);
}

async function sit(
  host: Host,
  ground: Ground,
  options: QuizOptions,
  reopen: () => Promise<Library>,
): Promise<0 | 130> {
  const { library } = ground;
  const poser = poserFor(host, options);
  const sitting = options.cram
    ? await practice(host, ground, options, poser)
    : await scheduled(host, ground, options, poser);
  // Whoever pipes answers in wants them read line by line.
  const keys = host.stdin.isTTY ? screenKeys(host, options) : undefined;
  const code = keys
    ? await (await import('./on-screen.ts')).quizOnScreen({
        ...{ host, keys, reopen, library, sitting, poser, options },
      })
    : await (await import('./lines/sitting.ts')).sitInLines(host, library, sitting, reopen);
  host.stdout.write(`${sitting.summary().join('\n')}\n`);
  return code;
}

/** Histories of renamed questions are carried on before anything is asked. */
function carryOrSay({ calendar }: Host, { library, store, explain }: Ground): void {
  const atMs = calendar.nowMs();
  try {
    carryHistories(library, store, { atMs, day: calendar.dayOf(atMs) });
  } catch (error) {
    throw new UserError(explain(error), '', 3);
  }
}

/** The copy of the day. That there is no room for it is no reason not to learn. */
function backUpOrSay(host: Host): void {
  try {
    backUpDaily(host, progressFile(host));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    host.stderr.write(`swelearn: ${error.message}\n`);
  }
}

/** Tells in words for the learner why something could not be kept; what nobody foresaw is thrown on. */
function explained(host: Host): (error: unknown) => string {
  return (error) => {
    const known = explainStorage(error, progressFile(host));
    if (known instanceof UserError) return known.message.replace(/\n\s*/g, ': ');
    throw error;
  };
}

async function scheduled(
  host: Host,
  ground: Ground,
  options: QuizOptions,
  poser: Poser,
): Promise<Sitting> {
  const { library, store } = ground;
  const run = outlinesIn(library).filter(needsRun);
  // Nobody waits for what may come up later.
  if (store.progress(run.map(({ id }) => id)).size > 0) await poser.prepare();
  return new QuizRun(
    { ...ground, calendar: host.calendar, poser },
    {
      isWanted: ground.isWanted,
      fresh: options.new,
      limit: options.limit ?? Number.POSITIVE_INFINITY,
      minutes: options.minutes ?? Number.POSITIVE_INFINITY,
      seed: options.seed,
    },
  );
}

async function practice(
  { calendar }: Host,
  { library, store, isWanted }: Ground,
  options: QuizOptions,
  poser: Poser,
): Promise<Sitting> {
  const day = calendar.dayOf(calendar.nowMs());
  const items = itemsOf(library, store, isWanted).filter(
    ({ question }) => question.kind !== 'exercise',
  );
  const ids = weakestFirst(items, day, store.weights() ?? defaultWeights).slice(0, options.limit);
  const asked = new Set(ids);
  if (items.some(({ question }) => needsRun(question) && asked.has(question.id)))
    await poser.prepare();
  return new Practice(library, ids, options.seed ?? day, poser);
}

/** Which questions are asked about. Throws a UserError for a topic that doesn't exist. */
function wanted(
  library: Library,
  topics: readonly string[],
  { level }: QuizOptions,
  settings: StudySettings,
): (question: QuestionOutline) => boolean {
  const known = new Set(library.topics().map(({ id }) => id));
  for (const topic of topics)
    if (!known.has(topic))
      throw new UserError(
        `there is no topic ${topic}`,
        didYouMean(topic, known).trim() || 'swelearn list shows the topics',
      );
  const isChosen = isOfTopics(topics.length > 0 ? topics : settings.topics, library);
  return (question) => isChosen(question) && (level === undefined || question.level === level);
}
