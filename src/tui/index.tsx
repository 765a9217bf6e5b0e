/** The door of the room: screens as functions that end when the user leaves them. */
import { render } from 'ink';
import type { ReactElement } from 'react';
import type { LayoutTools } from '../markdown/index.ts';
import { Picker } from './screens/picker/screen.tsx';
import type { Choice } from './screens/picker/state.ts';
import type { ReaderDocument, ReaderWorld } from './screens/reader/document.ts';
import { Reader } from './screens/reader/screen.tsx';
import { initialState, type Size } from './screens/reader/state.ts';

export type { Choice } from './screens/picker/state.ts';
export type { ReaderDocument, ReaderWorld } from './screens/reader/document.ts';

/** The terminal that a screen is drawn on. */
export interface Stage {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly theme: 'dark' | 'light' | 'mono';
  /** Calls back with what takes the screen's drawing down, for ways out that the screen doesn't see. */
  readonly onMount: (unmount: () => void) => void;
  /** Empties the screen, after which it is drawn from its first line. */
  readonly wipe: () => void;
  /** Calls the listener when the program is back in the foreground; gives back how to stop. */
  readonly onResume: (listener: () => void) => () => void;
}

/** Shows a document until the reader leaves; gives the exit code. */
export function runReader(
  stage: Stage,
  first: ReaderDocument,
  tools: LayoutTools,
  world: ReaderWorld,
): Promise<0 | 130> {
  return show(stage, (onResize, leave) => (
    <Reader
      initial={initialState(first, sizeOf(stage), stage.theme, tools)}
      world={world}
      onResize={onResize}
      leave={leave}
    />
  ));
}

/** Lets the user choose a topic; gives its id, or the exit code when none was chosen. */
export function runPicker(
  stage: Stage,
  choices: readonly Choice[],
): Promise<{ id: string } | { code: 0 | 130 }> {
  const initial = { choices, filter: '', at: 0, size: sizeOf(stage), theme: stage.theme };
  return show(stage, (onResize, finish) => (
    <Picker initial={initial} onResize={onResize} finish={finish} />
  ));
}

type OnResize = (listener: (size: Size) => void) => () => void;

function show<Result>(
  stage: Stage,
  screen: (onResize: OnResize, end: (result: Result) => void) => ReactElement,
): Promise<Result> {
  const { stdin, stdout } = stage;
  return new Promise((resolve, reject) => {
    const onResize: OnResize = (listener) => {
      const changed = () => {
        // What the terminal made of the old drawing is anyone's guess: begin on an empty screen.
        instance.clear();
        stage.wipe();
        listener(sizeOf(stage));
      };
      stdout.prependListener('resize', changed);
      const stopResume = stage.onResume(changed);
      return () => {
        stdout.off('resize', changed);
        stopResume();
      };
    };
    let ended: { result: Result } | undefined;
    const instance = render(
      screen(onResize, (result) => {
        ended = { result };
        instance.unmount();
      }),
      { stdin, stdout, exitOnCtrlC: false, patchConsole: false },
    );
    stage.onMount(() => instance.unmount());
    instance.waitUntilExit().then(() => ended && resolve(ended.result), reject);
  });
}

function sizeOf({ stdout }: Stage): Size {
  return { columns: stdout.columns || 80, rows: stdout.rows || 24 };
}
