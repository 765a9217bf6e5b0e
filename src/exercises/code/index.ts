export { declarationsFor } from './declarations.ts';
export type { LogLine } from './incidents.ts';
export { type Failure, judgeProgram, type ProgramVerdict } from './judge-program.ts';
export { type ReadProgram, readProgram } from './read-program.ts';
export type { Staging } from './run-program.ts';
export type { ProgramText, Sandbox, Sandboxes } from './sandbox.ts';
export type { Trouble, TroubleKind } from './trouble.ts';
