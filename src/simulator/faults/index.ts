export { FaultPlan } from './fault-plan.ts';
