import { readFileSync } from 'node:fs';
import { parseQuestions } from '../../../src/content/questions.ts';
import { isSimulated, type SimulatedQuestion } from '../../../src/domain/question.ts';

/** The simulated question that the guide to the format has as its example. */
export function simulatedQuestion(): SimulatedQuestion {
  const guide = readFileSync(new URL('../../../content/README.md', import.meta.url), 'utf8');
  const [, text = ''] = /^````markdown\n(## Q1 How many reports[\s\S]*?)^````$/m.exec(guide) ?? [];
  const [question] = parseQuestions('content/README.md', 'topic', text).questions;
  if (!question || !isSimulated(question)) throw new Error('the guide has no simulated question');
  return question;
}
