import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryDirectory } from './run-cli.ts';

const head = (id: string, title: string, tag: string) => `---
id: ${id}
title: ${title}
tags: [${tag}]
difficulty: easy
estimated_time: 5min
prerequisites: []
sources: []
checked: 2026-11-21
---
`;

const harbour = `${head('harbour', 'The harbour', 'quays')}
## Overview

Ships come in with the tide. At night they look for the [[lighthouse]].

${Array.from({ length: 30 }, (_, berth) => `- Berth number ${berth + 1} is for boats.`).join('\n')}

## Leaving

The harbour master lowers the ball when the channel is free.
`;

const questions = `## Q1 Who leads a ship in? {#harbour-pilot}

The pilot does, from a small boat.

**Key points**
- [ ] the pilot
`;

const lighthouse = `${head('lighthouse', 'The lighthouse', 'lamps')}
## Overview

It turns all night.
`;

/** A directory with a deck of two topics in `deck`, and a file `notes.md`. */
export function harbourDeck(): string {
  const directory = temporaryDirectory();
  const files = {
    'deck/harbour/card.md': harbour,
    'deck/harbour/questions.md': questions,
    'deck/lighthouse/card.md': lighthouse,
    'notes.md': '# Notes\n\nWords from a file.\n',
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(directory, path, '..'), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
  return directory;
}
