import { type Key, Text, useInput } from 'ink';
import { useCallback, useEffect, useReducer } from 'react';
import type { MarkdownDocument } from '../../../markdown/index.ts';
import { type Canvas, useSize } from '../canvas.ts';
import type { QuestionSheet } from '../quiz/world.ts';
import type { Size } from '../reader/state.ts';
import type { News } from './actions.ts';
import { frame } from './frame.ts';
import { hear } from './news.ts';
import { press } from './press.ts';
import { type MockState, questionIn, type WorldRequest } from './state.ts';
import type { MockWorld } from './world.ts';

interface MockProps {
  readonly initial: MockState;
  readonly world: MockWorld;
  readonly canvas: Canvas;
  readonly leave: (code: 0 | 130) => void;
}

type MockEvent =
  | News
  | { readonly type: 'press'; readonly input: string; readonly key: Key; readonly atMs: number };

/** An interview round on the whole screen, then its review. */
export function Mock({ initial, world, canvas, leave }: MockProps) {
  const [state, dispatch] = useReducer(react, initial);
  const { requests, scene } = state;
  const question = questionIn(scene);
  const isTicking = scene.kind === 'asking';

  const resize = useCallback((size: Size) => dispatch({ type: 'resize', size }), []);
  useInput((input, key) => dispatch({ type: 'press', input, key, atMs: world.nowMs() }));
  useSize(canvas, resize);
  useEffect(() => {
    if (!isTicking) return undefined;
    return world.onTick(() => dispatch({ type: 'tick', nowMs: world.nowMs() }));
  }, [isTicking, world]);
  useEffect(() => {
    if (!question) return;
    // The question stands before colours and diagrams are ready.
    world
      .loadTools(textsOf(question.sheet))
      .then((tools) => dispatch({ type: 'tools', for: question, tools }));
  }, [question, world]);
  useEffect(() => {
    if (requests.length === 0) return;
    dispatch({ type: 'heard', requests });
    for (const request of requests) {
      if (request.kind === 'leave') leave(request.code);
      else if (request.kind === 'suspendProcess') world.suspendProcess();
      else if (request.kind === 'redraw') canvas.drawAnew();
      else dispatch(newsAfter(request, world));
    }
  }, [requests, world, canvas, leave]);

  return <Text>{frame(state).join('\n')}</Text>;
}

function newsAfter(request: WorldRequest, world: MockWorld): News {
  switch (request.kind) {
    case 'answer': {
      const question = world.answer(request.text, request.durationMs, request.isPassed);
      if (question) return { type: 'asked', question, nowMs: world.nowMs() };
      return { type: 'over', answers: world.answers() };
    }
    case 'end':
      return { type: 'over', answers: world.answers() };
    case 'review': {
      const trouble = world.review(request.index, request.ticked, request.rating);
      return { type: 'reviewed', answers: world.answers(), trouble };
    }
  }
}

/** All texts of a question, to see what they need to be shown. */
function textsOf({ prompt, answer, keyPoints }: QuestionSheet): MarkdownDocument {
  return { blocks: [prompt, answer, ...keyPoints].flatMap(({ blocks }) => blocks) };
}

function react(state: MockState, event: MockEvent): MockState {
  return event.type === 'press'
    ? press(state, event.input, event.key, event.atMs)
    : hear(state, event);
}
