import { type Key, Text, useInput } from 'ink';
import { useCallback, useEffect, useReducer } from 'react';
import { type Canvas, useSize } from '../canvas.ts';
import type { Size } from '../reader/state.ts';
import type { News } from './actions.ts';
import { advanceWithin } from './advance.ts';
import { frame } from './frame.ts';
import { hear } from './news.ts';
import { press } from './press.ts';
import type { SimulationState, WorldRequest } from './state.ts';
import type { SimulationWorld } from './world.ts';

interface SimulationProps {
  readonly initial: SimulationState;
  readonly world: SimulationWorld;
  readonly canvas: Canvas;
  readonly leave: (code: 0 | 130) => void;
}

type SimulationEvent = News | { readonly type: 'press'; readonly input: string; readonly key: Key };

/** Of a tick's tenth of a second; the rest is for keys and drawing. */
const BUDGET_MS = 60;

/** A simulation while it runs. */
export function Simulation({ initial, world, canvas, leave }: SimulationProps) {
  const [state, dispatch] = useReducer(react, initial);
  const { requests, pace } = state;
  const isTicking = pace !== 'paused';

  const resize = useCallback((size: Size) => dispatch({ type: 'resize', size }), []);
  useInput((input, key) => dispatch({ type: 'press', input, key }));
  useSize(canvas, resize);
  useEffect(() => {
    if (!isTicking) return undefined;
    const tick = () => dispatch({ type: 'tick', nowMs: world.nowMs() });
    tick();
    return world.onTick(tick);
  }, [isTicking, world]);
  useEffect(() => {
    if (requests.length === 0) return;
    dispatch({ type: 'heard', requests });
    for (const request of requests) {
      if (request.kind === 'leave') leave(request.code);
      else if (request.kind === 'suspendProcess') world.suspendProcess();
      else if (request.kind === 'redraw') canvas.drawAnew();
      else for (const news of newsAfter(request, world)) dispatch(news);
    }
  }, [requests, world, canvas, leave]);

  return <Text>{frame(state).join('\n')}</Text>;
}

function newsAfter(request: WorldRequest, world: SimulationWorld): News[] {
  switch (request.kind) {
    case 'faults':
      return [{ type: 'faults', faults: world.faults() }];
    case 'items':
      return [{ type: 'items', search: request.search, items: world.items(request.search) }];
    case 'advance': {
      const isBehind = !advanceWithin(world, request.micros, BUDGET_MS);
      return [{ type: 'snapshot', snapshot: world.snapshot(), isBehind }];
    }
    case 'inject': {
      const words = world.inject(request.key);
      return [
        { type: 'injected', words },
        { type: 'snapshot', snapshot: world.snapshot() },
      ];
    }
    case 'follow':
      world.follow(request.trace);
      return [{ type: 'snapshot', snapshot: world.snapshot() }];
    case 'step':
    case 'restart':
      world[request.kind]();
      return [{ type: 'snapshot', snapshot: world.snapshot() }];
  }
}

function react(state: SimulationState, event: SimulationEvent): SimulationState {
  return event.type === 'press' ? press(state, event.input, event.key) : hear(state, event);
}
