import type { Library } from '../../content/library.ts';
import { UserError } from '../../domain/user-error.ts';
import type { ReviewStore } from '../../reviews/index.ts';
import { answersOf } from '../../statistics/answers.ts';
import { type Asked, statisticsOf } from '../../statistics/statistics.ts';
import { didYouMean } from '../../wording/nearest.ts';
import type { GlobalOptions, Host } from '../host.ts';
import { isStyled } from '../is-styled.ts';
import { mentionProblems, openLibrary } from '../open-library.ts';
import { openStoreForReading } from '../open-store.ts';
import { itemsOf } from '../quiz/study-state.ts';
import { sensibleWidth } from '../study/print-plain.ts';
import { statisticsJson } from './json.ts';
import { statisticsText } from './text.ts';

export interface StatsOptions extends GlobalOptions {
  readonly days: number;
  readonly json: boolean;
}

export async function showStatistics(
  host: Host,
  topic: string | undefined,
  options: StatsOptions,
): Promise<void> {
  const history = await historyOf(host, topic, options);
  const { answers } = history;
  const asked = { ...history, today: today(host), recentDays: options.days };
  if (options.json) {
    const json = statisticsJson(statisticsOf(asked), topic);
    host.stdout.write(`${JSON.stringify(json, null, 2)}\n`);
  } else if (answers.length === 0)
    host.stderr.write(
      topic === undefined
        ? 'there are no answers yet: swelearn quiz asks the first questions\n'
        : `there are no answers on ${topic} yet: swelearn quiz ${topic} asks the first questions\n`,
    );
  else
    host.stdout.write(
      statisticsText(statisticsOf(asked), sensibleWidth(host), isStyled(host, options)),
    );
}

type History = Omit<Asked, 'today' | 'recentDays'>;

async function historyOf(
  host: Host,
  topic: string | undefined,
  options: StatsOptions,
): Promise<History> {
  const library = await openLibrary(host, options);
  try {
    refuseUnknown(topic, library);
    mentionProblems(library, host, options);
    const store = openStoreForReading(host);
    try {
      return readHistory(topic, library, store);
    } finally {
      store.close();
    }
  } finally {
    library.close();
  }
}

function refuseUnknown(topic: string | undefined, library: Library): void {
  const known = library.topics().map(({ id }) => id);
  if (topic === undefined || known.includes(topic)) return;
  throw new UserError(
    `there is no topic ${topic}`,
    didYouMean(topic, known).trim() || 'swelearn list shows the topics',
  );
}

function readHistory(topic: string | undefined, library: Library, store: ReviewStore): History {
  const isAsked = (each: { readonly topic: string }) => topic === undefined || each.topic === topic;
  const items = itemsOf(library, store, isAsked);
  const exercises = library.exercises().filter(isAsked);
  const [answers, attempts] = [answersOf(store.entries()), store.attempts()];
  if (topic === undefined) return { items, answers, exercises, attempts };
  const ids = new Set([
    ...items.flatMap(({ question: { id, formerly } }) => [id, ...formerly]),
    ...exercises.map(({ id }) => id),
  ]);
  return {
    items,
    exercises,
    answers: answers.filter(({ review }) => ids.has(review.question)),
    attempts: attempts.filter(({ question }) => ids.has(question)),
  };
}

function today({ calendar }: Host): number {
  return calendar.dayOf(calendar.nowMs());
}
