import type { ScenarioSource } from '../../domain/exercise.ts';
import { isId } from '../../domain/id.ts';
import type { ExerciseFrontMatter } from './front-matter.ts';
import { type Kind, readBy, Wrong } from './kind.ts';

/** The scenario of an exercise: its own, in a literal block, which keeps lines and places, or a shipped one's name. */
export function scenarioSource(frontMatter: ExerciseFrontMatter): Kind<ScenarioSource> {
  return readBy((input) => {
    const block = frontMatter.block('scenario');
    if (block && block.text.trim() !== '') return { kind: 'own', ...block };
    if (typeof input === 'string' && isId(input)) return { kind: 'shipped', name: input };
    return new Wrong(
      'write the name of a shipped scenario, e.g. at-least-once, or scenario: | and the scenario itself, indented, on the lines below',
    );
  });
}
