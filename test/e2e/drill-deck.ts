import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cardText } from '../fixtures/deck.ts';
import { temporaryDirectory } from './run-cli.ts';

/** Questions of every kind, in the order in which they are met. */
export const drillQuestions = `## Q1 Who leads a ship in? {#drill-pilot}

The pilot does, from a small boat, at high tide.

**Key points**
- [ ] the pilot leads
- [ ] at high tide

**Hint**
He comes aboard from a small boat.

## Q2 Which of these float? {#drill-float}

**Options**
- [x] cork
  - it is lighter than water
- [ ] iron
  - it is heavier than water

**Key points**
- [ ] what is lighter floats

## Q3 How long is a nautical mile? {#drill-mile}

**Value** 1852 m ± 1%

**Calculation**
It was set in 1929.

**Key points**
- [ ] 1852 m

## Q4 In what order are sails set? {#drill-sails}

**Order**
1. main sail
2. fore sail
3. top sail

**Key points**
- [ ] the main sail first

## Q5 What does the lighthouse do? {#drill-light}

**Cloze**
It {{turns}} all {{night}}.

**Key points**
- [ ] it turns

## Q6 Who lowers the ball? {#drill-ball}

The harbour master does.

**Key points**
- [ ] the harbour master
`;

/** A directory with a topic in `deck/drill`. */
export function drillDeck(questions = drillQuestions): string {
  const directory = temporaryDirectory();
  const topic = join(directory, 'deck/drill');
  mkdirSync(topic, { recursive: true });
  writeFileSync(join(topic, 'card.md'), cardText({ id: 'drill', title: 'The drill' }));
  writeFileSync(join(topic, 'questions.md'), questions);
  return directory;
}
