import { prepare } from '../../src/exercises/index.ts';
import { shippedScenario } from '../exercises/guide.ts';
import { shippedExercises } from '../exercises/shipped.ts';
export function loadLibraryShipped(id: string) {
  const e = shippedExercises.find((x) => x.id === id);
  if (!e) throw new Error(id);
  const { prepared } = prepare(e, shippedScenario);
  if (!prepared) throw new Error('no');
  return prepared;
}
