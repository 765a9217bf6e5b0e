import type { Answer, Field, Prompt } from '../../../domain/dialogue.ts';
import type { Paper } from '../../quiz/lines/paper.ts';

/** What a line came to: an answer, fields that were set, or what to type instead. */
export type Typed =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'fields'; readonly values: readonly string[] }
  | { readonly kind: 'unclear'; readonly why: string };

/** Prints what is asked; `values` are those of a form as the learner set them so far. */
export function printPrompt(prompt: Prompt, values: readonly string[], paper: Paper): void {
  paper.say('');
  switch (prompt.kind) {
    case 'end':
      return;
    case 'amount':
      paper.say(prompt.text, `  e.g. ${prompt.example}`);
      return;
    case 'choice':
      paper.say(prompt.text);
      for (const [place, { text, note }] of prompt.options.entries())
        paper.say(`  ${place + 1}  ${text}${note === undefined ? '' : ` (${note})`}`);
      return;
    case 'form':
      paper.say(prompt.text);
      for (const [place, field] of prompt.fields.entries())
        paper.say(`  ${place + 1}  ${field.label}: ${valueWords(field, values[place])}`);
      paper.say(`Set them, e.g. ${example(prompt.fields)}; an empty line: ${prompt.send}.`);
      return;
    case 'words':
      paper.say(prompt.text, 'An empty line leaves it out.');
      return;
    case 'watch':
      paper.say(prompt.text);
      return;
    case 'file':
      paper.say(prompt.text, `  ${prompt.path}`, 'An empty line runs it; edit opens your editor.');
  }
}

function valueWords({ value, range }: Field, set: string | undefined): string {
  const now = set ?? value;
  return now === '' ? range : `${now}${range === '' ? '' : ` (${range})`}`;
}

function example(fields: readonly Field[]): string {
  const place = Math.max(
    0,
    fields.findIndex(({ steps }) => steps.length > 0),
  );
  const { steps, value } = fields[place] ?? { steps: [], value: '' };
  return `${place + 1}=${steps[Math.floor(steps.length / 2)] ?? (value === '' ? '40' : value)}`;
}

/** What the learner meant by a line; `values` are those of a form so far. */
export function typed(line: string, prompt: Prompt, values: readonly string[]): Typed {
  switch (prompt.kind) {
    case 'amount':
    case 'words':
      return { kind: 'answer', answer: { kind: prompt.kind, text: line } };
    case 'choice':
      return chosen(line, prompt.options.length);
    case 'form':
      return line === ''
        ? { kind: 'answer', answer: { kind: 'form', values } }
        : fieldsSet(line, prompt.fields, values);
    case 'file':
      return line === ''
        ? { kind: 'answer', answer: { kind: 'run' } }
        : { kind: 'unclear', why: 'An empty line runs your program; ? shows what else there is.' };
    default:
      return { kind: 'answer', answer: { kind: 'watched' } };
  }
}

function chosen(line: string, count: number): Typed {
  const place = Number(line) - 1;
  return /^\d+$/.test(line) && place >= 0 && place < count
    ? { kind: 'answer', answer: { kind: 'choice', place } }
    : { kind: 'unclear', why: `Type a number from 1 to ${count}.` };
}

/** `1=30s 2=20`, or a value for each field in order. */
function fieldsSet(line: string, fields: readonly Field[], values: readonly string[]): Typed {
  const next = fields.map(({ value }, place) => values[place] ?? value);
  const settings = [...line.matchAll(/(\d+)\s*=\s*([^=]*?)(?=\s+\d+\s*=|$)/g)];
  if (settings.length > 0) {
    for (const [, number = '', value = ''] of settings) {
      const place = Number(number) - 1;
      if (place < 0 || place >= fields.length)
        return {
          kind: 'unclear',
          why: `There is no ${number}: fields go from 1 to ${fields.length}.`,
        };
      next[place] = value.replace(/,$/, '').trim();
    }
    return { kind: 'fields', values: next };
  }
  if (fields.length === 1) return { kind: 'fields', values: [line] };
  const all = line.split(/\s*[;,]\s*|\s+/).filter((each) => each !== '');
  if (all.length === fields.length) return { kind: 'fields', values: all };
  return {
    kind: 'unclear',
    why: `Type field=value, e.g. ${example(fields)}, or ${fields.length} values in order.`,
  };
}
