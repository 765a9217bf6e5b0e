import { type Key, Text, useInput } from 'ink';
import { useCallback, useEffect, useReducer } from 'react';
import { type Canvas, useSize } from '../canvas.ts';
import type { Size } from '../reader/state.ts';
import { ladderFrame } from './frame.ts';
import { pressOnLadder } from './press.ts';
import type { LadderAction, LadderState } from './state.ts';
import { updateLadder } from './update.ts';
import type { LadderEnd } from './view.ts';

interface LadderProps {
  readonly initial: LadderState;
  readonly canvas: Canvas;
  readonly suspend: () => void;
  readonly finish: (end: LadderEnd) => void;
}

type LadderEvent =
  | LadderAction
  | { readonly type: 'press'; readonly input: string; readonly key: Key };

/** All exercises, to choose one. */
export function Ladder({ initial, canvas, suspend, finish }: LadderProps) {
  const [state, dispatch] = useReducer(react, initial);
  const { done, request } = state;
  const resize = useCallback((size: Size) => dispatch({ type: 'resize', size }), []);
  useInput((input, key) => dispatch({ type: 'press', input, key }));
  useSize(canvas, resize);
  useEffect(() => {
    if (done) finish(done);
  }, [done, finish]);
  useEffect(() => {
    if (!request) return;
    dispatch({ type: 'heard' });
    if (request === 'redraw') canvas.drawAnew();
    else suspend();
  }, [request, canvas, suspend]);
  return <Text>{ladderFrame(state).join('\n')}</Text>;
}

function react(state: LadderState, event: LadderEvent): LadderState {
  return event.type === 'press'
    ? pressOnLadder(state, event.input, event.key)
    : updateLadder(state, event);
}
