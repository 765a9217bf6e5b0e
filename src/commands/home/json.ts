import { isoDate } from '../../domain/day.ts';
import type { HomeView } from '../../tui/screens/home/view.ts';

/** Today for programs. */
export function homeJson(view: HomeView): object {
  const { today, interview, waiting, minutes, next, laterOn, exercises, topics } = view;
  return {
    schema: 'swelearn.home/1',
    today: isoDate(today),
    interview: interview === undefined ? null : isoDate(interview),
    daysLeft: interview === undefined ? null : interview - today,
    waiting,
    minutes,
    next: next ?? null,
    laterOn: laterOn === undefined ? null : isoDate(laterOn),
    exercises: { ...exercises, next: exercises.next ?? null },
    ready: topics.map(({ id, title, levels }) => ({ topic: id, title, levels })),
  };
}
