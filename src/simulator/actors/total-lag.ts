/** A group of a log, of either kind. */
interface Lagging {
  readonly log: { readonly partitions: number };
  lag(partition: number): number;
}

/** Records of all partitions that the group is not through with. */
export function totalLag(group: Lagging): number {
  let lag = 0;
  for (let partition = 0; partition < group.log.partitions; partition += 1)
    lag += group.lag(partition);
  return lag;
}
