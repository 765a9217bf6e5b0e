import { ratingNames } from '../../../domain/rating.ts';
import type { MockAnswer } from '../../../tui/index.tsx';
import { counted } from '../../counted.ts';

/** An interview round as Markdown to keep: what was asked, what was answered, and what a strong answer contains. */
export function transcript(
  startedAt: string,
  minutes: number,
  answers: readonly MockAnswer[],
): string {
  const rated = answers.filter(({ rating }) => rating !== undefined).length;
  const about = `${counted(minutes, 'minute')}, ${counted(answers.length, 'question')}, ${rated} reviewed.`;
  return `# Mock interview, ${startedAt}\n\n${about}\n${answers.map(section).join('')}`;
}

function section(
  { question, text, durationMs, isPassed, ticked, rating }: MockAnswer,
  index: number,
): string {
  const { prompt, level, keyPoints, answer } = question.sheet.question;
  const points = keyPoints.map((point, place) => `- [${ticked[place] ? 'x' : ' '}] ${point}`);
  const unwritten = isPassed ? 'Passed.' : 'Said aloud.';
  const said = text === '' ? unwritten : quoted(text);
  const parts = [
    `## ${index + 1}. ${prompt}`,
    `${question.topicTitle}, level ${level}, ${timeText(durationMs)}`,
    `**You said**\n\n${said}`,
    `**Key points**\n\n${points.join('\n')}`,
    ...(rating === undefined ? [] : [`**Your rating** ${ratingNames[rating]}`]),
    `**A strong answer**\n\n${answer}`,
  ];
  return `\n${parts.join('\n\n')}\n`;
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}

function timeText(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
