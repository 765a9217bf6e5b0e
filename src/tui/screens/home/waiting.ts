/** How many questions are to be asked today. */
export interface Waiting {
  readonly reviews: number;
  readonly lastPass: number;
  readonly steps: number;
  readonly fresh: number;
}

/** What waits, in words; what there is none of is left out. */
export function waitingParts({ reviews, lastPass, steps, fresh }: Waiting): string[] {
  const parts = [
    [reviews, 'due'],
    [lastPass, 'last pass'],
    [steps, steps === 1 ? 'step' : 'steps'],
    [fresh, 'new'],
  ] as const;
  return parts.flatMap(([count, words]) => (count > 0 ? [`${count} ${words}`] : []));
}
