export { FaultPlan } from './fault-plan.ts';
export { keyedChance } from './keyed-chance.ts';
