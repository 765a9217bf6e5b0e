import { useStdout } from 'ink';
import { useEffect } from 'react';
import type { Size } from './reader/state.ts';

/** What a screen draws on. */
export interface Canvas {
  /** Tells of every size to draw anew at; gives back how to stop listening. */
  onResize(listener: (size: Size) => void): () => void;
  /** Draws everything again on an empty screen. */
  drawAnew(): void;
}

const WIPE = '\u001b[2J\u001b[H';

/** Begins on an empty screen each time that the size changes: what became of the old drawing is anyone's guess. */
export function useSize(canvas: Canvas, onSize: (size: Size) => void): void {
  const { write } = useStdout();
  useEffect(
    () =>
      canvas.onResize((size) => {
        // Ink draws its last frame below what is written, also when the next one is the same.
        write(WIPE);
        onSize(size);
      }),
    [canvas, write, onSize],
  );
}
