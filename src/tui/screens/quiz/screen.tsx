import { type Key, Text, useInput } from 'ink';
import { useCallback, useEffect, useMemo, useReducer } from 'react';
import type { MarkdownDocument } from '../../../markdown/index.ts';
import { type Canvas, useSize } from '../canvas.ts';
import { Reader } from '../reader/screen.tsx';
import { initialState as readerState, type Size } from '../reader/state.ts';
import { worldWithin } from '../reader/world.ts';
import type { News } from './actions.ts';
import { frame } from './frame.ts';
import { hear } from './news.ts';
import { press } from './press.ts';
import type { QuizState, Request, TopicRequest, TurnRequest } from './state.ts';
import type { QuestionSheet, QuizWorld, Turn } from './world.ts';

interface QuizProps {
  readonly initial: QuizState;
  readonly world: QuizWorld;
  readonly canvas: Canvas;
  readonly leave: (code: 0 | 130) => void;
}

type QuizEvent =
  | News
  | { readonly type: 'press'; readonly input: string; readonly key: Key; readonly atMs: number };

/** The quiz on the whole screen. */
export function Quiz({ initial, world, canvas, leave }: QuizProps) {
  const [state, dispatch] = useReducer(react, initial);
  const { requests, asking, reading } = state;
  const card = asking?.card;

  const resize = useCallback((size: Size) => dispatch({ type: 'resize', size }), []);
  useInput((input, key) => dispatch({ type: 'press', input, key, atMs: world.nowMs() }), {
    isActive: !reading,
  });
  useSize(canvas, resize);
  useEffect(() => {
    if (!card) return;
    // The question stands before colours and diagrams are ready.
    world
      .loadTools(textsOf(card.sheet))
      .then((tools) => dispatch({ type: 'tools', for: card, tools }));
  }, [card, world]);
  useEffect(() => {
    if (requests.length === 0) return;
    dispatch({ type: 'heard', requests });
    for (const request of requests) {
      if (request.kind === 'leave') leave(request.code);
      else if (request.kind === 'try') {
        world.tryExercise(request.id);
        leave(0);
      } else if (request.kind === 'suspendProcess') world.suspendProcess();
      else if (request.kind === 'redraw') canvas.drawAnew();
      else answer(request, world).then(dispatch);
    }
  }, [requests, world, canvas, leave]);

  const readerWorld = useMemo(() => worldWithin(world), [world]);
  if (!reading) return <Text>{frame(state).join('\n')}</Text>;
  return (
    <Reader
      initial={readerState(reading.document, state.size, state.theme, reading.tools)}
      world={readerWorld}
      canvas={canvas}
      leave={(code) => dispatch({ type: 'closedReader', code })}
    />
  );
}

async function answer(
  request: TurnRequest | TopicRequest | Extract<Request, { kind: 'search' }>,
  world: QuizWorld,
): Promise<News> {
  if (request.kind === 'search')
    return { type: 'found', words: request.words, hits: world.search(request.words) };
  if (request.kind === 'openTopic') return openTopic(request, world);
  const turn = await turnAfter(request, world);
  return { type: 'turned', turn, nowMs: world.nowMs() };
}

function turnAfter(request: TurnRequest, world: QuizWorld): Turn | Promise<Turn> {
  switch (request.kind) {
    case 'rate':
      return world.rate(request.rating, request.durationMs);
    case 'decide':
      return world.decideWording(request.decision);
    case 'edit':
      return world.edit(request.file, request.line);
    case 'undo':
      return world.undo();
    case 'suspend':
      return world.suspend();
  }
}

async function openTopic(request: TopicRequest, world: QuizWorld): Promise<News> {
  const found = await world.openTopic(request.id);
  if (typeof found === 'string') return { type: 'notOpened', answers: request, why: found };
  const tools = await world.loadTools(found.document);
  return { type: 'opened', answers: request, document: found, tools };
}

/** All texts of a question, to see what they need to be shown. */
function textsOf(sheet: QuestionSheet): MarkdownDocument {
  const texts = [
    sheet.prompt,
    ...(sheet.story ? [sheet.story] : []),
    sheet.answer,
    ...(sheet.hint ? [sheet.hint] : []),
    ...sheet.options.flatMap(({ text, explanation }) => [text, explanation]),
    ...sheet.whyNot.flatMap(({ explanation }) => [explanation]),
  ];
  return { blocks: texts.flatMap(({ blocks }) => blocks) };
}

function react(state: QuizState, event: QuizEvent): QuizState {
  return event.type === 'press'
    ? press(state, event.input, event.key, event.atMs)
    : hear(state, event);
}
