/** Everything that decides an interval beside the question's own history. Kept with every review. */
export interface ParameterSet {
  /** The formulas and who computed them, e.g. `FSRS-6 ts-fsrs 5.4.2`. */
  readonly algorithm: string;
  /** The 21 weights of FSRS-6, w[0] to w[20]. */
  readonly weights: readonly number[];
  /** The probability of recall at which a question comes back: above 0, below 1. */
  readonly desiredRetention: number;
  /** Delays within a day, e.g. `1m`, `10m`. */
  readonly learningSteps: readonly string[];
  readonly relearningSteps: readonly string[];
  readonly maximumIntervalDays: number;
  /** Whether intervals are spread a little, so that questions learnt together don't stay together. */
  readonly fuzz: boolean;
}
