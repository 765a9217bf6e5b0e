import { frontMatterPlace } from '../front-matter-place.ts';
import { readYamlMap, type Trouble, type YamlMap } from './yaml-map.ts';

/** The front matter of an exercise, with the way back to its lines, and the text below it. */
export interface ExerciseFrontMatter extends YamlMap {
  readonly body: string;
  /** 1-based line on which `body` begins. */
  readonly bodyLine: number;
}

/** Reads the front matter of a sanitised exercise, or says what is wrong with it. Never throws. */
export function readFrontMatter(source: string): ExerciseFrontMatter | Trouble {
  const lines = source.split('\n');
  const place = frontMatterPlace(lines);
  if (!place || lines[place.start]?.trimEnd() !== '---')
    return {
      line: 1,
      column: 1,
      what: 'the exercise has no front matter',
      fix: 'begin it with a --- line, id:, title: and the other keys, and a --- line',
    };
  const above = place.start + 1;
  const yaml = `${lines.slice(above, place.end).join('\n')}\n`;
  const map = readYamlMap(yaml, { above, called: 'the front matter' });
  if ('what' in map) return map;
  return { ...map, body: lines.slice(place.end + 1).join('\n'), bodyLine: place.end + 2 };
}
