import type { Library } from '../../../content/library.ts';
import type { Calendar } from '../../../domain/day.ts';
import type { ParameterSet } from '../../../domain/parameter-set.ts';
import type { Rating } from '../../../domain/rating.ts';
import type { ReviewStore } from '../../../reviews/index.ts';
import type { Dig } from '../../../scheduling/mock-round.ts';
import type { MockAnswer, MockQuestion } from '../../../tui/index.tsx';

/** What an interview round runs on. */
export interface RoundGround {
  readonly library: Library;
  readonly store: ReviewStore;
  readonly calendar: Calendar;
  readonly parameters: ParameterSet;
  readonly minutes: number;
  /** Why a rating could not be kept, in words for the learner. */
  readonly explain: (error: unknown) => string;
  /** Keeps the answers so far: called after each change. */
  readonly keep: (answers: readonly MockAnswer[]) => void;
}

/** An interview: subjects one after another, each dug into until the learner passes or nothing deeper is left. */
export class MockRound {
  readonly #ground: RoundGround;
  readonly endsAtMs: number;
  #digs: readonly Dig[];
  #answers: readonly MockAnswer[] = [];
  #current: MockQuestion | undefined;

  constructor(ground: RoundGround, digs: readonly Dig[]) {
    this.#ground = ground;
    this.#digs = digs;
    this.endsAtMs = ground.calendar.nowMs() + ground.minutes * 60_000;
    this.#current = this.#ask();
  }

  get current(): MockQuestion | undefined {
    return this.#current;
  }

  get answers(): readonly MockAnswer[] {
    return this.#answers;
  }

  answer(text: string, durationMs: number, isPassed: boolean): MockQuestion | undefined {
    const question = this.#current;
    if (!question) return undefined;
    const ticked = question.sheet.keyPoints.map(() => false);
    this.#answers = [
      ...this.#answers,
      { question, text: text.trim(), durationMs, isPassed, ticked },
    ];
    const [dig = [], ...others] = this.#digs;
    this.#digs = isPassed ? others : [dig.slice(1), ...others];
    const isOver = this.#ground.calendar.nowMs() >= this.endsAtMs;
    this.#current = isOver ? undefined : this.#ask();
    this.#ground.keep(this.#answers);
    return this.#current;
  }

  /** Keeps what the learner made of an answer; gives why it could not be kept. An answer is rated once. */
  review(index: number, ticked: readonly boolean[], rating: Rating): string | undefined {
    const answer = this.#answers[index];
    if (!answer) return undefined;
    try {
      if (answer.rating === undefined) this.#record(answer, rating);
      this.#answers = this.#answers.with(index, {
        ...answer,
        ticked,
        rating: answer.rating ?? rating,
      });
      this.#ground.keep(this.#answers);
      return undefined;
    } catch (error) {
      return this.#ground.explain(error);
    }
  }

  #record({ question, durationMs }: MockAnswer, rating: Rating): void {
    const { store, calendar, parameters, library } = this.#ground;
    const { id } = question.sheet.question;
    const atMs = calendar.nowMs();
    const outline = library.questions().find((each) => each.id === id);
    store.record({
      kind: 'review',
      question: id,
      rating,
      durationMs,
      source: 'mock',
      fingerprint: outline?.fingerprint ?? '',
      parameters,
      atMs,
      day: calendar.dayOf(atMs),
    });
  }

  #ask(): MockQuestion | undefined {
    const { library } = this.#ground;
    // A question may have left the content since the round was drawn.
    this.#digs = this.#digs
      .map((dig) => dig.filter((id) => library.sheet(id) !== undefined))
      .filter((dig) => dig.length > 0);
    const id = this.#digs[0]?.[0];
    const sheet = id === undefined ? undefined : library.sheet(id);
    if (!sheet) return undefined;
    const { topic, parent } = sheet.question;
    const follows = parent === undefined ? undefined : library.question(parent)?.prompt;
    const topicTitle = library.topics().find((each) => each.id === topic)?.title ?? topic;
    return { sheet, topicTitle, ...(follows === undefined ? {} : { follows }) };
  }
}
