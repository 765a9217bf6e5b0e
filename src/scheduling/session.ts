/** A learning step that comes back within the session. */
interface Step {
  readonly id: string;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly dueMs: number;
}

/** One sitting: what is still to be asked. Pure data; the log knows what was answered. */
export interface Session {
  /** In the order in which they are asked. */
  readonly waiting: readonly string[];
  readonly steps: readonly Step[];
  /** How many new questions may still be drawn into it. */
  readonly room: number;
}

/** A session in which nothing is drawn yet, for so many questions. */
export function emptySession(room: number): Session {
  return { waiting: [], steps: [], room };
}

/** How long before its minute a step is asked when nothing else is left: what Anki calls the learn-ahead limit. */
const AHEAD_MS = 20 * 60_000;

/** Whether a step may be asked when nothing else is left. */
export function isNearlyDue(dueMs: number, nowMs: number): boolean {
  return dueMs <= nowMs + AHEAD_MS;
}

/** The id to ask now: a step whose minute has come, else the next in line, else a step that is nearly due. */
export function nextId({ waiting, steps }: Session, nowMs: number): string | undefined {
  const first = earliest(steps);
  if (first && first.dueMs <= nowMs) return first.id;
  const [next] = waiting;
  return next ?? (first && isNearlyDue(first.dueMs, nowMs) ? first.id : undefined);
}

/** The session once a question was answered; `stepDueMs` is when it comes back today, or null. */
export function afterAnswer(session: Session, id: string, stepDueMs: number | null): Session {
  const left = without(session, id);
  return stepDueMs === null ? left : { ...left, steps: [...left.steps, { id, dueMs: stepDueMs }] };
}

/** The session without a question: it is suspended, or gone from the content. */
export function without(session: Session, id: string): Session {
  return {
    ...session,
    waiting: session.waiting.filter((each) => each !== id),
    steps: session.steps.filter((step) => step.id !== id),
  };
}

/** The session with a question asked next: its answer was taken back. */
export function askedAgain(session: Session, id: string): Session {
  const left = without(session, id);
  return { ...left, waiting: [id, ...left.waiting] };
}

function earliest(steps: readonly Step[]): Step | undefined {
  return steps.reduce<Step | undefined>(
    (first, step) => (first && first.dueMs <= step.dueMs ? first : step),
    undefined,
  );
}
