import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { home } from '../../../src/commands/home/home.ts';
import { harbourDeck } from '../../e2e/deck.ts';
import { fakeHost } from '../../fixtures/fake-host.ts';

const options = { content: [], plain: true, color: true, json: false };
const run = async () => undefined;

const exercise = `---
id: two-tugs
title: Two tugs and one rope
topic: harbour
kind: tune
level: 1
minutes: 4
scenario: at-least-once
knobs: { a.b: { from: 1, to: 2 } }
solution: { a.b: 2 }
---
A story.

## Debrief

Done.
`;

/** A machine whose deck has so many exercises. */
function machine(exercises: 0 | 1) {
  const deck = join(harbourDeck(), 'deck');
  if (exercises > 0) {
    mkdirSync(join(deck, 'harbour/exercises'));
    writeFileSync(join(deck, 'harbour/exercises/two-tugs.md'), exercise);
  }
  return Object.assign(fakeHost(), { shippedContent: deck });
}

it('printed, home counts the exercises and says how to come to them', async () => {
  const host = machine(1);
  await home(host, options, run);
  const { out } = host.said();
  expect(out).toContain('  Try   0 of 1 exercise done · next “Two tugs and one rope”\n');
  expect(out).toMatch(
    /\n\n {2}swelearn try opens the exercises\.\n\n {2}swelearn plan --interview/,
  );
});

it('printed without exercises, home doesn’t speak of any', async () => {
  const host = machine(0);
  await home(host, options, run);
  expect(host.said().out).not.toContain('exercise');
});

it('tells programs how many exercises are done, and which is next', async () => {
  const host = machine(1);
  await home(host, { ...options, json: true }, run);
  expect(JSON.parse(host.said().out)).toMatchObject({
    schema: 'swelearn.home/1',
    exercises: { done: 0, all: 1, next: { id: 'two-tugs', title: 'Two tugs and one rope' } },
  });
});
