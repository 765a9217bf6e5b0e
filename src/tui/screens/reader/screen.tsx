import { type Key, Text, useInput } from 'ink';
import { useCallback, useEffect, useReducer } from 'react';
import { UserError } from '../../../domain/user-error.ts';
import { type Canvas, useSize } from '../canvas.ts';
import type { ReaderDocument } from './document.ts';
import { frame } from './frame.ts';
import { press } from './press.ts';
import type { OpenRequest, ReaderState, Size, TryRequest } from './state.ts';
import { type Action, update } from './update.ts';
import type { ReaderWorld } from './world.ts';

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
  const { document, requests } = state;

  const resize = useCallback((size: Size) => dispatch({ type: 'resize', size }), []);
  useInput((input, key) => dispatch({ type: 'press', input, key }));
  useSize(canvas, resize);
  useEffect(() => {
    // The first frame stands before colours and diagrams are ready.
    world
      .loadTools(document.document)
      .then((tools) => dispatch({ type: 'tools', for: document, tools }));
  }, [document, world]);
  useEffect(() => {
    if (requests.length === 0) return;
    dispatch({ type: 'heard', requests });
    for (const request of requests) {
      if (request.kind === 'leave') leave(request.code);
      else if (request.kind === 'try')
        leaveFor(request, state, world).then((why) => {
          if (why !== undefined) dispatch({ type: 'notTried', why });
        });
      else if (request.kind === 'suspend') world.suspend();
      else if (request.kind === 'redraw') canvas.drawAnew();
      else answer(request, document, world).then(dispatch);
    }
  }, [state, requests, document, world, canvas, leave]);

  return <Text>{frame(state, world.exercises !== undefined).join('\n')}</Text>;
}

/** Leaves the reader for an exercise; gives why it can't be left. */
async function leaveFor(
  { exercise: wanted }: TryRequest,
  state: ReaderState,
  { exercises }: ReaderWorld,
): Promise<string | undefined> {
  try {
    const exercise = wanted ?? (await exercises?.of(state.document));
    if (exercise === undefined) return 'there is no exercise to try here';
    if (!exercises) return `an exercise: swelearn try ${exercise}`;
    exercises.go(exercise, { ...state, requests: [] });
    return undefined;
  } catch (error) {
    // A history that is damaged is no reason to close the page.
    if (error instanceof UserError) return error.message;
    throw error;
  }
}

async function answer(
  request: OpenRequest,
  from: ReaderDocument,
  world: ReaderWorld,
): Promise<Action> {
  const found = await world.open(request.link, from);
  if (typeof found === 'string') return { type: 'notOpened', answers: request, why: found };
  if ('exercise' in found) return { type: 'leadsOn', answers: request, exercise: found.exercise };
  const tools = await world.loadTools(found.document);
  return { type: 'opened', answers: request, document: found, tools };
}

function react(state: ReaderState, event: ReaderEvent): ReaderState {
  return event.type === 'press' ? press(state, event.input, event.key) : update(state, event);
}
