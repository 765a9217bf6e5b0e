import { RATINGS, type Rating, ratingNames } from '../../../domain/rating.ts';
import { matchedKeyPoints, ratingForTicks } from '../../../grading/index.ts';
import { type Lines, readLines } from '../../../platform/lines.ts';
import type { MockAnswer, MockQuestion } from '../../../tui/index.tsx';
import type { Host } from '../../host.ts';
import { type Paper, paperOf } from '../lines/paper.ts';
import type { MockRound } from './round.ts';

const INTRODUCTION = [
  'An interview: answer aloud, or type. No answers until the end.',
  'An empty line ends your answer; “pass” goes on to another subject; “end” ends the interview.',
];

type Ended = 'over' | 'input is over' | 'interrupted';

/** The round line by line, then its review; gives the exit code. */
export async function mockInLines(host: Host, round: MockRound): Promise<0 | 130> {
  const lines = readLines(host.stdin);
  const paper = paperOf(host);
  try {
    paper.say(...INTRODUCTION);
    let ended: Ended | undefined;
    for (let at = round.current; at && !ended; at = round.current)
      ended = await askAloud(host, round, at, lines, paper);
    if (ended === undefined || ended === 'over') ended = await reviewAll(round, lines, paper);
    return ended === 'interrupted' ? 130 : 0;
  } finally {
    lines.close();
  }
}

/** Takes one answer; gives why the interview ends with it, if it does. */
async function askAloud(
  { calendar }: Host,
  round: MockRound,
  { topicTitle, sheet, follows }: MockQuestion,
  lines: Lines,
  paper: Paper,
): Promise<Ended | undefined> {
  const startedMs = calendar.nowMs();
  const minutesLeft = Math.max(0, Math.ceil((round.endsAtMs - startedMs) / 60_000));
  paper.say('', `${topicTitle} · L${sheet.question.level} · ${minutesLeft} min left`);
  if (follows) paper.say(`follows: ${follows}`);
  await paper.print(sheet.prompt, '  ');
  const said: string[] = [];
  for (;;) {
    paper.ask('> ');
    const line = await lines.next();
    if (typeof line !== 'string') {
      paper.say('');
      // What was typed is kept; a question that nothing was said to was not answered.
      if (said.length > 0) round.answer(said.join('\n'), calendar.nowMs() - startedMs, false);
      return line.end;
    }
    const word = said.length === 0 ? line.trim() : '';
    if (word === 'end') return 'over';
    if (line.trim() === '' || word === 'pass') {
      round.answer(said.join('\n'), calendar.nowMs() - startedMs, word === 'pass');
      return undefined;
    }
    said.push(line);
  }
}

async function reviewAll(round: MockRound, lines: Lines, paper: Paper): Promise<Ended> {
  if (round.answers.length > 0) paper.say('', 'The review. Enter takes the suggestion, s skips.');
  for (const [index, answer] of round.answers.entries()) {
    const ended = await reviewOne(round, index, answer, lines, paper);
    if (ended) return ended;
  }
  return 'over';
}

async function reviewOne(
  round: MockRound,
  index: number,
  { question: { sheet }, text, isPassed }: MockAnswer,
  lines: Lines,
  paper: Paper,
): Promise<Ended | undefined> {
  paper.say('', `${index + 1}.`);
  await paper.print(sheet.prompt, '  ');
  if (text !== '') paper.say('', 'You said', ...text.split('\n').map((line) => `  ${line}`));
  paper.say('', 'A strong answer');
  await paper.print(sheet.answer, '  ');
  const ticked = matchedKeyPoints(text, sheet.question.keyPoints);
  paper.say('', 'Key points');
  for (const [place, point] of sheet.keyPoints.entries())
    await paper.print(point, '      ', `  [${ticked.has(place) ? 'x' : ' '}] `);
  const suggested = suggestion(text, isPassed, ticked.size, sheet.keyPoints.length);
  const buttons = RATINGS.map((rating) => `${rating} ${ratingNames[rating]}`).join('   ');
  for (;;) {
    paper.say('', `${buttons}   (Enter: ${ratingNames[suggested]})`);
    paper.ask('rating> ');
    const line = await lines.next();
    if (typeof line !== 'string') {
      paper.say('');
      return line.end;
    }
    const word = line.trim();
    if (word === 's') return undefined;
    if (!/^[1-4]?$/.test(word)) continue;
    const rating = word === '' ? suggested : (Number(word) as Rating);
    const points = sheet.keyPoints.map((_, place) => ticked.has(place));
    const trouble = round.review(index, points, rating);
    if (trouble === undefined) return undefined;
    paper.say(`NOT KEPT: ${trouble}`);
  }
}

/** What was passed was not known; what was said aloud only the learner can judge. */
function suggestion(text: string, isPassed: boolean, ticked: number, points: number): Rating {
  if (isPassed) return 1;
  return text === '' ? 3 : ratingForTicks(ticked, points);
}
