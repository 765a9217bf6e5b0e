/** With commas between thousands, rounded to so many decimals. */
export function number(value: number, digits = 0): string {
  return value.toLocaleString('en-US', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** In dollars and, unless told otherwise, cents. */
export function dollars(value: number, digits = 2): string {
  return `$${number(value, digits)}`;
}
