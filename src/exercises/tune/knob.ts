import type { Knob, Setting } from '../../domain/exercise.ts';
import { didYouMean } from '../../wording/nearest.ts';
import { type Quantity, quantityOf } from '../amounts/quantity.ts';
import type { Typed } from '../amounts/typed-amount.ts';

/** A knob turned to what was typed, or why it can't be. A number without a unit has that of the range. */
export function turned({ path, range }: Knob, typed: string): Typed<Setting> {
  const text = typed.trim();
  if ('choose' in range) {
    const value = range.choose.find((each) => unquoted(each) === unquoted(text));
    if (value !== undefined) return { ok: true, value: { path, value } };
    const choices = range.choose.map(unquoted);
    return { ok: false, why: `Choose ${listed(choices)}.${didYouMean(text, choices)}` };
  }
  const [from, to] = [quantityOf(range.from), quantityOf(range.to)];
  if (!from || !to) throw new Error(`the range of ${path} can’t be read`);
  const bounds = `from ${range.from} to ${range.to}`;
  const amount = quantityOf(withUnitOf(from, text));
  if (amount?.kind !== from.kind)
    return { ok: false, why: `“${text}” can’t be read here. Type something ${bounds}.` };
  const { value, written } = amount;
  if (value < from.value || value > to.value)
    return { ok: false, why: `${written} is out of range: ${bounds}.` };
  return { ok: true, value: { path, value: written } };
}

/** A setting as it is shown. Where YAML would take it for something else it is written in quotes, and nobody types those. */
export function unquoted(text: string): string {
  return text.replace(/^(["'])(.*)\1$/, '$2');
}

function withUnitOf({ unit }: Quantity, text: string): string {
  const plain = text.replace(/(?<=\d),(?=\d{3}(?!\d))/g, '');
  return /^\d+(\.\d+)?$/.test(plain) ? `${plain}${unit}` : plain;
}

function listed(words: readonly string[]): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}
