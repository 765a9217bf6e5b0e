export type { Change } from './changes.ts';
export { readConditions } from './read-conditions.ts';
export { type Reading, readScenario } from './read-scenario.ts';
export { readSetting } from './read-setting.ts';
