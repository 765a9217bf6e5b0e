import type { Library } from '../../content/library.ts';
import type { Day } from '../../domain/day.ts';
import type { ParameterSet } from '../../domain/parameter-set.ts';
import type { Progress } from '../../domain/progress.ts';
import type { QuestionOutline } from '../../domain/question.ts';
import { type Rating, ratingNames } from '../../domain/rating.ts';
import type { Change, Review } from '../../domain/review-log.ts';
import { previewMemories } from '../../scheduling/fsrs.ts';
import type { Work } from '../../scheduling/item.ts';
import { isNewlyLeech } from '../../scheduling/leech.ts';
import {
  afterAnswer,
  askedAgain,
  emptySession,
  nextId,
  type Session,
  without,
} from '../../scheduling/session.ts';
import type { QuizCard, Turn } from '../../tui/index.tsx';
import { quizCard } from './card.ts';
import { drawSession } from './draw.ts';
import { offerAfterLapse } from './offer.ts';
import { needsRun } from './poser.ts';
import {
  type SessionGround,
  type SessionWishes,
  sessionItems,
  sessionWork,
} from './session-work.ts';
import { Sheets } from './sheets.ts';
import type { Sitting } from './sitting.ts';
import { outlinesIn, parametersFor } from './study-state.ts';
import { sessionSummary } from './summary.ts';

/**
 * One sitting with the schedule: what is asked next, and what each answer changes. The screen and plain text drive it alike.
 * What a method changed is durable when it returns; where it could not be kept, the turn says why and the card stays.
 */
export class QuizRun implements Sitting {
  readonly #wishes: SessionWishes;
  readonly #startedMs: number;
  readonly #why = new Map<string, QuizCard['why']>();
  readonly #parameters: ParameterSet;
  #ground: SessionGround;
  #outlines: ReadonlyMap<string, QuestionOutline>;
  #session: Session;
  #current: string | undefined;
  #kept: Review[] = [];
  #left: Work['left'] | undefined;
  readonly #gone = new Set<string>();
  #sheets: Sheets;

  constructor(ground: SessionGround, wishes: SessionWishes) {
    this.#ground = ground;
    this.#wishes = wishes;
    this.#startedMs = ground.calendar.nowMs();
    this.#outlines = outlinesOf(ground.library);
    this.#sheets = sheetsOf(ground);
    this.#parameters = parametersFor(ground.settings, ground.store);
    this.#session = emptySession(wishes.limit);
  }

  /** The next question, or the same one while it is not answered. */
  turn(said: Pick<Turn, 'notice' | 'trouble'> = {}): Turn {
    for (let id = this.#choose(); id !== undefined; id = this.#choose()) {
      if (this.#shown(id)) return this.#turnAt(id, said);
      // It left the content, or its run can't be done, and the list that it was drawn from doesn't know yet.
      this.#gone.add(id);
      this.#session = without(this.#session, id);
    }
    return this.#turnAt(undefined, said);
  }

  async rest(): Promise<Turn> {
    if (this.#session.waiting.length > 0) await this.#ground.poser?.prepare();
    return this.turn();
  }

  #turnAt(id: string | undefined, said: Pick<Turn, 'notice' | 'trouble'>): Turn {
    this.#current = id;
    const card = id === undefined ? undefined : this.#card(id);
    const { waiting, steps } = this.#session;
    const fresh = waiting.filter((id) => this.#why.get(id) === 'new').length;
    const left = { fresh, steps: steps.length, reviews: waiting.length - fresh };
    return { card, left, answered: this.#kept.length, ...said };
  }

  rate(rating: Rating, durationMs: number): Turn {
    const id = this.#current;
    if (id === undefined) return this.turn();
    const { library, store, settings } = this.#ground;
    const isLapse = rating === 1 && store.progressOf(id)?.memory?.state === 'Review';
    const next = this.#keeping(() => {
      const { entry, progress } = store.record({
        kind: 'review',
        question: id,
        rating,
        durationMs,
        source: 'quiz',
        fingerprint: this.#fingerprint(id),
        parameters: this.#parameters,
        ...this.#moment(),
      });
      if (entry.kind === 'review') this.#kept.push(entry);
      this.#answered(id, progress);
      if (rating !== 1 || !progress || !isNewlyLeech(progress, settings.leechThreshold))
        return undefined;
      return leechNotice(progress);
    });
    const offer = isLapse && !next.trouble ? offerAfterLapse(id, library, store) : undefined;
    return offer ? { ...next, offer } : next;
  }

  /** Goes on after an exercise was open since a moment. What it was worth then counts as the answer. */
  tried(id: string, sinceMs: number): Turn {
    const { store, calendar } = this.#ground;
    const results = store
      .reviewsBetween(calendar.dayOf(sinceMs), this.#moment().day)
      .filter(({ question, source, atMs }) => {
        return question === id && source === 'exercise' && atMs >= sinceMs;
      });
    if (results.length > 0) {
      this.#kept.push(...results);
      this.#answered(id, store.progressOf(id));
    }
    return this.turn();
  }

  #answered(id: string, progress: Progress | undefined): void {
    const stepDueMs = progress?.memory?.dueMs ?? null;
    this.#session = afterAnswer(this.#session, id, stepDueMs);
    if (stepDueMs !== null) this.#why.set(id, 'step');
  }

  undo(): Turn {
    return this.#keeping(() => {
      const undone = this.#ground.store.undo(this.#moment());
      if (!undone) return 'there is nothing to undo';
      const { entry } = undone;
      const id = entry.question;
      this.#kept = this.#kept.filter((review) => review.id !== entry.id);
      const { library } = this.#ground;
      const outline = this.#outlines.get(id);
      // An exercise that is new again is met by trying it, not here.
      const isAskable = outline && (outline.kind !== 'exercise' || undone.progress?.memory);
      this.#session = isAskable ? askedAgain(this.#session, id) : without(this.#session, id);
      if (isAskable) this.#why.set(id, whyAsked(undone.progress, this.#moment().day));
      const name = library.question(id)?.prompt ?? library.exercise(id)?.title;
      return `undone: ${nameOf(entry)}, ${name ? `“${name}”` : id}`;
    });
  }

  suspend(): Turn {
    const id = this.#current;
    if (id === undefined) return this.turn();
    return this.#keeping(() => {
      this.#change('suspend', id);
      this.#session = without(this.#session, id);
      return 'suspended: it is not asked again until u takes that back';
    });
  }

  decideWording(decision: 'keep' | 'reset'): Turn {
    const id = this.#current;
    if (id === undefined) return this.turn();
    return this.#keeping(() => {
      this.#change(decision, id);
      if (decision === 'keep') return 'kept: your history holds for the new wording';
      this.#why.set(id, 'new');
      return 'started again: the question is new to you';
    });
  }

  /** Goes on with content that was read again. */
  reread(library: Library): Turn {
    this.#ground = { ...this.#ground, library };
    this.#outlines = outlinesOf(library);
    this.#sheets = sheetsOf(this.#ground);
    this.#gone.clear();
    for (const id of [...this.#session.waiting, ...this.#session.steps.map((step) => step.id)])
      if (!this.#outlines.has(id)) this.#session = without(this.#session, id);
    return this.turn();
  }

  summary(): readonly string[] {
    const items = sessionItems(this.#ground, this.#wishes).filter(({ question }) =>
      this.#wishes.isWanted(question),
    );
    const unfinished = { waiting: this.#session.waiting.length, left: this.#left };
    return sessionSummary(this.#kept, items, unfinished, this.#moment());
  }

  #choose(): string | undefined {
    const nowMs = this.#ground.calendar.nowMs();
    const isOver = nowMs - this.#startedMs >= this.#wishes.minutes * 60_000;
    if (isOver) return undefined;
    const next = nextId(this.#askable(), nowMs);
    if (next !== undefined || this.#session.waiting.length > 0) return next;
    // What was learnt meanwhile may have unlocked its follow-ups.
    this.#draw();
    return nextId(this.#askable(), nowMs);
  }

  /** The session without what needs a run, until the simulator is at hand. */
  #askable(): Session {
    if (this.#ground.poser?.isReady !== false) return this.#session;
    const isAskable = (id: string) => {
      const outline = this.#outlines.get(id);
      return outline === undefined || !needsRun(outline);
    };
    return { ...this.#session, waiting: this.#session.waiting.filter(isAskable) };
  }

  #draw(): void {
    const { library } = this.#ground;
    const met = this.#kept.filter(({ elapsedDays }) => elapsedDays === null).length;
    const soFar = { met, gone: this.#gone, parameters: this.#parameters };
    const work = sessionWork(this.#ground, this.#wishes, soFar);
    const { atMs } = this.#moment();
    const drawn = drawSession(work, this.#session, atMs, library.topics(), this.#outlines);
    this.#session = drawn.session;
    this.#left = work.left;
    for (const [id, why] of drawn.why) this.#why.set(id, why);
    // They are at hand even when another process reads changed content meanwhile.
    for (const id of drawn.session.waiting) this.#sheets.question(id);
  }

  #shown(id: string): ReturnType<Sheets['get']> {
    const reps = this.#ground.store.progressOf(id)?.memory?.reps ?? 0;
    return this.#sheets.get(id, this.#wishes.seed ?? this.#moment().day, reps);
  }

  #card(id: string): QuizCard | undefined {
    const { library, store } = this.#ground;
    const shown = this.#shown(id);
    if (!shown) return undefined;
    const progress = store.progressOf(id);
    const moment = this.#moment();
    return quizCard(shown.sheet, library, {
      ...(shown.origin ? { origin: shown.origin } : {}),
      why: this.#why.get(id) ?? 'due',
      preview: previewMemories(progress?.memory, moment, this.#parameters, id),
      isReworded: progress?.memory !== undefined && progress.fingerprint !== this.#fingerprint(id),
      seed: `${this.#wishes.seed ?? moment.day} ${progress?.memory?.reps ?? 0}`,
    });
  }

  /** Runs what must be kept; when it can't be, says why and asks the same question again. */
  #keeping(work: () => string | undefined): Turn {
    let notice: string | undefined;
    try {
      notice = work();
    } catch (error) {
      return this.#turnAt(this.#current, { trouble: this.#ground.explain(error) });
    }
    // What goes wrong from here on doesn't take back what was kept.
    return this.turn(notice === undefined ? {} : { notice });
  }

  #change(kind: Change['kind'], question: string): void {
    const fingerprint = this.#fingerprint(question);
    this.#ground.store.record({ kind, question, fingerprint, ...this.#moment() });
  }

  #fingerprint(id: string): string {
    return this.#outlines.get(id)?.fingerprint ?? '';
  }

  #moment(): { atMs: number; day: Day } {
    const atMs = this.#ground.calendar.nowMs();
    return { atMs, day: this.#ground.calendar.dayOf(atMs) };
  }
}

function outlinesOf(library: Library): ReadonlyMap<string, QuestionOutline> {
  return new Map(outlinesIn(library).map((outline) => [outline.id, outline]));
}

function whyAsked(progress: Progress | undefined, today: Day): QuizCard['why'] {
  const memory = progress?.memory;
  if (!memory) return 'new';
  if (memory.dueMs !== null) return 'step';
  return memory.dueDay <= today ? 'due' : 'last pass';
}

function nameOf(entry: Review | Change): string {
  return entry.kind === 'review' ? ratingNames[entry.rating] : entry.kind;
}

function leechNotice({ memory }: Progress): string {
  return `forgotten ${memory?.lapses} times: read its card (c), make it clearer (e), or suspend it (s)`;
}

function sheetsOf({ library, poser, store }: SessionGround): Sheets {
  const isPassed = (id: string) =>
    store.attempts().some(({ question, passed }) => question === id && passed);
  return new Sheets(library, poser, isPassed);
}
