import { type Key, Text, useInput } from 'ink';
import { useCallback, useEffect, useReducer } from 'react';
import { paint, type Theme, themes, widthOf } from '../../../markdown/index.ts';
import { cutTo, cutToEnd } from '../../cut.ts';
import { type Canvas, useSize } from '../canvas.ts';
import { pressInPicker } from './press.ts';
import {
  type Choice,
  matching,
  type PickerAction,
  type PickerState,
  updatePicker,
} from './state.ts';

interface PickerProps {
  readonly initial: PickerState;
  readonly canvas: Canvas;
  readonly finish: (done: NonNullable<PickerState['done']>) => void;
}

type PickerEvent =
  | PickerAction
  | { readonly type: 'press'; readonly input: string; readonly key: Key };

/** Lets the learner choose a topic. */
export function Picker({ initial, canvas, finish }: PickerProps) {
  const [state, dispatch] = useReducer(react, initial);
  const resize = useCallback((size: PickerState['size']) => dispatch({ type: 'resize', size }), []);
  useInput((input, key) => dispatch({ type: 'press', input, key }));
  useSize(canvas, resize);
  useEffect(() => {
    if (state.done) finish(state.done);
  }, [state.done, finish]);
  return <Text>{pickerFrame(state).join('\n')}</Text>;
}

function react(state: PickerState, event: PickerEvent): PickerState {
  return event.type === 'press'
    ? pressInPicker(state, event.input, event.key)
    : updatePicker(state, event);
}

/** The whole screen as painted lines, one fewer than the terminal has rows. */
export function pickerFrame(state: PickerState): string[] {
  const theme = themes[state.theme];
  const { columns, rows } = state.size;
  const choices = matching(state);
  const room = Math.max(1, rows - 6);
  const first = Math.max(0, Math.min(state.at - Math.floor(room / 2), choices.length - room));
  const idWidth = Math.min(
    30,
    Math.floor(columns / 2),
    Math.max(0, ...choices.map(({ id }) => widthOf(id))),
  );
  const lines = choices
    .slice(first, first + room)
    .map((choice, row) => choiceLine(choice, first + row === state.at, idWidth, columns, theme));
  const prompt =
    state.filter === ''
      ? paint('type to filter', ['muted'], theme)
      : cutToEnd(state.filter, Math.max(8, columns - 30));
  const body = lines.length > 0 ? lines : [`    ${paint('no topic like that', ['muted'], theme)}`];
  const head = ['', `  ${paint('What do you want to read?', ['heading1'], theme)}  ${prompt}`, ''];
  const filled = [...head, ...body, ...Array(Math.max(0, room - body.length)).fill('')];
  return [
    ...filled,
    '',
    paint(cutTo('  ↑ ↓ choose   Enter reads   Esc leaves', columns - 1), ['muted'], theme),
  ]
    .slice(0, Math.max(1, rows - 1))
    .map((line) => cutTo(line, columns));
}

function choiceLine(
  { id, title, about }: Choice,
  isChosen: boolean,
  idWidth: number,
  columns: number,
  theme: Theme,
): string {
  const name = cutTo(id, idWidth);
  const left = `${name}${' '.repeat(Math.max(0, idWidth - widthOf(name)))}`;
  const rest = cutTo(`${title}  ${about}`, columns - idWidth - 8);
  const mark = paint(isChosen ? '›' : ' ', ['bullet'], theme);
  return `  ${mark} ${isChosen ? paint(left, ['selected'], theme) : paint(left, ['strong'], theme)}  ${rest}`;
}
