export type { Change } from './changes.ts';
export { type Reading, readScenario } from './read-scenario.ts';
