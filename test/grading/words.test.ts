import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentStems, stem, wordsOf } from '../../src/grading/words.ts';

it.each([
  ['At-least-once, please!', ['at', 'least', 'once', 'please']],
  ['30s or 1,000 ms; 2.5x', ['30', 's', 'or', '1000', 'ms', '2.5', 'x']],
  ['**It** isn’t `done`', ['it', "isn't", 'done']],
  ['', []],
])('the words of %j are %j', (text, words) => {
  expect(wordsOf(text)).toEqual(words);
});

describe('the stem is the same for', () => {
  it.each([
    ['delete', 'deletes', 'deleted', 'deleting'],
    ['retry', 'retries', 'retried', 'retrying'],
    ['process', 'processes', 'processed', 'processing'],
    ['drop', 'drops', 'dropped', 'dropping'],
    ['message', 'messages', "message's"],
  ])('%s and its forms', (...forms) => {
    expect(new Set(forms.map(stem)).size).toBe(1);
  });
});

it('short words and numbers are their own stems', () => {
  expect(['sqs', 'bus', '1000'].map(stem)).toEqual(['sqs', 'bus', '1000']);
});

it('words without a meaning of their own are left out', () => {
  expect(contentStems('What is in the queue?')).toEqual(['queu']);
});

it('no text is without a stem that has a word with a meaning', () => {
  fc.assert(fc.property(fc.string(), (text) => contentStems(text).every((word) => word !== '')));
});
