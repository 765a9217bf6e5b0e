import type { Answer, Offer, Part, Prompt, Result } from '../../domain/dialogue.ts';

/** A point of a conversation: what is said there, what is asked, and how it goes on. */
export interface Scene {
  readonly said: readonly Part[];
  readonly prompt: Prompt;
  /** Where an answer leads. Throws when the answer isn’t of the kind that was asked for. */
  readonly next: (answer: Answer) => Turn | Promise<Turn>;
}

/** An answer leads on, or has to be given again. */
export type Turn = Scene | { readonly trouble: string };

type Said = readonly Part[];
type Next<Given> = (given: Given) => Turn | Promise<Turn>;

export function askAmount(said: Said, text: string, example: string, next: Next<string>): Scene {
  return {
    said,
    prompt: { kind: 'amount', text, example },
    next: (answer) => next(of('amount', answer).text),
  };
}

/** Only what is offered can be chosen; the place goes on from 0. */
export function askChoice(
  said: Said,
  text: string,
  options: readonly Offer[],
  next: Next<number>,
): Scene {
  return {
    said,
    prompt: { kind: 'choice', text, options },
    next: (answer) => {
      const { place } = of('choice', answer);
      return options[place] ? next(place) : { trouble: `Choose one from 1 to ${options.length}.` };
    },
  };
}

export function askForm(
  said: Said,
  form: Omit<Extract<Prompt, { kind: 'form' }>, 'kind'>,
  next: Next<readonly string[]>,
): Scene {
  return {
    said,
    prompt: { kind: 'form', ...form },
    next: (answer) => next(of('form', answer).values),
  };
}

export function askWords(said: Said, text: string, next: Next<string>): Scene {
  return {
    said,
    prompt: { kind: 'words', text },
    next: (answer) => next(of('words', answer).text.trim()),
  };
}

export function letWatch(said: Said, text: string, next: () => Promise<Turn>): Scene {
  return {
    said,
    prompt: { kind: 'watch', text },
    next: (answer) => {
      of('watched', answer);
      return next();
    },
  };
}

export function theEnd(said: Said, result: Result): Scene {
  return {
    said,
    prompt: { kind: 'end', result },
    next: () => {
      throw new Error('it is over, and nothing was asked');
    },
  };
}

function of<Kind extends Answer['kind']>(kind: Kind, answer: Answer): Answer & { kind: Kind } {
  if (answer.kind === kind) return answer as Answer & { kind: Kind };
  throw new Error(`asked for ${kind}, and the answer is ${answer.kind}`);
}
