import type { Answer, Part, Prompt, Step } from '../../../domain/dialogue.ts';
import type { MarkdownDocument } from '../../../markdown/index.ts';

/** What stands in the transcript, its texts parsed. */
export type Said =
  | { readonly kind: 'text'; readonly text: MarkdownDocument }
  | {
      readonly kind: 'verdict';
      readonly grade: Extract<Part, { kind: 'verdict' }>['grade'];
      readonly text: MarkdownDocument;
    }
  /** What the learner answered to a question. */
  | { readonly kind: 'answer'; readonly question: MarkdownDocument; readonly words: string }
  | Extract<Part, { kind: 'story' | 'log' | 'rows' | 'curves' }>;

/** A prompt, its texts parsed. */
export interface Asked {
  readonly prompt: Prompt;
  readonly text: MarkdownDocument;
  /** Of a choice. */
  readonly offers: readonly MarkdownDocument[];
}

type Parse = (markdown: string) => MarkdownDocument;

const nothing: MarkdownDocument = { blocks: [] };

export function partSaid(part: Part, parse: Parse): Said {
  switch (part.kind) {
    case 'text':
      return { kind: 'text', text: parse(part.text) };
    case 'verdict':
      return { ...part, text: parse(part.text) };
    default:
      return part;
  }
}

export function stepSaid({ said }: Step, parse: Parse): Said[] {
  return said.map((part) => partSaid(part, parse));
}

export function asked(prompt: Prompt, parse: Parse): Asked {
  return {
    prompt,
    text: prompt.kind === 'end' ? nothing : parse(prompt.text),
    offers: prompt.kind === 'choice' ? prompt.options.map(({ text }) => parse(text)) : [],
  };
}

/** The answer as the transcript keeps it; undefined where there is nothing to keep, or where what follows has it as its title. A question that is asked again below isn’t repeated. */
export function answerSaid(
  { prompt, text }: Asked,
  answer: Answer,
  { said: [next], prompt: then }: Step,
): Said | undefined {
  const words = answerWords(prompt, answer);
  const title = next && 'title' in next ? unmarked(next.title) : '';
  const isTold = answer.kind === 'choice' && title.startsWith(words);
  return words === '' || isTold
    ? undefined
    : { kind: 'answer', question: comesBack(prompt, then) ? nothing : text, words };
}

function answerWords(prompt: Prompt, answer: Answer): string {
  if (answer.kind === 'amount' || answer.kind === 'words') return answer.text.trim();
  if (answer.kind === 'choice' && prompt.kind === 'choice')
    return unmarked(prompt.options[answer.place]?.text ?? '');
  if (answer.kind === 'form' && prompt.kind === 'form')
    return prompt.fields
      .map(({ label }, place) => `${label}: ${answer.values[place] ?? ''}`)
      .join(' · ');
  return '';
}

/** Whether a form is asked again, and so shows what was answered. */
export function comesBack(before: Prompt, then: Prompt): boolean {
  return before.kind === 'form' && then.kind === 'form' && before.text === then.text;
}

function unmarked(text: string): string {
  return text.replace(/[`*]/g, '');
}

/** All texts, to see what they need to be shown. */
export function textsOf(transcript: readonly Said[]): MarkdownDocument {
  return { blocks: transcript.flatMap((said) => ('text' in said ? said.text.blocks : [])) };
}
