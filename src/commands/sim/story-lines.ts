import type { Story } from '../../simulator/scenario/index.ts';
import { wrappedText } from '../plan/wrapped-text.ts';

const TIME = /^\s*\S+(?: \S+)? {2}/;

/** A story's lines at a width: times end below each other, and what doesn't fit goes on below the words. */
export function storyLines(lines: readonly string[], width: number): string[] {
  const times = lines.map((line) => TIME.exec(line)?.[0] ?? '');
  const longest = Math.max(...times.map((time) => time.length));
  return lines.flatMap((line, place) => {
    const time = times[place] ?? '';
    if (time === '') return wrappedText(line, width);
    const [first = '', ...rest] = wrappedText(line.slice(time.length), width - longest);
    return [time.padStart(longest) + first, ...rest.map((more) => ' '.repeat(longest) + more)];
  });
}

/** The stories one after the other. What two failed checks have in common is told once, below both of their findings. */
export function allStories(stories: readonly Story[], width: number): string[] {
  const together = new Map<string, string[]>();
  for (const { lines } of stories) {
    const [finding = '', ...chain] = lines;
    const findings = together.get(chain.join('\n')) ?? [];
    findings.push(finding);
    together.set(chain.join('\n'), findings);
  }
  return [...together].flatMap(([chain, findings], place) => [
    ...(place === 0 ? [] : ['']),
    ...storyLines([...findings, ...chain.split('\n')], width),
  ]);
}
