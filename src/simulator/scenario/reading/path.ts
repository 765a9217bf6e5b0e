/** Keys and list places that lead to a value, from the top of the file. */
export type Path = readonly (string | number)[];

export function dotted(path: Path): string {
  return path.join('.');
}

export function startsWith(path: Path, start: Path): boolean {
  return start.every((step, index) => String(path[index]) === String(step));
}
