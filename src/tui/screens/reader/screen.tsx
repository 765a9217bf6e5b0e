import { type Key, Text, useInput } from 'ink';
import { useCallback, useEffect, useReducer } from 'react';
import { type Canvas, useSize } from '../canvas.ts';
import type { ReaderWorld } from './document.ts';
import { frame } from './frame.ts';
import { press } from './press.ts';
import type { ReaderState, Size } from './state.ts';
import { type Action, update } from './update.ts';

interface ReaderProps {
  readonly initial: ReaderState;
  readonly world: ReaderWorld;
  readonly canvas: Canvas;
  readonly leave: (code: 0 | 130) => void;
}

type ReaderEvent = Action | { readonly type: 'press'; readonly input: string; readonly key: Key };

/** The reader on the whole screen. */
export function Reader({ initial, world, canvas, leave }: ReaderProps) {
  const [state, dispatch] = useReducer(react, initial);
  const { document, request } = state;

  const resize = useCallback((size: Size) => dispatch({ type: 'resize', size }), []);
  useInput((input, key) => dispatch({ type: 'press', input, key }));
  useSize(canvas, resize);
  useEffect(() => {
    // The first frame stands before colours and diagrams are ready.
    world.loadTools(document.document).then((tools) => dispatch({ type: 'tools', tools }));
  }, [document, world]);
  useEffect(() => {
    if (request?.kind === 'leave') leave(request.code);
    else if (request?.kind === 'suspend') world.suspend();
    else if (request?.kind === 'redraw') canvas.drawAnew();
    else if (request?.kind === 'open') {
      world.open(request.link, document).then(async (found) => {
        if (typeof found === 'string') dispatch({ type: 'say', message: found });
        else
          dispatch({
            type: 'opened',
            document: found,
            tools: await world.loadTools(found.document),
          });
      });
    }
  }, [request, document, world, canvas, leave]);

  return <Text>{frame(state).join('\n')}</Text>;
}

function react(state: ReaderState, event: ReaderEvent): ReaderState {
  return event.type === 'press' ? press(state, event.input, event.key) : update(state, event);
}
