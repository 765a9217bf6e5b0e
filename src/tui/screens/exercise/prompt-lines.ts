import type { Prompt } from '../../../domain/dialogue.ts';
import { type Line, widthOf } from '../../../markdown/index.ts';
import { fieldLines } from '../../components/field-lines.ts';
import { hanging } from '../../components/hanging.ts';
import { oneLine } from '../../components/one-line.ts';
import type { TextField } from '../../components/text-field.ts';
import { cutToEnd } from '../../cut.ts';
import { textWidth } from '../quiz/body.ts';
import { documentLines, type Paper, pointer } from '../quiz/parts.ts';
import { wrapped } from '../simulation/story-lines.ts';
import { formLines } from './form-lines.ts';
import { muted, span, strong } from './line-parts.ts';
import type { PromptArea } from './prompt-area.ts';
import { resultLines } from './result-lines.ts';
import type { ExerciseState } from './state.ts';

/** What is wrong stands right below what the learner is at. */
export function promptArea(state: ExerciseState): PromptArea {
  const { asked, size, tools, trouble } = state;
  const paper = { width: textWidth(size), tools };
  const text = strong(documentLines(asked.text, paper));
  const { lines, from, to, starts } = controlLines(state, asked.prompt, paper);
  const wrong = trouble === undefined ? [] : troubleLines(trouble, paper);
  return {
    lines: [...text, ...lines.slice(0, to), ...wrong, ...lines.slice(to)],
    from: text.length + from,
    to: text.length + to + wrong.length,
    starts: starts.map((start) => text.length + start + (start >= to ? wrong.length : 0)),
  };
}

function troubleLines(trouble: string, { width }: Paper): Line[] {
  return hanging([span('✗ ', 'mark')], wrapped(trouble, width - 2, 'strong'));
}

function controlLines(state: ExerciseState, prompt: Prompt, paper: Paper): PromptArea {
  switch (prompt.kind) {
    case 'amount':
      return whole(textField(state, `type it, e.g. ${prompt.example}`, paper));
    case 'words':
      return whole(textField(state, '', paper));
    case 'choice':
      return offerLines(state, prompt, paper);
    case 'form':
      return formLines(prompt, state.draft, paper.width);
    case 'watch':
      return whole([]);
    case 'file':
      return whole(fileLines(state, prompt.path, paper));
    case 'end':
      return whole(resultLines(prompt.result, state.kept, paper.width));
  }
}

function whole(lines: readonly Line[]): PromptArea {
  return { lines, from: 0, to: lines.length, starts: [] };
}

/** What is typed, or how to begin. */
function textField({ draft }: ExerciseState, hint: string, { width }: Paper): Line[] {
  const field: TextField = draft.fields[0] ?? { text: '', at: 0 };
  const mark = [span('› ', 'bullet')];
  if (field.text !== '' || hint === '') return hanging(mark, fieldLines(field, width - 2).lines);
  const [first, ...rest] = wrapped(hint, width - 4, 'muted');
  return hanging(mark, [{ spans: [span('█ '), ...(first?.spans ?? [])] }, ...rest]);
}

function offerLines(
  { asked, draft }: ExerciseState,
  { options }: Extract<Prompt, { kind: 'choice' }>,
  paper: Paper,
): PromptArea {
  const lines: Line[] = [];
  const starts: number[] = [];
  let from = 0;
  let to = 0;
  for (const [place, { note, done }] of options.entries()) {
    const isHere = place === draft.at;
    starts.push(lines.length);
    if (isHere) from = lines.length;
    const digit = place < 9 ? String(place + 1) : ' ';
    const mark = [pointer(isHere), span(`${digit} `, done ? 'muted' : 'strong')];
    const inner = { ...paper, width: paper.width - 4 };
    const text = documentLines(asked.offers[place] ?? { blocks: [] }, inner);
    const noted = withNote(done ? muted(text) : text, note, inner.width);
    lines.push(...hanging(mark, noted));
    if (isHere) to = lines.length;
  }
  return { lines, from, to, starts };
}

/** The note behind the last line, or below where there is no room. */
function withNote(lines: readonly Line[], note: string | undefined, width: number): Line[] {
  if (!note) return [...lines];
  const words = oneLine(note);
  const last = lines.at(-1) ?? { spans: [] };
  const used = last.spans.reduce((sum, { text }) => sum + widthOf(text), 0);
  if (used + widthOf(words) + 2 > width) return [...lines, ...wrapped(words, width, 'muted')];
  return [...lines.slice(0, -1), { ...last, spans: [...last.spans, span(`  ${words}`, 'muted')] }];
}

function fileLines({ waiting }: ExerciseState, path: string, { width }: Paper): Line[] {
  const status = waiting === 'answer' ? 'judging …' : 'It is judged each time that you save it.';
  return [
    { spans: [span(cutToEnd(oneLine(path), width), 'code')] },
    ...wrapped(status, width, 'muted'),
  ];
}
