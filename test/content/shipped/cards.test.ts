import { describe, expect, it } from 'vitest';
import { topicDocument } from '../../../src/content/topic-document.ts';
import { layout, lineText, loadTools, widthOf } from '../../../src/markdown/index.ts';
import { topLevelBlocks } from '../../../src/markdown/parsing.ts';
import { shippedTopics } from './topics.ts';

const WORDS_A_MINUTE = 150;
const SHORTEST_MINUTES = 8;
const LONGEST_MINUTES = 20;
/** Above it a paragraph is a wall at 80 columns. */
const MOST_WORDS = 120;

const named = shippedTopics.map((topic) => ({ id: topic.card.id, topic }));

describe('the cards that are shipped', () => {
  it('are a course of 24 at least, each with a place of its own, after what it builds on', () => {
    expect(named.length).toBeGreaterThanOrEqual(24);
    const places = shippedTopics.map(({ card }) => card.order);
    expect(places).not.toContain(undefined);
    expect(new Set(places).size).toBe(places.length);
    const ids = named.map(({ id }) => id);
    const early = shippedTopics.flatMap(({ card }) =>
      card.prerequisites.filter((id) => ids.indexOf(id) >= ids.indexOf(card.id)),
    );
    expect(early).toEqual([]);
    const without = shippedTopics.filter(({ card }) => card.prerequisites.length === 0);
    expect(without).toHaveLength(1);
  });

  it.each(named)('$id takes 8 to 20 minutes, and says how many', ({ topic: { card } }) => {
    const minutes = wordsIn(card.body) / WORDS_A_MINUTE;
    expect(minutes).toBeGreaterThanOrEqual(SHORTEST_MINUTES);
    expect(minutes).toBeLessThanOrEqual(LONGEST_MINUTES);
    expect(card.estimatedMinutes / minutes).toBeGreaterThan(0.75);
    expect(card.estimatedMinutes / minutes).toBeLessThan(1.35);
  });

  it.each(named)('$id cites its sources and gives something to try', ({ topic }) => {
    expect(topic.card.sources.length).toBeGreaterThan(2);
    expect(topic.exercises.length).toBeGreaterThan(0);
    expect(section(topic.card.body, 'What Guides Still Say')).not.toBe('');
  });

  it.each(named)('$id has a diagram, and no wall of text', ({ topic: { card } }) => {
    const diagram = section(card.body, 'Architecture Diagram');
    expect(diagram).toMatch(/^```/m);
    const walls = topLevelBlocks(card.body)
      .filter(({ token }) => token.type === 'paragraph')
      .filter(({ token }) => wordsIn(token.raw) > MOST_WORDS)
      .map(({ token }) => token.raw.slice(0, 60));
    expect(walls).toEqual([]);
  });

  it.each(named)('$id fits 80 columns, diagrams and code too', async ({ topic }) => {
    const document = topicDocument(topic);
    const tools = await loadTools(document, { colors: false });
    const page = layout(document, 80, { open: 'all', plain: true, tools });
    const wide = page.lines.map(lineText).filter((line) => widthOf(line) > 80);
    expect(wide).toEqual([]);
  });
});

function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function section(body: string, title: string): string {
  const [, text = ''] =
    new RegExp(`^## ${title}\n([\\s\\S]*?)(?=^## |(?![\\s\\S]))`, 'm').exec(body) ?? [];
  return text.trim();
}
