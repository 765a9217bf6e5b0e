import { Text, useInput } from 'ink';
import { useEffect, useReducer } from 'react';
import type { ReaderWorld } from './document.ts';
import { frame } from './frame.ts';
import { actionsFor } from './keys.ts';
import type { ReaderState, Size } from './state.ts';
import { update } from './update.ts';

interface ReaderProps {
  readonly initial: ReaderState;
  readonly world: ReaderWorld;
  /** Tells of every change of the terminal's size; gives back how to stop listening. */
  readonly onResize: (listener: (size: Size) => void) => () => void;
  readonly leave: (code: 0 | 130) => void;
}

/** The reader on the whole screen. */
export function Reader({ initial, world, onResize, leave }: ReaderProps) {
  const [state, dispatch] = useReducer(update, initial);
  const { document, request } = state;

  useInput((input, key) => {
    for (const action of actionsFor(input, key, state.overlay)) dispatch(action);
  });
  useEffect(() => onResize((size) => dispatch({ type: 'resize', size })), [onResize]);
  useEffect(() => {
    // The first frame stands before colours and diagrams are ready.
    world.loadTools(document.document).then((tools) => dispatch({ type: 'tools', tools }));
  }, [document, world]);
  useEffect(() => {
    if (request?.kind === 'leave') leave(request.code);
    else if (request?.kind === 'suspend') world.suspend();
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
  }, [request, document, world, leave]);

  return <Text>{frame(state).join('\n')}</Text>;
}
