/** A text being typed. */
export interface TextField {
  readonly text: string;
  /** Where the cursor is, in UTF-16 units; never inside of what is seen as one character. */
  readonly at: number;
}

export type FieldEdit =
  | { readonly type: 'insert'; readonly text: string }
  | {
      readonly type:
        | 'erase'
        | 'eraseWord'
        | 'eraseToStart'
        | 'left'
        | 'right'
        | 'up'
        | 'down'
        | 'home'
        | 'end';
    };

export const emptyField: TextField = { text: '', at: 0 };

const segmenter = new Intl.Segmenter();

/** The field after an edit, as a shell's line or a small editor would do it. */
export function edited(field: TextField, edit: FieldEdit): TextField {
  const { text, at } = field;
  switch (edit.type) {
    case 'insert':
      return withText(text.slice(0, at) + edit.text, text.slice(at));
    case 'erase':
      return withText(text.slice(0, at - before(field)), text.slice(at));
    case 'eraseWord':
      return withText(text.slice(0, at).replace(/\S*\s*$/u, ''), text.slice(at));
    case 'eraseToStart':
      return withText(text.slice(0, lineStart(field)), text.slice(at));
    case 'left':
      return { text, at: at - before(field) };
    case 'right':
      return { text, at: at + after(field) };
    case 'home':
      return { text, at: lineStart(field) };
    case 'end':
      return { text, at: lineEnd(field) };
    case 'up':
      return { text, at: sameColumn(field, lineStart(field) - 1) };
    case 'down':
      return { text, at: sameColumn(field, lineEnd(field) + 1) };
  }
}

/** A new neighbour may join with the character at the cursor, e.g. an accent. */
function withText(left: string, right: string): TextField {
  const text = left + right;
  const here = segmenter.segment(text).containing(left.length);
  if (here === undefined || here.index === left.length) return { text, at: left.length };
  return { text, at: here.index + here.segment.length };
}

/** Units of the character before the cursor. */
function before({ text, at }: TextField): number {
  return segmenter.segment(text).containing(at - 1)?.segment.length ?? 0;
}

function after({ text, at }: TextField): number {
  return segmenter.segment(text).containing(at)?.segment.length ?? 0;
}

function lineStart({ text, at }: TextField): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

function lineEnd({ text, at }: TextField): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

/** The place on another line, of which an offset is given, that is as many characters from its start. */
function sameColumn(field: TextField, inLine: number): number {
  const { text, at } = field;
  if (inLine < 0 || inLine > text.length) return at;
  const column = [...segmenter.segment(text.slice(lineStart(field), at))].length;
  const other = { text, at: inLine };
  const start = lineStart(other);
  const characters = [...segmenter.segment(text.slice(start, lineEnd(other)))];
  return start + (characters[column]?.index ?? lineEnd(other) - start);
}
