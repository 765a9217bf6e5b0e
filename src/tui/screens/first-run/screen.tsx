import { type Key, Text, useInput } from 'ink';
import { useCallback, useEffect, useReducer } from 'react';
import { type Canvas, useSize } from '../canvas.ts';
import { firstRunFrame } from './frame.ts';
import { pressInFirstRun } from './keys.ts';
import { type FirstRunAction, type FirstRunState, updateFirstRun } from './state.ts';

interface FirstRunProps {
  readonly initial: FirstRunState;
  readonly canvas: Canvas;
  readonly finish: (done: NonNullable<FirstRunState['done']>) => void;
}

type FirstRunEvent =
  | FirstRunAction
  | { readonly type: 'press'; readonly input: string; readonly key: Key };

/** Asks what the plan is made of, one screen a question. */
export function FirstRun({ initial, canvas, finish }: FirstRunProps) {
  const [state, dispatch] = useReducer(react, initial);
  const resize = useCallback(
    (size: FirstRunState['size']) => dispatch({ type: 'resize', size }),
    [],
  );
  useInput((input, key) => dispatch({ type: 'press', input, key }));
  useSize(canvas, resize);
  useEffect(() => {
    if (state.done) finish(state.done);
  }, [state.done, finish]);
  return <Text>{firstRunFrame(state).join('\n')}</Text>;
}

function react(state: FirstRunState, event: FirstRunEvent): FirstRunState {
  return event.type === 'press'
    ? pressInFirstRun(state, event.input, event.key)
    : updateFirstRun(state, event);
}
