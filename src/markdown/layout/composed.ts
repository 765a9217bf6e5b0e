import type { DraftSpan } from './draft.ts';

/** Accents, and the later letters of a Korean syllable, which become one character with what stands before them. */
const JOINING = /^[\p{M}\u1160-\u11ff]+/u;

/** The spans with each accent in the span of its letter, so that their texts joined are in composed form too. */
export function composed(spans: readonly DraftSpan[]): DraftSpan[] {
  const done: DraftSpan[] = [];
  for (const span of spans) {
    const last = done.at(-1);
    const joining = last ? (JOINING.exec(span.text)?.[0] ?? '') : '';
    if (last && joining !== '')
      done[done.length - 1] = { ...last, text: (last.text + joining).normalize('NFC') };
    if (span.text.length > joining.length)
      done.push({ ...span, text: span.text.slice(joining.length) });
  }
  return done;
}
