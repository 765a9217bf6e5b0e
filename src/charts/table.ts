const GAP = 2;

/**
 * Rows of cells as lines, none wider than `width`: the first column to the left, the others to the right. What the first one
 * can't have whole ends with an ellipsis. All texts are of narrow characters.
 */
export function table(rows: readonly (readonly string[])[], width: number): string[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const others = widths.slice(1).reduce((sum, each) => sum + GAP + each, 0);
  const first = Math.max(1, Math.min(widths[0] ?? 0, width - others));
  return rows.map(([name = '', ...cells]) => {
    const rest = cells.map(
      (cell, index) => ' '.repeat(GAP) + cell.padStart(widths[index + 1] ?? 0),
    );
    return `${shortened(name, first).padEnd(first)}${rest.join('')}`.slice(0, width).trimEnd();
  });
}

/** The text, or its beginning and an ellipsis when it is longer. */
export function shortened(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1))}…`;
}
