import type { Token, Tokens } from 'marked';
import * as v from 'valibot';
import { claimsIn } from '../domain/claims.ts';
import { isId } from '../domain/id.ts';
import type { SimulatedTask } from '../domain/question.ts';
import { troubleOf } from './exercise/issues.ts';
import {
  byKey,
  entriesOf,
  fields,
  type Kind,
  listOf,
  readBy,
  required,
  Wrong,
} from './exercise/kind.ts';
import { option } from './exercise/predict.ts';
import { metric, someSettings, tolerance, value } from './exercise/values.ts';
import { readYamlMap } from './exercise/yaml-map.ts';
import type { Complaint, Label, Part } from './labels.ts';

/** These are told as they are written. */
const UNFILLED: readonly Label[] = ['Key points', 'Hint', 'See', 'Why not'];

const BLOCK = 'write a ```yaml block below **Simulated**, with scenario:, draw: and ask:';
const DRAW = '{ queues.orders.visibilityTimeout: [20s, 30s, 60s] }';
const ASK = '{ metric: duplicates, tolerance: 30% }';

const scenario: Kind<string> = readBy((input) =>
  typeof input === 'string' && isId(input)
    ? input
    : new Wrong('write the name of a shipped scenario, e.g. at-least-once'),
);

const draws: Kind<SimulatedTask['draws']> = v.pipe(
  entriesOf(listOf(value, 2, '[20s, 30s, 60s]'), DRAW),
  v.check((list) => list.length > 0, `write what is drawn, e.g. ${DRAW}`),
  v.transform((list) => list.map(([path, values]) => ({ path, values }))),
);

const number: Kind<SimulatedTask['ask']> = v.pipe(
  fields({ metric, tolerance: required(tolerance) }),
  v.transform((read) => ({ kind: 'number' as const, ...read })),
);

const choice: Kind<SimulatedTask['ask']> = v.pipe(
  fields({ options: listOf(option, 2, '- { text: None, when: { lost: 0 }, why: Because. }') }),
  v.transform((read) => ({ kind: 'choice' as const, ...read })),
);

const keys = fields({
  scenario: required(scenario),
  set: someSettings,
  draw: required(draws),
  ask: required(byKey({ metric: number, options: choice }, ['tolerance'], ASK)),
});

/** Reads what is drawn and asked of a run, and the story around it. What needs the simulator isn't looked at. */
export function parseSimulated(
  part: Part,
  parts: readonly Part[],
  complain: Complaint,
): SimulatedTask | undefined {
  const place = part.tokens.findIndex(isYaml);
  const block = part.tokens[place];
  if (!block) {
    complain(part, 'nothing says what is simulated', BLOCK);
    return undefined;
  }
  const above = part.lines[place] ?? part.line;
  const map = readYamlMap(`${(block as Tokens.Code).text}\n`, { above, called: 'the yaml block' });
  if ('what' in map) {
    complain({ ...part, line: map.line }, map.what, map.fix);
    return undefined;
  }
  const read = v.safeParse(keys, map.data);
  for (const issue of read.issues ?? []) {
    const { line, what, fix } = troubleOf(issue, map);
    complain({ ...part, line }, what, fix);
  }
  if (!read.success) return undefined;
  const story = [
    part.lead,
    ...part.tokens.filter((token) => token !== block).map(({ raw }) => raw),
  ];
  const { draw, ...rest } = read.output;
  const task = { kind: 'simulated', ...rest, draws: draw, story: story.join('').trim() } as const;
  mustTellDraws(task, part, parts, complain);
  return task;
}

function isYaml(token: Token): boolean {
  return token.type === 'code' && /^ya?ml$/i.test((token as Tokens.Code).lang ?? '');
}

/** Nobody can answer without what was drawn, and braces that nothing fills in would be read as they stand. */
function mustTellDraws(
  { draws, story }: SimulatedTask,
  part: Part,
  parts: readonly Part[],
  complain: Complaint,
): void {
  const told = new Set(claimsIn(story));
  const drawn = new Set(draws.map(({ path }) => path));
  for (const path of drawn)
    if (!told.has(path))
      complain(
        part,
        `the story doesn’t tell what was drawn for ${path}`,
        `write {{${path}}} into it, not as code`,
      );
  for (const path of told)
    if (!drawn.has(path))
      complain(part, `{{${path}}} is not drawn`, `the story may name ${[...drawn].join(', ')}`);
  for (const each of parts.filter(({ label }) => UNFILLED.includes(label)))
    if (claimsIn(each.text).length > 0)
      complain(
        each,
        `${each.label} can’t name what is drawn`,
        'only the story, the answer and each why can',
      );
}
