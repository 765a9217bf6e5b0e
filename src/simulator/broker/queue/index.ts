export type * from './commands.ts';
export { Queue, type QueueCounts } from './queue.ts';
export type * from './settings.ts';
export { DEFAULT_QUEUE_SETTINGS, IDEAL_NATURE, settingsProblem } from './settings-problem.ts';
