import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { parseMarkdown } from '../../../../src/markdown/parsing.ts';
import type { ReaderDocument } from '../../../../src/tui/screens/reader/document.ts';
import { frame } from '../../../../src/tui/screens/reader/frame.ts';
import {
  initialState,
  type OpenRequest,
  type ReaderState,
} from '../../../../src/tui/screens/reader/state.ts';
import { type Action, update } from '../../../../src/tui/screens/reader/update.ts';

const harbour = `# The harbour

Ships come in with the tide and leave with it. A pilot knows each of them by its lights, and a clerk by its papers.

## Berths

Every berth has a number. See [the tariff](#tariff), [[lighthouse]], [the rules](rules.md)
or [the chart](https://example.org/chart).

| berth | depth | free |
|---|---|---|
| north quay | 12 m | yes |
| south quay | 7 m | no |

- tie up **before** the tide turns
- pay at the office
  - in coins, or
  - by letter

### Night

At night a lamp burns at each end of the mole: red to port, green to starboard. 夜の港は静かです。

## Tariff

\`\`\`text
berth        days 1-3   days 4-9   each later day   with water   with water and light   remarks
north quay   10         8          6                +1           +3                     none
\`\`\`

\`\`\`mermaid
graph LR
  Sea --> Pilot --> Quay
\`\`\`

> A ship that waits pays nothing.

## Questions

<details><summary>Who leads a ship in?</summary>

The pilot does, from a small boat. The captain remains in command all the while.

</details>

<details><summary>What does a berth cost for two days at the north quay?</summary>

Twenty: ten for each of the first three days. See [[tariffs]].

</details>

## Leaving

The harbour master lowers the ball when the channel is free. Ships leave in the order in which they asked.

1. ask for leave
2. wait for the ball
3. cast off
`;

export function documentOf(source: string, reference = 'sample'): ReaderDocument {
  const document = { blocks: parseMarkdown(source).blocks };
  return { reference, title: `About ${reference}`, document };
}

export const sample: ReaderDocument = { ...documentOf(harbour), title: 'The harbour' };

export const other = documentOf('# The lighthouse\n\nIt turns. Go [[back]].\n', 'lighthouse');

/** A reader of the sample on a screen of its own, without colours and tools. */
export function reader(columns = 80, rows = 24, document = sample): ReaderState {
  return initialState(document, { columns, rows }, 'mono', {});
}

/** What the documents that come in these tests answer. */
export const asked: OpenRequest = { kind: 'open', link: { kind: 'topic', id: 'lighthouse' } };

/** What the state becomes by some actions; a word is short for an action without details. */
export function acted(
  state: ReaderState,
  ...actions: readonly (Action | Action['type'])[]
): ReaderState {
  return actions
    .map((action) => (typeof action === 'string' ? ({ type: action } as Action) : action))
    .reduce(told, state);
}

/** A document comes only where it was asked for. */
function told(state: ReaderState, action: Action): ReaderState {
  const isAsked = action.type === 'opened';
  return update(isAsked ? { ...state, opening: action.answers } : state, action);
}

export function shown(state: ReaderState): string[] {
  return frame(state).map((line) => stripVTControlCharacters(line).trimEnd());
}

/** From the smallest screen that is drawn on to a large one. */
export const anySize = fc.record({
  columns: fc.integer({ min: 20, max: 200 }),
  rows: fc.integer({ min: 5, max: 60 }),
});
