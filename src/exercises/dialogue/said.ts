import type { Part } from '../../domain/dialogue.ts';
import type { Story } from '../../simulator/scenario/index.ts';

export function said(text: string): Part {
  return { kind: 'text', text };
}

/** The first story of a run, if something went wrong in it. */
export function toldFirst(stories: readonly Story[], seed: number): Part[] {
  const [story] = stories;
  return story
    ? [{ kind: 'story', title: `What happened, with seed ${seed}`, lines: story.lines }]
    : [];
}
