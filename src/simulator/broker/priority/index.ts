export { PriorityQueue } from './priority-queue.ts';
