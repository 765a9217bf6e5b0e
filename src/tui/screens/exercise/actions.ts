import type { Answer, Part, Step } from '../../../domain/dialogue.ts';
import type { LayoutTools, MarkdownDocument } from '../../../markdown/index.ts';
import type { FieldEdit } from '../../components/text-field.ts';
import type { ReaderDocument } from '../reader/document.ts';
import type { Size } from '../reader/state.ts';
import type { SimulationWorld } from '../simulation/world.ts';
import type { Said } from './said.ts';
import type { Request } from './state.ts';
import type { ExerciseEnd } from './world.ts';

/** What the learner asks by a key. */
export type Press =
  /** Lines of the transcript, parts of a page, or all the way. */
  | { readonly type: 'step' | 'page'; readonly by: number }
  | { readonly type: 'jump'; readonly to: 'start' | 'end' }
  | { readonly type: 'sideways'; readonly columns: number }
  /** Among options or fields. */
  | { readonly type: 'move'; readonly by: 1 | -1 }
  | { readonly type: 'moveTo'; readonly at: number }
  | { readonly type: 'turn'; readonly by: 1 | -1 }
  | { readonly type: 'startTyping' | 'stopTyping' | 'takeBack' | 'empty' }
  | { readonly type: 'edit'; readonly edit: FieldEdit }
  /** `enter`: to the next field, or as `send`, which answers. */
  | { readonly type: 'send' | 'enter' }
  | { readonly type: 'watch' | 'hint' | 'card' | 'openEditor' }
  | { readonly type: 'askToRestart' | 'restart' | 'notOver' }
  | { readonly type: 'help' | 'close' }
  | { readonly type: 'scrollHelp'; readonly by: number }
  | { readonly type: 'suspendProcess' | 'redraw' }
  | { readonly type: 'leave'; readonly end: ExerciseEnd };

type Parse = (markdown: string) => MarkdownDocument;

/** What the world outside tells. `parse` reads the texts of what was said. */
export type News =
  | { readonly type: 'resize'; readonly size: Size }
  | {
      readonly type: 'answered';
      readonly step: Step;
      readonly answer: Answer;
      readonly kept: string | undefined;
      readonly hintsLeft: number;
      readonly parse: Parse;
    }
  | {
      readonly type: 'restarted';
      readonly step: Step;
      readonly hintsLeft: number;
      readonly parse: Parse;
    }
  | {
      readonly type: 'hinted';
      readonly part: Part | undefined;
      readonly hintsLeft: number;
      readonly parse: Parse;
    }
  /** What was asked for can't be had; everything is as it was. */
  | { readonly type: 'failed'; readonly why: string }
  | { readonly type: 'tools'; readonly for: readonly Said[]; readonly tools: LayoutTools }
  | { readonly type: 'watching'; readonly run: SimulationWorld }
  | { readonly type: 'watched'; readonly code: 0 | 130 }
  | { readonly type: 'edited'; readonly trouble: string | undefined }
  | { readonly type: 'saved' }
  | { readonly type: 'opened'; readonly document: ReaderDocument; readonly tools: LayoutTools }
  | { readonly type: 'notOpened'; readonly why: string }
  | { readonly type: 'closedReader'; readonly code: 0 | 130 }
  | { readonly type: 'heard'; readonly requests: readonly Request[] };
