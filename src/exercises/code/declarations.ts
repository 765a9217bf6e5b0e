import type { CodeTask } from '../../domain/exercise.ts';
import type { Scenario } from '../../simulator/settings/scenario.ts';
import { partsOf } from './parts.ts';

const TYPES = { store: 'Store', service: 'Service', target: 'Target' } as const;

/**
 * Types for the program of one exercise, as a file beside it and beside `exercises-api.d.ts`: an editor that knows them
 * completes the names of the scenario. A program names its type as `import('./exercise').Handle`.
 */
export function declarationsFor(scenario: Scenario, role: CodeTask['role']): string {
  if (role === 'producer')
    return "export type { MessageWriter as Write } from './exercises-api';\n";
  const parts = partsOf(scenario).map(
    ({ name, kind }) => `  readonly ${JSON.stringify(name)}: ${TYPES[kind]};\n`,
  );
  return `import type { HandlerWith, Service, Store, Target } from './exercises-api';

interface Parts {
${parts.join('')}}

export type Handle = HandlerWith<Parts>;
`;
}
