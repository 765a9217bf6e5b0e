/** Why a check failed, and what would help: one line each. Without anything to go by, neither is said. */
export interface Reason {
  readonly why: string;
  readonly help: string;
}
