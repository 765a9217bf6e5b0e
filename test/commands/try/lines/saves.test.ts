import { expect, it } from 'vitest';
import { Saves } from '../../../../src/commands/try/lines/saves.ts';

/** A file that is watched; the paths of those who listen. */
function setUp() {
  const listeners = new Map<() => void, string>();
  const saves = new Saves((path, onSaved) => {
    listeners.set(onSaved, path);
    return () => listeners.delete(onSaved);
  });
  const save = () => {
    for (const listener of listeners.keys()) listener();
  };
  /** Whether a save is waiting by now. */
  const isSaved = () =>
    Promise.race([saves.next('a.js').then(() => true), Promise.resolve(false).then(() => false)]);
  return { saves, save, isSaved, listeners };
}

it('tells of a save, and of one that came while nobody waited, once', async () => {
  const { saves, save, isSaved, listeners } = setUp();
  const first = saves.next('a.js');
  save();
  await first;
  saves.take();
  expect(await isSaved()).toBe(false);
  save();
  save();
  expect(await isSaved()).toBe(true);
  saves.take();
  expect(await isSaved()).toBe(false);
  expect([...listeners.values()]).toEqual(['a.js']);
});

it('forgets what was saved when it stops, and watches again when it is asked', async () => {
  const { saves, save, isSaved, listeners } = setUp();
  expect(await isSaved()).toBe(false);
  save();
  saves.stop();
  expect(listeners.size).toBe(0);
  expect(await isSaved()).toBe(false);
  save();
  expect(await isSaved()).toBe(true);
});
