import type { Task } from '../domain/question.ts';
import { type Complaint, type Label, listItems, type Part, textOf } from './labels.ts';
import { parseSimulated } from './simulated.ts';

const KINDS: readonly Label[] = ['Options', 'Value', 'Order', 'Cloze', 'Simulated'];

/** Commas part thousands only: `1,5` could be meant as one and a half. What the unit holds is no part of a number. */
const NUMBER =
  /^(-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\s*((?:[^\s\d,.±][^±\n]*?)?)\s*(?:±\s*(\d+(?:\.\d+)?)\s*%)?$/;

/** The task that the labels of a question make; undefined when it has none of them, or a broken one. */
export function parseTask(parts: readonly Part[], complain: Complaint): Task | undefined {
  const [part, second] = parts.filter(({ label }) => KINDS.includes(label));
  if (!part) return { kind: 'recall' };
  if (second)
    complain(
      second,
      `a question can't have both ${part.label} and ${second.label}`,
      'make it two questions',
    );
  switch (part.label) {
    case 'Options':
      return parseChoice(part, complain);
    case 'Value':
      return parseNumber(part, parts, complain);
    case 'Order':
      return parseOrder(part, complain);
    case 'Simulated':
      return parseSimulated(part, parts, complain);
    default:
      return parseCloze(part, complain);
  }
}

function parseChoice(part: Part, complain: Complaint): Task | undefined {
  const options = listItems(part.tokens).map(({ text, checked, nested }) => ({
    text,
    correct: checked,
    explanation: nested,
  }));
  if (options.length < 2)
    complain(
      part,
      'a choice needs at least two options',
      'write them as - [x] right and - [ ] wrong',
    );
  else if (!options.some(({ correct }) => correct))
    complain(part, 'no option is right', 'mark the right ones with - [x]');
  for (const option of options.filter(({ explanation }) => explanation === '')) {
    complain(
      part,
      `the option “${option.text}” has no explanation`,
      'say why it is right or wrong in a bullet nested below it',
    );
  }
  return options.length < 2 ? undefined : { kind: 'choice', options };
}

function parseNumber(part: Part, parts: readonly Part[], complain: Complaint): Task | undefined {
  const calculation = textOf(parts, 'Calculation');
  if (calculation === '')
    complain(part, 'a number without its calculation', 'add **Calculation** with the arithmetic');
  const match = NUMBER.exec(part.text);
  if (!match) {
    complain(
      part,
      `“${part.text}” is no number with a unit`,
      'write for instance **Value** 180 s ± 5%',
    );
    return undefined;
  }
  const [, value = '', unit = '', percent = '0'] = match;
  return {
    kind: 'number',
    value: Number(value.replaceAll(',', '')),
    unit,
    tolerance: Number(percent) / 100,
    calculation,
  };
}

function parseOrder(part: Part, complain: Complaint): Task | undefined {
  const items = listItems(part.tokens).map(({ text }) => text);
  if (items.length >= 2) return { kind: 'order', items };
  complain(
    part,
    'there is nothing to put in order',
    'write the items as a numbered list in the right order',
  );
  return undefined;
}

function parseCloze(part: Part, complain: Complaint): Task | undefined {
  if (/\{\{.+?\}\}/s.test(part.text)) return { kind: 'cloze', text: part.text };
  complain(part, 'nothing is hidden', 'put what the learner must fill in between {{ and }}');
  return undefined;
}
