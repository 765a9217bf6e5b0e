/** The positions at which another item belongs; `order` holds indices into the right order. */
export function outOfPlace(order: readonly number[]): Set<number> {
  return new Set(order.flatMap((item, position) => (item === position ? [] : [position])));
}
