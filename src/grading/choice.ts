/** Whether exactly the right options were chosen, by index. */
export function isChoiceRight(
  chosen: ReadonlySet<number>,
  options: readonly { readonly correct: boolean }[],
): boolean {
  return options.every(({ correct }, index) => correct === chosen.has(index));
}
