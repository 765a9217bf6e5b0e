import { UserError } from '../domain/user-error.ts';

/** A whole number from `least` to `most`, as typed after a flag. */
export function wholeNumber(
  flag: string,
  text: string,
  least = 0,
  most = Number.MAX_SAFE_INTEGER,
): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value) || value < least || value > most) {
    const upTo = most === Number.MAX_SAFE_INTEGER ? 'on' : `to ${most}`;
    throw new UserError(
      `${flag} can’t be “${text}”`,
      `write a whole number from ${least} ${upTo}, e.g. ${flag} 20`,
    );
  }
  return value;
}
