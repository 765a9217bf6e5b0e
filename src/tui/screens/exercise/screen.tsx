import { type Key, Text, useInput } from 'ink';
import { useCallback, useEffect, useLayoutEffect, useMemo, useReducer } from 'react';
import { UserError } from '../../../domain/user-error.ts';
import { type Canvas, useSize } from '../canvas.ts';
import { Reader } from '../reader/screen.tsx';
import { initialState as readerState, type Size } from '../reader/state.ts';
import { worldWithin } from '../reader/world.ts';
import { Simulation } from '../simulation/screen.tsx';
import { SHORT_PATIENCE_S } from '../simulation/speed.ts';
import { initialState as simulationState } from '../simulation/state.ts';
import type { News } from './actions.ts';
import { frame } from './frame.ts';
import { hear } from './news.ts';
import { press } from './press.ts';
import { textsOf } from './said.ts';
import type { ExerciseState, WorldRequest } from './state.ts';
import type { ExerciseEnd, ExerciseWorld } from './world.ts';

interface ExerciseProps {
  readonly initial: ExerciseState;
  readonly world: ExerciseWorld;
  readonly canvas: Canvas;
  readonly finish: (end: ExerciseEnd) => void;
}

type ExerciseEvent =
  | News
  | { readonly type: 'press'; readonly input: string; readonly key: Key; readonly atMs: number };

/** An exercise on the whole screen. */
export function Exercise({ initial, world, canvas, finish }: ExerciseProps) {
  const [state, dispatch] = useReducer(react, initial);
  const { requests, said, reading, watching } = state;
  const isInFront = !reading && !watching;
  const written = state.asked.prompt.kind === 'file' ? state.restarts : undefined;

  const resize = useCallback((size: Size) => dispatch({ type: 'resize', size }), []);
  useInput((input, key) => dispatch({ type: 'press', input, key, atMs: world.nowMs() }), {
    isActive: isInFront,
  });
  useSize(canvas, resize);
  useLayoutEffect(() => {
    // Whoever is in front hears the keys as soon as it is drawn: an update makes React do at once what it would do later.
    if (isInFront !== undefined) dispatch({ type: 'heard', requests: [] });
  }, [isInFront]);
  useEffect(() => {
    // The words stand before colours and diagrams are ready.
    world.loadTools(textsOf(said)).then((tools) => dispatch({ type: 'tools', for: said, tools }));
  }, [said, world]);
  useEffect(() => {
    if (written === undefined) return undefined;
    return world.onSaved(() => dispatch({ type: 'saved' }));
  }, [written, world]);
  useEffect(() => {
    if (requests.length === 0) return;
    dispatch({ type: 'heard', requests });
    for (const request of requests) {
      if (request.kind === 'leave') finish(request.end);
      else if (request.kind === 'suspendProcess') world.suspendProcess();
      else if (request.kind === 'redraw') canvas.drawAnew();
      else newsAfter(request, world).catch(failed).then(dispatch);
    }
  }, [requests, world, canvas, finish]);

  const readerWorld = useMemo(() => worldWithin(world), [world]);
  if (watching)
    return (
      <Simulation
        initial={simulationState(
          watching,
          state.size,
          state.theme,
          SHORT_PATIENCE_S,
          'your result',
        )}
        world={watching}
        canvas={canvas}
        leave={(code) => dispatch({ type: 'watched', code })}
      />
    );
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

/** A disk that is full, or a run that can't be done, can be helped; what else goes wrong is a mistake of ours. */
function failed(error: unknown): News {
  if (error instanceof UserError) return { type: 'failed', why: error.message };
  throw error;
}

async function newsAfter(request: WorldRequest, world: ExerciseWorld): Promise<News> {
  const parse = (markdown: string) => world.parse(markdown);
  switch (request.kind) {
    case 'answer': {
      const { answer } = request;
      const step = await world.answer(answer);
      const kept = step.prompt.kind === 'end' ? world.kept() : undefined;
      return { type: 'answered', step, answer, kept, hintsLeft: world.hintsLeft(), parse };
    }
    case 'restart': {
      const step = await world.restart();
      return { type: 'restarted', step, hintsLeft: world.hintsLeft(), parse };
    }
    case 'hint': {
      const part = world.hint();
      return { type: 'hinted', part, hintsLeft: world.hintsLeft(), parse };
    }
    case 'watch':
      return { type: 'watching', run: await world.watch() };
    case 'edit':
      return { type: 'edited', trouble: await world.edit(request.path) };
    case 'card': {
      const found = await world.openCard();
      if (typeof found === 'string') return { type: 'notOpened', why: found };
      const tools = await world.loadTools(found.document);
      return { type: 'opened', document: found, tools };
    }
  }
}

function react(state: ExerciseState, event: ExerciseEvent): ExerciseState {
  return event.type === 'press'
    ? press(state, event.input, event.key, event.atMs)
    : hear(state, event);
}
