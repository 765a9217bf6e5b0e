import type { News } from './actions.ts';
import { answerSaid, asked, comesBack, partSaid, type Said, stepSaid } from './said.ts';
import { showLatest, topOf } from './scroll.ts';
import {
  draftOf,
  type ExerciseState,
  initialState,
  laidOut,
  requesting,
  waitingFor,
} from './state.ts';
import { send } from './update.ts';

/** The state after something was heard from the world outside. */
export function hear(state: ExerciseState, news: News): ExerciseState {
  switch (news.type) {
    case 'resize':
      return resized(state, news.size);
    case 'answered':
      return answered({ ...state, waiting: undefined }, news);
    case 'restarted':
      return restarted(state, news);
    case 'hinted':
      return hinted({ ...state, waiting: undefined, hintsLeft: news.hintsLeft }, news);
    case 'failed':
      return runIfSaved({ ...state, waiting: undefined, trouble: news.why });
    case 'tools':
      // They may come when more was said already.
      return news.for === state.said ? laidOut({ ...state, tools: news.tools }) : state;
    case 'watching':
      return { ...state, waiting: undefined, watching: news.run };
    case 'watched': {
      const back = { ...state, watching: undefined };
      return news.code === 0 ? send(back) : leaving(back);
    }
    case 'edited':
      return runIfSaved({ ...state, waiting: undefined, message: news.trouble });
    case 'saved':
      return saved(state);
    case 'opened':
      return {
        ...state,
        waiting: undefined,
        reading: { document: news.document, tools: news.tools },
      };
    case 'notOpened':
      return { ...state, waiting: undefined, message: news.why };
    case 'closedReader': {
      const closed = { ...state, reading: undefined };
      return news.code === 0 ? runIfSaved(closed) : leaving(closed);
    }
    case 'heard':
      return {
        ...state,
        requests: state.requests.filter((request) => !news.requests.includes(request)),
      };
  }
}

function leaving(state: ExerciseState): ExerciseState {
  return requesting(state, { kind: 'leave', end: { go: 'quit', code: 130 } });
}

/** Where the answer didn't fit, it stands as it was, to be mended. */
function answered(
  state: ExerciseState,
  { step, answer, kept, hintsLeft, parse }: Extract<News, { type: 'answered' }>,
): ExerciseState {
  if (step.trouble !== undefined) return runIfSaved({ ...state, trouble: step.trouble });
  const echo = answerSaid(state.asked, answer, step);
  const news = [...(echo ? [echo] : []), ...stepSaid(step, parse)];
  const next = {
    ...state,
    asked: asked(step.prompt, parse),
    draft: nextDraft(state, step.prompt),
    trouble: undefined,
    kept,
    hintsLeft,
  };
  const isSeenBelow = echo !== undefined && comesBack(state.asked.prompt, step.prompt);
  return runIfSaved(saying(next, news, isSeenBelow ? 1 : 0));
}

/** A form that comes back is gone on with where the learner was. */
function nextDraft(
  { asked: { prompt: before }, draft }: ExerciseState,
  prompt: ExerciseState['asked']['prompt'],
) {
  const next = draftOf(prompt);
  const isSame =
    before.kind === 'form' &&
    prompt.kind === 'form' &&
    before.fields.length === prompt.fields.length;
  return isSame ? { ...next, at: draft.at } : next;
}

/** The first of the news that `above` counts can be scrolled to, but aren’t what is shown. */
function saying(state: ExerciseState, news: readonly Said[], above = 0): ExerciseState {
  if (news.length === 0) return state;
  const before = state.said.length + Math.min(above, news.length - 1);
  return showLatest(laidOut({ ...state, said: [...state.said, ...news], before }));
}

function restarted(
  state: ExerciseState,
  { step, hintsLeft, parse }: Extract<News, { type: 'restarted' }>,
): ExerciseState {
  const { view, size, theme, tools, held, requests, restarts } = state;
  const anew = initialState({ ...view, step, hintsLeft }, size, theme, parse);
  return laidOut({ ...anew, tools, held, requests, restarts: restarts + 1 });
}

function hinted(
  state: ExerciseState,
  { part, parse }: Extract<News, { type: 'hinted' }>,
): ExerciseState {
  if (!part) return { ...state, message: 'there are no more hints' };
  return saying(state, [partSaid(part, parse)]);
}

/** A program is judged when it is saved, or as soon as the last judgement is there. */
function saved(state: ExerciseState): ExerciseState {
  if (state.asked.prompt.kind !== 'file') return state;
  const isBusy = state.waiting !== undefined || state.reading !== undefined;
  return isBusy ? { ...state, isSavedMeanwhile: true } : run(state);
}

function runIfSaved(state: ExerciseState): ExerciseState {
  const isDue = state.isSavedMeanwhile && state.waiting === undefined;
  const calm = isDue ? { ...state, isSavedMeanwhile: false } : state;
  return isDue && state.asked.prompt.kind === 'file' ? run(calm) : calm;
}

function run(state: ExerciseState): ExerciseState {
  return waitingFor({ ...state, trouble: undefined }, { kind: 'answer', answer: { kind: 'run' } });
}

/** Stays at about the same words. */
function resized(state: ExerciseState, size: ExerciseState['size']): ExerciseState {
  const before = state.transcript.lines.length;
  const next = laidOut({ ...state, size, leftColumn: 0 });
  const after = next.transcript.lines.length;
  const moved = { ...next, top: before === 0 ? 0 : Math.round((state.top * after) / before) };
  return { ...moved, top: topOf(moved) };
}
