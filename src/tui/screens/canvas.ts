import type { Size } from './reader/state.ts';

/** What a screen draws on. */
export interface Canvas {
  /** Tells of every change of the terminal's size; gives back how to stop listening. */
  onResize(listener: (size: Size) => void): () => void;
  /** Draws everything again on an empty screen. */
  drawAnew(): void;
}
