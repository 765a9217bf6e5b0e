import { type Span, span } from './line-parts.ts';

/** Before what is right, close or wrong, with its gap. */
export const MARKS: Readonly<Record<'right' | 'close' | 'wrong', Span>> = {
  right: span('✓ ', 'taskDone', 'strong'),
  close: span('≈ ', 'taskOpen', 'strong'),
  wrong: span('✗ ', 'mark'),
};
