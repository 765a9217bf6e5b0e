import type { Answer, Dialogue, Part, Result, Step } from '../../domain/dialogue.ts';
import type { Hints } from './hints.ts';
import type { Scene } from './scene.ts';

/** What a kind of exercise makes of it: where it begins, and how it went so far. */
export interface Plot {
  opening(): Scene;
  soFar(): Result | undefined;
}

/** Goes from scene to scene. A run that can’t be done rejects, and leaves everything as it was. */
export class Conversation implements Dialogue {
  readonly #plot: Plot;
  readonly #hints: Hints;
  #scene: Scene | undefined;

  constructor(plot: Plot, hints: Hints) {
    this.#plot = plot;
    this.#hints = hints;
  }

  begin(): Step {
    this.#scene = this.#plot.opening();
    return stepOf(this.#scene);
  }

  async answer(answer: Answer): Promise<Step> {
    const scene = this.#scene;
    if (!scene) throw new Error('it didn’t begin, and nothing was asked');
    const turn = await scene.next(answer);
    if ('trouble' in turn) return { said: [], prompt: scene.prompt, trouble: turn.trouble };
    this.#scene = turn;
    return stepOf(turn);
  }

  hint(): Part | undefined {
    return this.#hints.next();
  }

  get hintsLeft(): number {
    return this.#hints.left;
  }

  soFar(): Result | undefined {
    return this.#plot.soFar();
  }
}

function stepOf({ said, prompt }: Scene): Step {
  return { said, prompt };
}
