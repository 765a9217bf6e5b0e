import type { Answer, Dialogue, Part, Result } from '../../domain/dialogue.ts';
import type { CodeTask } from '../../domain/exercise.ts';
import { renderClaims } from '../claims/claims.ts';
import { Runs } from '../claims/runs.ts';
import type { Judgement } from '../code/judgement.ts';
import type { Prepared } from '../prepared.ts';
import { PROOF_SEEDS } from '../proof/seeds.ts';
import { failureTold, isCutOff, measuredRows } from './code-told.ts';
import { Conversation, type Plot } from './conversation.ts';
import { Hints } from './hints.ts';
import { code } from './markdown.ts';
import { said } from './said.ts';
import { askWords, type Scene, type Turn, theEnd } from './scene.ts';

/** The learner's file, and who judges it. */
export interface ProgramFile {
  readonly path: string;
  /** What it holds now, or why that can’t be had. */
  read():
    | { readonly ok: true; readonly text: string }
    | { readonly ok: false; readonly why: string };
  judge(text: string): Promise<Judgement>;
}

/** A new try at a program. */
export function codeDialogue(prepared: Prepared, task: CodeTask, file: ProgramFile): Dialogue {
  const runs = new Runs(prepared);
  const hints = new Hints(prepared.exercise.hints, runs);
  return new Conversation(new Coding(prepared, task, file, runs, hints), hints);
}

/** Who needs more runs than this has to come back sooner. */
const GOOD_TRIES = 10;

const FUNCTIONS = { consumer: 'handle', producer: 'message' } as const;

/** A program is written and judged until it holds with every seed. */
class Coding implements Plot {
  readonly #prepared: Prepared;
  readonly #task: CodeTask;
  readonly #file: ProgramFile;
  readonly #runs: Runs;
  readonly #hints: Hints;
  #judged: string | undefined;
  #tries = 0;
  #passed: Result | undefined;

  constructor(prepared: Prepared, task: CodeTask, file: ProgramFile, runs: Runs, hints: Hints) {
    this.#prepared = prepared;
    this.#task = task;
    this.#file = file;
    this.#runs = runs;
    this.#hints = hints;
  }

  opening(): Scene {
    const { checks } = this.#runs.shipped;
    const { part, role } = this.#task;
    return this.#writing([
      said(this.#prepared.exercise.story),
      {
        kind: 'rows',
        title: `With each of ${PROOF_SEEDS} seeds this has to hold`,
        heads: ['wanted'],
        rows: checks.map(({ metric, wanted }) => ({ name: metric, cells: [wanted] })),
      },
      said(
        `The file exports the function ${code(FUNCTIONS[role])} of ${code(part)}. What it is given stands in ${code('exercise.d.ts')} and ${code('exercises-api.d.ts')} beside it; most editors complete it as you type.`,
      ),
    ]);
  }

  soFar(): Result | undefined {
    return this.#passed ?? (this.#tries > 0 ? this.#result(false) : undefined);
  }

  #writing(before: readonly Part[]): Scene {
    const text = `Write the program in an editor and save it. It runs with up to ${PROOF_SEEDS} seeds.`;
    return {
      said: before,
      prompt: { kind: 'file', text, path: this.#file.path },
      next: (answer: Answer) => {
        if (answer.kind !== 'run')
          throw new Error(`asked for run, and the answer is ${answer.kind}`);
        return this.#run();
      },
    };
  }

  async #run(): Promise<Turn> {
    const read = this.#file.read();
    if (!read.ok)
      return { trouble: `The file can’t be read: ${read.why}. Write it again, or reset it.` };
    const { text } = read;
    if (text === this.#judged)
      return { trouble: 'Nothing has changed since the last run. Change the program and save it.' };
    const judgement = await this.#file.judge(text);
    // Who had to be stopped on a machine that was busy may come through the next time.
    this.#judged = isCutOff(judgement) ? undefined : text;
    this.#tries += 1;
    return judgement.passed ? this.#pass(judgement) : this.#writing(failureTold(judgement, text));
  }

  #pass({ seeds, run }: Judgement): Scene {
    const result = this.#result(true);
    this.#passed = result;
    const { solution } = this.#task;
    const parts: Part[] = [
      { kind: 'verdict', grade: 'right', text: `Everything holds with all ${seeds} seeds.` },
      ...(run ? [measuredRows(run)] : []),
      said(`Another way to write it:\n\n\`\`\`js\n${solution.trimEnd()}\n\`\`\``),
    ];
    const { debrief } = this.#prepared.exercise;
    return askWords(parts, 'In a line: what makes it hold?', (explanation) => {
      this.#passed = { ...result, explanation };
      return theEnd([said(renderClaims(debrief, this.#runs))], this.#passed);
    });
  }

  #result(passed: boolean): Result {
    const { taken } = this.#hints;
    const isGood = taken === 0 && this.#tries <= GOOD_TRIES;
    return {
      passed,
      rating: passed ? (isGood ? 3 : 2) : 1,
      tries: this.#tries,
      hints: taken,
      predictions: [],
      explanation: '',
    };
  }
}
