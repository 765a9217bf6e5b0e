import type { Library } from '../../../content/library.ts';
import { RATINGS, type Rating, ratingNames } from '../../../domain/rating.ts';
import { openInEditor } from '../../../platform/editor.ts';
import { type Lines, readLines } from '../../../platform/lines.ts';
import type { QuizCard, Turn } from '../../../tui/index.tsx';
import type { ExerciseOffer } from '../../../tui/screens/quiz/world.ts';
import { counted } from '../../counted.ts';
import type { Host } from '../../host.ts';
import type { Sitting } from '../sitting.ts';
import { type Paper, paperOf } from './paper.ts';
import {
  isAnswer,
  judge,
  type Outcome,
  printKeyPoints,
  printTask,
  suggestedByTicks,
} from './task.ts';

/** Thrown to leave from wherever the learner is. */
class Leave extends Error {
  readonly code: 0 | 130;
  constructor(code: 0 | 130) {
    super('leave');
    this.code = code;
  }
}

/** As long as one question counts at most: who goes for lunch has not thought for an hour. */
const LONGEST_MS = 10 * 60_000;

/** The first letter will do where letters stand for nothing else. */
const COMMANDS: Readonly<Record<string, string>> = {
  hint: 'a nudge that gives nothing away',
  undo: 'take the last answer back',
  suspend: 'never ask this one again',
  edit: 'mend the question in your editor',
  card: 'its topic card',
  quit: 'leave; everything is kept',
};

/** The sitting line by line, for pipes, screen readers and dumb terminals; gives the exit code. */
export async function sitInLines(
  host: Host,
  library: Library,
  sitting: Sitting,
  reopen: () => Promise<Library>,
): Promise<0 | 130> {
  const lines = readLines(host.stdin);
  const session = new LineSession(host, library, sitting, reopen, lines);
  try {
    await session.run();
    return 0;
  } catch (error) {
    if (error instanceof Leave) return error.code;
    throw error;
  } finally {
    lines.close();
  }
}

class LineSession {
  readonly #host: Host;
  readonly #sitting: Sitting;
  readonly #reopen: () => Promise<Library>;
  readonly #lines: Lines;
  readonly #paper: Paper;
  #library: Library;

  constructor(
    host: Host,
    library: Library,
    sitting: Sitting,
    reopen: () => Promise<Library>,
    lines: Lines,
  ) {
    this.#host = host;
    this.#library = library;
    this.#sitting = sitting;
    this.#reopen = reopen;
    this.#lines = lines;
    this.#paper = paperOf(host);
  }

  async run(): Promise<void> {
    let turn = await this.#orRest(this.#sitting.turn());
    while (turn.card) turn = await this.#orRest(await this.#ask(turn, turn.card));
    if (turn.notice) this.#paper.say('', turn.notice);
    this.#paper.say('');
  }

  async #orRest(turn: Turn): Promise<Turn> {
    return turn.card ? turn : { ...turn, ...(await this.#sitting.rest()) };
  }

  /** Asks one question until it is answered or left; gives the turn after it. */
  async #ask(turn: Turn, card: QuizCard): Promise<Turn> {
    const paper = this.#paper;
    const startedMs = this.#host.calendar.nowMs();
    if (turn.trouble) paper.say('', `NOT KEPT: ${turn.trouble}`);
    if (turn.notice) paper.say('', turn.notice);
    if (turn.offer) paper.say('', offerLine(turn.offer));
    paper.say('', headline(turn, card));
    if (card.follows) paper.say(`follows: ${card.follows}`);
    const origin = originOf(card);
    if (origin !== undefined) paper.say(origin);
    if (card.isReworded) {
      const decided = await this.#askAboutWording();
      if (decided) return decided;
    }
    if (card.sheet.story) {
      await paper.print(card.sheet.story, '  ');
      paper.say('');
    }
    await paper.print(card.sheet.prompt, '  ');
    await printTask(card, paper);
    const answer = await this.#read(card, card.shuffled.length, (line) => isAnswer(card, line));
    if (typeof answer !== 'string') return answer;
    const outcome = await judge(card, answer, paper);
    const rating = await this.#readRating(card, outcome);
    if (typeof rating !== 'number') return rating;
    const spentMs = Math.max(0, Math.min(LONGEST_MS, this.#host.calendar.nowMs() - startedMs));
    return this.#sitting.rate(rating, spentMs);
  }

  async #askAboutWording(): Promise<Turn | undefined> {
    this.#paper.say(
      'The wording of this question changed since you learnt it.',
      'k keeps your history, r starts it again; Enter asks it, and rating it keeps your history.',
    );
    const line = await this.#line('> ');
    if (line === 'k') return this.#sitting.decideWording('keep');
    return line === 'r' ? this.#sitting.decideWording('reset') : undefined;
  }

  async #readRating(card: QuizCard, { suggested, ticked }: Outcome): Promise<Rating | Turn> {
    let [points, rating] = [ticked, suggested];
    for (;;) {
      this.#paper.say('', buttons(card, rating));
      const count = card.sheet.keyPoints.length;
      const line = await this.#read(
        card,
        count,
        (typed) => isRatingOrTicks(typed, count),
        count > 0 ? 'rating, or letters to tick> ' : 'rating> ',
      );
      if (typeof line !== 'string') return line;
      if (line === '') return rating;
      if (/^[1-4]$/.test(line)) return Number(line) as Rating;
      points = toggled(points, line);
      rating = suggestedByTicks(card, points);
      await printKeyPoints(card, points, this.#paper);
    }
  }

  /** Reads until a line is acceptable; commands are obeyed meanwhile, and some of them end the question. */
  async #read(
    card: QuizCard,
    letters: number,
    isAcceptable: (line: string) => boolean,
    prompt = '> ',
  ): Promise<string | Turn> {
    for (;;) {
      const line = await this.#line(prompt);
      const turn = await this.#obey(card, commandOf(line, letters));
      if (turn === 'not a command') {
        if (isAcceptable(line)) return line;
        this.#paper.say('That is no answer to this question; ? shows what else there is.');
      } else if (turn) return turn;
    }
  }

  async #obey(card: QuizCard, command: string): Promise<Turn | 'not a command' | undefined> {
    const { question, hint } = card.sheet;
    if (command.startsWith('/')) return this.#search(command.slice(1));
    switch (command) {
      case 'quit':
        this.#paper.say('');
        throw new Leave(0);
      case 'undo':
        return this.#sitting.undo();
      case 'suspend':
        return this.#sitting.suspend();
      case 'edit':
        return this.#edit(question.file, question.line);
      case '?':
        for (const [word, does] of Object.entries(COMMANDS))
          this.#paper.say(`${word.padEnd(8)} ${does}`);
        this.#paper.say(
          '/words   search everything',
          'The first letter will do where it stands for nothing else.',
        );
        return undefined;
      case 'hint':
        if (hint) await this.#paper.print(hint, '  ');
        else this.#paper.say('There is no hint.');
        return undefined;
      case 'card': {
        const document = await this.#library.document(question.topic);
        if (document) await this.#paper.print(document);
        return undefined;
      }
      default:
        return 'not a command';
    }
  }

  #search(words: string): undefined {
    const { hits } = this.#library.search(words, 10);
    if (hits.length === 0) this.#paper.say('Nothing found.');
    for (const { topic, title, context } of hits)
      this.#paper.say(`${topic}: ${title}`, `    ${context}`);
    return undefined;
  }

  async #edit(file: string, line: number): Promise<Turn> {
    const trouble = this.#lines.lend(() => openInEditor(file, line, this.#host.env));
    if (trouble) this.#paper.say(trouble);
    this.#library = await this.#reopen();
    return this.#sitting.reread(this.#library);
  }

  async #line(prompt: string): Promise<string> {
    this.#paper.ask(prompt);
    const line = await this.#lines.next();
    if (typeof line === 'string') return line.trim();
    this.#paper.say('');
    throw new Leave(line.end === 'interrupted' ? 130 : 0);
  }
}

function offerLine({ id, title, minutes }: ExerciseOffer): string {
  return `swelearn try ${id} shows it: ${title} (${minutes} min)`;
}

function originOf({ simulated, exercise }: QuizCard): string | undefined {
  if (simulated !== undefined) return `simulated anew, seed ${simulated}`;
  return exercise && `from the exercise “${exercise.title}”; swelearn try ${exercise.id} opens it`;
}

function headline({ left }: Turn, { topicTitle, sheet, why }: QuizCard): string {
  const reviews = why === 'practice' ? 'to practise' : 'due';
  const waiting = `${left.fresh} new, ${counted(left.steps, 'step')}, ${left.reviews} ${reviews}`;
  return `${topicTitle} · L${sheet.question.level} · ${why} · ${waiting}`;
}

function buttons({ intervals }: QuizCard, suggested: Rating): string {
  const each = RATINGS.map((rating) => {
    const span = intervals ? ` ${intervals[rating]}` : '';
    return `${rating} ${ratingNames[rating]}${span}`;
  });
  return `${each.join('   ')}   (Enter: ${ratingNames[suggested]})`;
}

/** The command that a line gives, or the line itself. Letters that stand for options or key points are no commands. */
function commandOf(line: string, letters: number): string {
  if (line.length > 1 && line.startsWith('/')) return line;
  const isTaken = line.length === 1 && line.charCodeAt(0) - 97 < letters && line >= 'a';
  const word = Object.keys(COMMANDS).find((each) => each === line || each[0] === line);
  return isTaken ? '' : (word ?? (line === '?' ? '?' : ''));
}

function isRatingOrTicks(line: string, count: number): boolean {
  if (line === '' || /^[1-4]$/.test(line)) return true;
  const places = [...line.replace(/\s+/g, '')].map((each) => each.charCodeAt(0) - 97);
  return places.every((place) => place >= 0 && place < count);
}

function toggled(ticked: ReadonlySet<number>, line: string): ReadonlySet<number> {
  const next = new Set(ticked);
  for (const each of line.replace(/\s+/g, '')) {
    const place = each.charCodeAt(0) - 97;
    if (!next.delete(place)) next.add(place);
  }
  return next;
}
