import type { Library } from '../../content/library.ts';
import type { Host } from '../host.ts';
import { openStoreForReading } from '../open-store.ts';
import { courseOf } from './course.ts';

/** The exercise to do next of a topic: the first that isn't passed, else the first. Undefined where it has none. */
export function exerciseToDo(topic: string, host: Host, library: Library): string | undefined {
  const store = openStoreForReading(host);
  try {
    const today = host.calendar.dayOf(host.calendar.nowMs());
    const course = courseOf(library, store, today).filter((rung) => rung.topic === topic);
    return (course.find(({ state }) => state !== 'passed') ?? course[0])?.id;
  } finally {
    store.close();
  }
}
