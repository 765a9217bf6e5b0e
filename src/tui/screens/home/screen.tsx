import { type Key, Text, useInput } from 'ink';
import { useCallback, useEffect, useReducer } from 'react';
import { type Canvas, useSize } from '../canvas.ts';
import { homeFrame } from './frame.ts';
import { pressAtHome } from './press.ts';
import type { HomeAction, HomeState } from './state.ts';
import { updateHome } from './update.ts';

interface HomeProps {
  readonly initial: HomeState;
  readonly canvas: Canvas;
  readonly suspend: () => void;
  readonly finish: (done: NonNullable<HomeState['done']>) => void;
}

type HomeEvent = HomeAction | { readonly type: 'press'; readonly input: string; readonly key: Key };

/** Today on one screen, and a key to everything. */
export function Home({ initial, canvas, suspend, finish }: HomeProps) {
  const [state, dispatch] = useReducer(react, initial);
  const resize = useCallback((size: HomeState['size']) => dispatch({ type: 'resize', size }), []);
  useInput((input, key) => {
    if (key.ctrl && input === 'z') suspend();
    else dispatch({ type: 'press', input, key });
  });
  useSize(canvas, resize);
  useEffect(() => {
    if (state.done) finish(state.done);
  }, [state.done, finish]);
  return <Text>{homeFrame(state).join('\n')}</Text>;
}

function react(state: HomeState, event: HomeEvent): HomeState {
  return event.type === 'press'
    ? pressAtHome(state, event.input, event.key)
    : updateHome(state, event);
}
