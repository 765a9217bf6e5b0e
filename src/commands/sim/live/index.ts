export { runLive } from './run-live.ts';
