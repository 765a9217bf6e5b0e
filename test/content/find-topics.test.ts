import { describe, expect, it } from 'vitest';
import { findTopics } from '../../src/content/find-topics.ts';
import { memoryFiles, type Tree } from '../fixtures/memory-files.ts';

const find = (nodes: [string, string | { link: string }][], root = '/deck') => {
  const { topics, problems } = findTopics(root, memoryFiles(new Map(nodes) as Tree));
  return { directories: topics.map(({ directory }) => directory), problems };
};

describe('findTopics', () => {
  it('finds topics at any depth, in order, and nothing in hidden or installed directories', () => {
    const card = (path: string): [string, string] => [`/deck/${path}/card.md`, ''];
    expect(find(['b', 'a/deep/er', '.git/x', 'node_modules/y'].map(card)).directories).toEqual([
      '/deck/a/deep/er',
      '/deck/b',
    ]);
  });

  it('comes back from links that lead in a circle', () => {
    expect(
      find([
        ['/deck/a/card.md', ''],
        ['/deck/loop', { link: '.' }],
        ['/deck/sub/up', { link: '../..' }],
        ['/deck/self', { link: 'self' }],
      ]).directories,
    ).toEqual(['/deck/a']);
  });

  it('says that a root is missing and that questions belong to no topic', () => {
    expect(find([], '/nowhere').problems[0]?.what).toBe('there is no such content directory');
    expect(find([['/deck/x/questions.md', '']]).problems[0]).toMatchObject({
      file: '/deck/x/questions.md',
      what: 'these questions belong to no topic',
    });
  });
});
