export { Nodes } from './nodes.ts';
