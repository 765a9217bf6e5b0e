/** The door of the room: screens as functions that end when the user leaves them. */
import { render } from 'ink';
import type { ReactElement } from 'react';
import type { Day } from '../domain/day.ts';
import type { LayoutTools } from '../markdown/index.ts';
import { inkStdout } from './ink-stdout.ts';
import type { Canvas } from './screens/canvas.ts';
import { Exercise } from './screens/exercise/screen.tsx';
import { initialState as exerciseState } from './screens/exercise/state.ts';
import type { ExerciseEnd, ExerciseView, ExerciseWorld } from './screens/exercise/world.ts';
import { FirstRun } from './screens/first-run/screen.tsx';
import { type FirstRunState, firstRunState } from './screens/first-run/state.ts';
import { Report } from './screens/home/report/screen.tsx';
import { reportState } from './screens/home/report/state.ts';
import { Home } from './screens/home/screen.tsx';
import type { HomeState } from './screens/home/state.ts';
import type { HomeView } from './screens/home/view.ts';
import { Ladder } from './screens/ladder/screen.tsx';
import { ladderState } from './screens/ladder/state.ts';
import type { LadderEnd, LadderView } from './screens/ladder/view.ts';
import { Mock } from './screens/mock/screen.tsx';
import { initialState as mockState } from './screens/mock/state.ts';
import type { MockQuestion, MockWorld } from './screens/mock/world.ts';
import { Picker } from './screens/picker/screen.tsx';
import type { Choice } from './screens/picker/state.ts';
import { Quiz } from './screens/quiz/screen.tsx';
import { initialState as quizState } from './screens/quiz/state.ts';
import type { QuizWorld, Turn } from './screens/quiz/world.ts';
import type { ReaderDocument } from './screens/reader/document.ts';
import { Reader } from './screens/reader/screen.tsx';
import { initialState, type ReaderState, type Size } from './screens/reader/state.ts';
import { update } from './screens/reader/update.ts';
import type { ReaderWorld } from './screens/reader/world.ts';
import { Simulation } from './screens/simulation/screen.tsx';
import { initialState as simulationState } from './screens/simulation/state.ts';
import type { SimulationWorld } from './screens/simulation/world.ts';

export type { ExerciseEnd, ExerciseView, ExerciseWorld } from './screens/exercise/world.ts';
export type { LadderEnd, LadderRow, LadderView } from './screens/ladder/view.ts';
export type { MockAnswer, MockQuestion, MockWorld } from './screens/mock/world.ts';
export type { Choice } from './screens/picker/state.ts';
export type { QuestionSheet, QuizCard, QuizWorld, Turn } from './screens/quiz/world.ts';
export type { ReaderDocument } from './screens/reader/document.ts';
export type { Followed, ReaderWorld } from './screens/reader/world.ts';
export type * from './screens/simulation/world.ts';

/** The terminal that a screen is drawn on. */
export interface Stage {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly theme: 'dark' | 'light' | 'mono';
  /** Calls back with what takes the screen's drawing down, for ways out that the screen doesn't see. */
  readonly onMount: (unmount: () => void) => void;
  /** Calls the listener when the program is back in the foreground; gives back how to stop. */
  readonly onResume: (listener: () => void) => () => void;
}

/** Why the reader was left: for good, or for an exercise, with the state to come back to. */
export type ReaderEnd =
  | { readonly code: 0 | 130 }
  | { readonly exercise: string; readonly state: ReaderState };

type ExerciseOf = NonNullable<ReaderWorld['exercises']>['of'];

/** Shows a document until the reader leaves. */
export function runReader(
  stage: Stage,
  first: ReaderDocument,
  tools: LayoutTools,
  world: Omit<ReaderWorld, 'exercises'>,
  exerciseOf: ExerciseOf,
): Promise<ReaderEnd> {
  return read(stage, initialState(first, sizeOf(stage), stage.theme, tools), world, exerciseOf);
}

/** Goes on reading where the reader was left. */
export function resumeReader(
  stage: Stage,
  state: ReaderState,
  world: Omit<ReaderWorld, 'exercises'>,
  exerciseOf: ExerciseOf,
): Promise<ReaderEnd> {
  return read(stage, update(state, { type: 'resize', size: sizeOf(stage) }), world, exerciseOf);
}

function read(
  stage: Stage,
  initial: ReaderState,
  world: Omit<ReaderWorld, 'exercises'>,
  exerciseOf: ExerciseOf,
): Promise<ReaderEnd> {
  return show(stage, (canvas, end) => {
    const exercises = {
      of: exerciseOf,
      go: (exercise: string, state: ReaderState) => end({ exercise, state }),
    };
    return (
      <Reader
        initial={initial}
        world={{ ...world, exercises }}
        canvas={canvas}
        leave={(code) => end({ code })}
      />
    );
  });
}

/** Lets the user choose a topic; gives its id, or the exit code when none was chosen. */
export function runPicker(
  stage: Stage,
  choices: readonly Choice[],
): Promise<{ id: string } | { code: 0 | 130 }> {
  const initial = { choices, filter: '', at: 0, size: sizeOf(stage), theme: stage.theme };
  return show(stage, (canvas, finish) => (
    <Picker initial={initial} canvas={canvas} finish={finish} />
  ));
}

/** Asks questions until the learner leaves or nothing is left; gives the exit code. */
export function runQuiz(stage: Stage, first: Turn, world: QuizWorld): Promise<0 | 130> {
  const initial = quizState(first, sizeOf(stage), stage.theme, world.nowMs());
  return show(stage, (canvas, leave) => (
    <Quiz initial={initial} world={world} canvas={canvas} leave={leave} />
  ));
}

/** An interview round, then its review; gives the exit code. */
export function runMock(stage: Stage, first: MockQuestion, world: MockWorld): Promise<0 | 130> {
  const times = { nowMs: world.nowMs(), endsAtMs: world.endsAtMs };
  return show(stage, (canvas, leave) => (
    <Mock
      initial={mockState(first, sizeOf(stage), stage.theme, times)}
      world={world}
      canvas={canvas}
      leave={leave}
    />
  ));
}

/** A simulation while it runs, until the learner leaves; gives the exit code. */
export function runSimulation(stage: Stage, world: SimulationWorld): Promise<0 | 130> {
  const initial = simulationState(world, sizeOf(stage), stage.theme);
  return show(stage, (canvas, leave) => (
    <Simulation initial={initial} world={world} canvas={canvas} leave={leave} />
  ));
}

/** An exercise, until it is over or the learner leaves; gives where they go. */
export function runExercise(
  stage: Stage,
  view: ExerciseView,
  world: ExerciseWorld,
): Promise<ExerciseEnd> {
  const initial = exerciseState(view, sizeOf(stage), stage.theme, (text) => world.parse(text));
  return show(stage, (canvas, finish) => (
    <Exercise initial={initial} world={world} canvas={canvas} finish={finish} />
  ));
}

/** Lets the learner choose an exercise; gives its id, or the exit code when none was chosen. */
export function runLadder(stage: Stage, view: LadderView, suspend: () => void): Promise<LadderEnd> {
  const initial = ladderState(view, sizeOf(stage), stage.theme);
  return show(stage, (canvas, finish) => (
    <Ladder initial={initial} canvas={canvas} suspend={suspend} finish={finish} />
  ));
}

/** Shows today until the learner goes somewhere; gives where, or the exit code. */
export function runHome(
  stage: Stage,
  view: HomeView,
  suspend: () => void,
): Promise<NonNullable<HomeState['done']>> {
  const initial: HomeState = { view, size: sizeOf(stage), theme: stage.theme, top: 0 };
  return show(stage, (canvas, finish) => (
    <Home initial={initial} canvas={canvas} suspend={suspend} finish={finish} />
  ));
}

/** Shows what a command printed until the learner goes back (0) or leaves altogether (130). */
export function runReport(
  stage: Stage,
  print: (columns: number) => Promise<readonly string[]>,
): Promise<0 | 130> {
  return show(stage, (canvas, finish) => (
    <Report
      initial={reportState(sizeOf(stage), stage.theme)}
      print={print}
      canvas={canvas}
      finish={finish}
    />
  ));
}

/** Asks the learner, a screen a question, what the plan is made of. */
export function runFirstRun(
  stage: Stage,
  today: Day,
  topics: FirstRunState['topics'],
): Promise<NonNullable<FirstRunState['done']>> {
  const initial = firstRunState({ today, topics, size: sizeOf(stage), theme: stage.theme });
  return show(stage, (canvas, finish) => (
    <FirstRun initial={initial} canvas={canvas} finish={finish} />
  ));
}

function show<Result>(
  stage: Stage,
  screen: (canvas: Canvas, end: (result: Result) => void) => ReactElement,
): Promise<Result> {
  const { stdin, stdout } = stage;
  const listeners = new Set<(size: Size) => void>();
  const drawAnew = () => {
    for (const listener of listeners) listener(sizeOf(stage));
  };
  const onResize: Canvas['onResize'] = (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  let ended: { result: Result } | undefined;
  const end = (result: Result) => {
    ended = { result };
    instance.unmount();
  };
  const instance = render(screen({ onResize, drawAnew }, end), {
    stdin,
    stdout: inkStdout(stdout),
    exitOnCtrlC: false,
    patchConsole: false,
  });
  stage.onMount(() => instance.unmount());
  stdout.on('resize', drawAnew);
  const stopResume = stage.onResume(drawAnew);
  return new Promise((resolve, reject) => {
    instance.waitUntilExit().then(() => {
      stdout.off('resize', drawAnew);
      stopResume();
      if (ended) resolve(ended.result);
    }, reject);
  });
}

function sizeOf({ stdout }: Stage): Size {
  return { columns: stdout.columns || 80, rows: stdout.rows || 24 };
}
