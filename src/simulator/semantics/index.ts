export { Exercised } from './exercised.ts';
export type { Semantic } from './semantic.ts';
export { SOURCES } from './sources.ts';
export { FAMILIES, type Family, SEMANTICS } from './table.ts';
