import { parseIsoDate } from '../../../../src/domain/day.ts';
import type { HomeState } from '../../../../src/tui/screens/home/state.ts';
import type { HomeView } from '../../../../src/tui/screens/home/view.ts';

const today = parseIsoDate('2026-11-21') ?? Number.NaN;
const levels = (...ready: readonly [number, number, number, number, number, number]) => ({
  1: { ready: ready[0], of: ready[1] },
  2: { ready: ready[2], of: ready[3] },
  3: { ready: ready[4], of: ready[5] },
});

export const sample: HomeView = {
  today,
  interview: today + 21,
  waiting: { reviews: 14, lastPass: 0, steps: 2, fresh: 5 },
  minutes: 18,
  next: {
    id: 'harbour-pilot',
    prompt: 'Who leads a ship in, and who remains in command while it is led?',
    topic: 'harbour',
    topicTitle: 'The harbour',
    level: 1,
    why: 'due 2 days ago',
  },
  study: 'harbour',
  laterOn: undefined,
  exercises: { done: 5, all: 52, next: { id: 'tow', title: 'Two tugs and one rope' } },
  topics: [
    { id: 'harbour', title: 'The harbour', levels: levels(5, 8, 2, 6, 0, 4) },
    { id: 'light', title: '灯台 at night and in fog', levels: levels(12, 12, 1, 40, 0, 0) },
    {
      id: 'tides',
      title: `Tides, ${'currents, '.repeat(20)}winds`,
      levels: levels(0, 1, 0, 1, 0, 1),
    },
  ],
};

export const nothingLeft: HomeView = {
  ...sample,
  waiting: { reviews: 0, lastPass: 0, steps: 0, fresh: 0 },
  minutes: 0,
  next: undefined,
  laterOn: today + 2,
};

export function homeOf(
  view: HomeView,
  columns: number,
  rows: number,
  theme: HomeState['theme'] = 'mono',
): HomeState {
  return { view, size: { columns, rows }, theme, top: 0 };
}
