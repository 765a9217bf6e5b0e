import stripAnsi from 'strip-ansi';

/** Longer lines are no prose; Markdown's own rules take quadratic time on them. */
const MAX_LINE = 10_000;

/** What remains of a terminal's control language once whole escape sequences are gone; tab and line feed stay. */
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** Marks that reorder or hide text on a terminal without showing themselves. */
const INVISIBLE = /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/**
 * Makes a text safe to print and to parse: line ends are `\n`, escape sequences, control characters and
 * direction overrides are gone, and a line of more than 10,000 characters is cut with a note of how much is left out.

 */
export function sanitize(text: string): string {
  const lines = text.replace(/\r\n?|[\u2028\u2029]/g, '\n');
  const bare = /[\u001b\u009b]/.test(lines) ? stripSequences(lines) : lines;
  return cutLongLines(bare.replace(CONTROL, '').replace(INVISIBLE, ''));
}

/** A sequence never spans a line here: an unterminated one must not swallow the rest of the text. */
function stripSequences(text: string): string {
  return text
    .split('\n')
    .map((line) => (line.length > MAX_LINE * 10 ? line : stripAnsi(line)))
    .join('\n');
}

function cutLongLines(text: string): string {
  if (text.length <= MAX_LINE) return text;
  return text
    .split('\n')
    .map((line) =>
      line.length <= MAX_LINE
        ? line
        : `${line.slice(0, MAX_LINE)} … (${line.length - MAX_LINE} more characters of this line are left out)`,
    )
    .join('\n');
}
