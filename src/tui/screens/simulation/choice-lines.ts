import type { Line } from '../../../markdown/index.ts';
import { oneLine } from '../../components/one-line.ts';
import { line, span } from './spans.ts';
import type { View } from './state.ts';
import { wrapped } from './story-lines.ts';

type Choices = Extract<View, { kind: 'faults' | 'items' }>;

/** Lines above the first choice. */
export const CHOICE_HEAD = 2;

/** A list to choose from, one of them marked. */
export function choiceLines(view: Choices, columns: number): Line[] {
  const { title, choices, none } = wordsOf(view);
  const lines = choices.map(({ key, words }, at) => {
    const isChosen = at === view.at;
    return line(
      span(isChosen ? '› ' : '  ', 'bullet'),
      span(key, isChosen ? 'selected' : 'strong'),
      span(words === '' ? '' : `  ${words}`),
    );
  });
  const body = lines.length > 0 ? lines : wrapped(none, columns, 'muted');
  return [title, line(), ...body];
}

function wordsOf(view: Choices) {
  if (view.kind === 'faults')
    return {
      title: line(span('Break something', 'heading1')),
      choices: view.faults.map(({ label }, at) => ({
        key: at < 9 ? String(at + 1) : ' ',
        words: oneLine(label),
      })),
      none: 'Nothing in this run can be broken by hand.',
    };
  const { search } = view;
  return {
    title: line(
      span('Follow a message', 'heading1'),
      ...(search === undefined ? [] : [span('  '), span(oneLine(search)), span('█')]),
    ),
    choices: view.items.map(({ trace, about }) => ({ key: oneLine(trace), words: oneLine(about) })),
    none: search ? 'No message has that in its name.' : 'There are no messages yet.',
  };
}
