import type { Part } from '../../domain/dialogue.ts';
import { renderClaims } from '../claims/claims.ts';
import type { Runs } from '../claims/runs.ts';
import { said } from './said.ts';

/** The hints of an exercise, one at a time. */
export class Hints {
  readonly #texts: readonly string[];
  readonly #runs: Runs;
  #taken = 0;

  constructor(texts: readonly string[], runs: Runs) {
    this.#texts = texts;
    this.#runs = runs;
  }

  next(): Part | undefined {
    const text = this.#texts[this.#taken];
    if (text === undefined) return undefined;
    this.#taken += 1;
    const head = `**Hint ${this.#taken} of ${this.#texts.length}**`;
    return said(`${head}\n\n${renderClaims(text, this.#runs)}`);
  }

  get taken(): number {
    return this.#taken;
  }

  get left(): number {
    return this.#texts.length - this.#taken;
  }
}
