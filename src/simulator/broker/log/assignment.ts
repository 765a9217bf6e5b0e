/** Who shall own each partition. */
export type Assignment<Member> = (Member | undefined)[];

/** Kafka's range assignor for one topic: neighbouring partitions together, the first members get what is left over. */
export function rangeAssignment<Member>(
  partitions: number,
  members: readonly Member[],
): Assignment<Member> {
  const each = Math.floor(partitions / members.length);
  const over = partitions % members.length;
  return members.flatMap((member, index) =>
    new Array<Member>(each + (index < over ? 1 : 0)).fill(member),
  );
}

/**
 * As even as can be, moving as few as can be: everybody keeps what they had up to their share, and only the rest changes hands.
 * Stands for the cooperative-sticky assignor and for the uniform one of the consumer protocol.
 */
export function stickyAssignment<Member>(
  members: readonly Member[],
  before: readonly (Member | undefined)[],
): Assignment<Member> {
  const free = sharesOf(members, before);
  const after = before.map((member) => {
    const room = member === undefined ? 0 : (free.get(member) ?? 0);
    if (member === undefined || room === 0) return undefined;
    free.set(member, room - 1);
    return member;
  });
  const receivers = members.flatMap((member) =>
    new Array<Member>(free.get(member) ?? 0).fill(member),
  );
  return after.map((member) => member ?? receivers.shift());
}

/** How many each may own; where it doesn't come out even, those who had most get one more. */
function sharesOf<Member>(
  members: readonly Member[],
  before: readonly (Member | undefined)[],
): Map<Member, number> {
  const had = new Map(members.map((member) => [member, 0]));
  for (const member of before) {
    const count = member === undefined ? undefined : had.get(member);
    if (member !== undefined && count !== undefined) had.set(member, count + 1);
  }
  const each = Math.floor(before.length / members.length);
  const over = before.length % members.length;
  const byMost = [...had].sort(([, one], [, other]) => other - one);
  return new Map(byMost.map(([member], rank) => [member, each + (rank < over ? 1 : 0)]));
}
