import { readFileSync } from 'node:fs';
import { parseExercise } from '../../src/content/exercise/parse-exercise.ts';
import type { Exercise } from '../../src/domain/exercise.ts';

const guide = contentFile('README.md');

/** The exercises that the guide to the format has as examples. */
export function examples(): Exercise[] {
  return [...guide.matchAll(/^````markdown\n([\s\S]*?)^````$/gm)]
    .map(([, text = '']) => text)
    .filter((text) => /^kind: (predict|tune|diagnose|code)$/m.test(text))
    .flatMap((text) => parseExercise('content/README.md', text).exercise ?? []);
}

export function shippedScenario(name: string): string {
  return contentFile(`scenarios/${name}.yaml`);
}

function contentFile(path: string): string {
  return readFileSync(new URL(`../../content/${path}`, import.meta.url), 'utf8');
}
