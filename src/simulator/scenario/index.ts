export { type SimulationJob, type SimulationResult, simulate } from './job.ts';
export { type Change, readConditions, readScenario, readSetting } from './reading/index.ts';
export { type Run, runOf, runScenario } from './run.ts';
export { type ShrunkFaults, shrinkFaults } from './shrink-faults.ts';
export { type Ending, Simulation } from './simulation.ts';
export { eventsAbout, type Story, storiesOf } from './story.ts';
export { collect, planSweep, type SweepPoint } from './sweep.ts';
export { sweepValues } from './sweep-values.ts';
export { TraceHash, traceLine } from './trace-hash.ts';
