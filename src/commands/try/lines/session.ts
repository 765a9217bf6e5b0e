import type { Answer, Prompt, Step } from '../../../domain/dialogue.ts';
import type { Lines } from '../../../platform/lines.ts';
import type { Paper } from '../../quiz/lines/paper.ts';
import type { ExerciseRun } from '../exercise-run.ts';
import { COMMANDS, commandOf, type LineCommand } from './commands.ts';
import { printPart } from './parts.ts';
import { printPrompt, typed } from './prompt.ts';
import { Saves, type Watch } from './saves.ts';

/** Where the learner goes from an exercise. */
export type Going = 'on' | 'list' | 'quit' | 'interrupted';

/** What a session in lines needs beside the exercise. */
export interface LineGround {
  readonly lines: Lines;
  readonly paper: Paper;
  readonly width: number;
  /** Prints the card of the exercise's topic. */
  printCard(): Promise<void>;
  /** The exercise from its beginning; a program is begun anew as well. */
  restart(): Step;
  /** Hears when a file is saved; undefined where that means nothing. */
  readonly watch: Watch | undefined;
  /** Opens a file in the learner's editor; gives what went wrong. */
  edit(path: string): string | undefined;
}

/** Thrown to leave from wherever the learner is. */
class Leave extends Error {
  readonly going: Going;
  constructor(going: Going) {
    super('leave');
    this.going = going;
  }
}

/** One exercise line by line, for pipes, screen readers and dumb terminals. */
export class LineSession {
  readonly #run: ExerciseRun;
  readonly #ground: LineGround;
  #values: readonly string[] = [];
  #hasRun = false;
  readonly #saves: Saves | undefined;
  /** A line that is waited for while a save may come first. */
  #typing: ReturnType<Lines['next']> | undefined;

  constructor(run: ExerciseRun, ground: LineGround) {
    this.#run = run;
    this.#ground = ground;
    this.#saves = ground.watch && new Saves(ground.watch);
  }

  /** Goes on until the exercise is over or left; what was tried is kept either way, and when something goes wrong. */
  async run(): Promise<Going> {
    try {
      let step = await this.#show(this.#run.begin());
      while (step.prompt.kind !== 'end') step = await this.#go(step);
      return 'on';
    } catch (error) {
      if (!(error instanceof Leave)) throw error;
      return error.going;
    } finally {
      this.#saves?.stop();
      this.#run.leave();
      this.#conclude();
    }
  }

  #conclude(): void {
    const { result, comesBack } = this.#run;
    if (!result || comesBack === undefined) return;
    const words = [result.passed ? 'Done' : 'Not passed yet', comesBack].filter(Boolean);
    this.#ground.paper.say('', `${words.join(': ')}.`);
  }

  /** Reads a line and does what it says; gives where the exercise stands then. */
  async #go(step: Step): Promise<Step> {
    const { prompt } = step;
    const line = await this.#line(prompt);
    const command = commandOf(line, prompt.kind === 'words');
    if (command !== undefined) return this.#obey(command, step);
    const said = typed(line, prompt, this.#values);
    if (said.kind === 'unclear') return this.#say(step, said.why);
    if (said.kind === 'fields') {
      this.#values = said.values;
      printPrompt(prompt, this.#values, this.#ground.paper);
      return step;
    }
    if (said.answer.kind === 'run') this.#hasRun = true;
    const next = await this.#answered(said.answer);
    if (next.trouble !== undefined) return this.#say(step, next.trouble);
    return this.#show(next);
  }

  /** What an answer comes to. Ctrl-C doesn't wait for it. */
  async #answered(answer: Answer): Promise<Step> {
    const interrupted = this.#ground.lines.interrupted.then(() => undefined);
    const step = await Promise.race([this.#run.answer(answer), interrupted]);
    if (step === undefined) throw new Leave('interrupted');
    return step;
  }

  async #obey(command: LineCommand, step: Step): Promise<Step> {
    const { paper, printCard, edit } = this.#ground;
    switch (command) {
      case '?':
        for (const [word, does] of Object.entries(COMMANDS))
          if (word !== 'edit' || step.prompt.kind === 'file')
            paper.say(`${word.padEnd(8)} ${does}`);
        return this.#say(step, 'The first letter will do where no text is asked for.');
      case 'hint':
        return this.#hint(step);
      case 'card':
        await printCard();
        printPrompt(step.prompt, this.#values, paper);
        return step;
      case 'edit':
        if (step.prompt.kind !== 'file') return this.#say(step, 'There is no file to edit here.');
        return this.#say(step, edit(step.prompt.path) ?? 'An empty line runs it.');
      case 'restart':
        return this.#restart(step);
      case 'skip':
        throw new Leave('on');
      default:
        throw new Leave(command);
    }
  }

  async #restart(step: Step): Promise<Step> {
    const { paper, restart } = this.#ground;
    if (this.#run.exercise.task.kind === 'code') {
      paper.say('Your program begins anew; the one that is there is kept beside it. Type yes:');
      if ((await this.#line()) !== 'yes') return this.#say(step, 'Nothing was changed.');
    }
    this.#saves?.stop();
    return this.#show(restart());
  }

  async #hint(step: Step): Promise<Step> {
    const { paper, width } = this.#ground;
    const hint = this.#run.hint();
    if (!hint) return this.#say(step, 'There are no more hints.');
    await printPart(hint, paper, width);
    const left = this.#run.hintsLeft;
    return this.#say(step, left === 0 ? 'That was the last hint.' : `${left} more.`);
  }

  #say(step: Step, words: string): Step {
    this.#ground.paper.say(words);
    return step;
  }

  async #show(step: Step): Promise<Step> {
    const { paper, width } = this.#ground;
    for (const part of step.said) await printPart(part, paper, width);
    this.#values = step.prompt.kind === 'form' ? step.prompt.fields.map(({ value }) => value) : [];
    // There is nothing to watch in lines.
    if (step.prompt.kind === 'watch') return this.#show(await this.#answered({ kind: 'watched' }));
    printPrompt(step.prompt, this.#values, paper);
    return step;
  }

  /** What is typed; where a file is asked for, a save of it stands for the empty line that runs it. */
  async #line(prompt?: Prompt): Promise<string> {
    this.#ground.paper.ask('> ');
    const line = await this.#lineOrSave(prompt?.kind === 'file' ? prompt.path : undefined);
    if (typeof line === 'string') return line.trim();
    this.#ground.paper.say('');
    // Without anybody at the keys a program is judged as it is.
    if (line.end === 'input is over' && prompt?.kind === 'file' && !this.#hasRun) return '';
    throw new Leave(line.end === 'interrupted' ? 'interrupted' : 'quit');
  }

  async #lineOrSave(path: string | undefined): ReturnType<Lines['next']> {
    const { lines, paper } = this.#ground;
    this.#typing ??= lines.next();
    const saved = path === undefined ? undefined : this.#saves?.next(path);
    const isOver = (line: Awaited<ReturnType<Lines['next']>>) =>
      // Who has no keyboard goes on saving all the same.
      saved && typeof line !== 'string' && line.end === 'input is over'
        ? lines.interrupted.then(() => ({ end: 'interrupted' }) as const)
        : line;
    const first = await Promise.race([this.#typing.then(isOver), ...(saved ? [saved] : [])]);
    if (first !== undefined) {
      this.#typing = undefined;
      return first;
    }
    this.#saves?.take();
    paper.say('saved');
    return '';
  }
}
