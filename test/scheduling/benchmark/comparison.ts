import type { MindOf } from './minds.ts';
import { allOnTheEve, ourPlan, plainFsrs, type Setting, sm2 } from './policies.ts';
import { type Outcome, outcomeOf } from './trial.ts';

/** How the plan does in one setting beside the others. */
export interface Comparison {
  readonly plan: Outcome;
  readonly plain90: Outcome;
  readonly plain95: Outcome;
  readonly eve: Outcome;
  readonly sm2: Outcome;
  /** What plain FSRS recalls with as many questions asked as the plan asks. */
  readonly plainAtSameEffort: number;
}

const RETENTIONS = [0.7, 0.8, 0.85, 0.93, 0.97, 0.98, 0.99];

export function compare(setting: Setting, mindOf: MindOf, learners: number): Comparison {
  const under = (desiredRetention: number, within = setting) =>
    outcomeOf(plainFsrs(within, desiredRetention), within, mindOf, learners);
  const plan = outcomeOf(ourPlan(setting), setting, mindOf, learners);
  const [plain90, plain95] = [under(0.9), under(0.95)];
  const plain = [plain90, plain95, ...RETENTIONS.map((retention) => under(retention))];
  const least = Math.min(...plain.map(({ asked }) => asked));
  // A cap that is filled day for day leaves plain FSRS no way to ask less but a lower cap.
  const lower = { ...setting, cap: setting.cap && Math.floor(setting.cap * 0.9) };
  const sparing = plan.asked < least && setting.cap !== null ? [under(0.9, lower)] : [];
  return {
    plan,
    plain90,
    plain95,
    eve: outcomeOf(allOnTheEve(setting), setting, mindOf, learners),
    sm2: outcomeOf(sm2(setting), setting, mindOf, learners),
    plainAtSameEffort: recallAt(plan.asked, [...plain, ...sparing]),
  };
}

/** The best of what lies on the line between two neighbours, and what asks less; else the one that asks least. */
function recallAt(asked: number, outcomes: readonly Outcome[]): number {
  const sorted = [...outcomes].sort((a, b) => a.asked - b.asked);
  const below = sorted.filter((outcome) => outcome.asked <= asked);
  const [last, next] = [below.at(-1), sorted[below.length]];
  if (!last) return sorted[0]?.recall ?? 0;
  const best = Math.max(...below.map(({ recall }) => recall));
  if (!next) return best;
  const part = (asked - last.asked) / (next.asked - last.asked);
  return Math.max(best, last.recall + part * (next.recall - last.recall));
}
