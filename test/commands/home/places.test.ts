import { expect, it } from 'vitest';
import { argumentsOf } from '../../../src/commands/home/places.ts';

const options = { content: ['/deck'], plain: false, color: false, json: false };

it.each([
  ['quiz', ['quiz']],
  ['study', ['study', 'harbour']],
  ['try', ['try']],
] as const)('%s is a command, with what was said to all of them', (place, args) => {
  const globals = ['--content', '/deck', '--no-color'];
  expect(argumentsOf(place, { study: 'harbour' }, options)).toEqual([...globals, ...args]);
});
