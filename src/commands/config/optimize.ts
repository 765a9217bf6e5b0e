import { isoDate } from '../../domain/day.ts';
import { trainWeights } from '../../platform/optimizer.ts';
import type { ReviewStore } from '../../reviews/index.ts';
import { defaultWeights } from '../../scheduling/fsrs.ts';
import { type Answer, answersOf } from '../../statistics/answers.ts';
import {
  type Errors,
  FEWEST_ANSWERS,
  FEWEST_DAYS,
  spacedAnswers,
  type Training,
  trainAndJudge,
} from '../../training/training.ts';
import type { TrainingItem } from '../../training/training-item.ts';
import { backUp } from '../backup/backups.ts';
import { counted } from '../counted.ts';
import type { Host } from '../host.ts';
import { explainStorage, openStore, openStoreForReading, progressFile } from '../open-store.ts';

/** Trains weights on the learner's own answers, shows what they are worth, and keeps them when they are better. */
export async function optimizeWeights(
  host: Host,
  { dryRun }: { readonly dryRun: boolean },
): Promise<void> {
  const { current, answers } = readHistory(host);
  const training = await trainAndJudge(answers, current, (items) => train(host, items, answers));
  if (!training) {
    host.stdout.write(tooFew(answers));
    return;
  }
  host.stdout.write(report(training));
  if (!training.isBetter)
    host.stdout.write(
      'Not better by more than chance: nothing was changed. More answers to more questions may tell.\n',
    );
  else if (dryRun) host.stdout.write('Better: without --dry-run they would be kept.\n');
  else {
    const backup = backUp(host, progressFile(host), 'optimize');
    keep(host, training);
    host.stderr.write(`backed up to ${backup}\n`);
    host.stdout.write('Better: they are kept, and every question is due anew by them.\n');
  }
}

function readHistory(host: Host): { current: readonly number[]; answers: readonly Answer[] } {
  return using(openStoreForReading(host), (store) => ({
    current: store.weights() ?? defaultWeights,
    answers: answersOf(store.entries()),
  }));
}

function keep(host: Host, { weights }: Training): void {
  const atMs = host.calendar.nowMs();
  const day = host.calendar.dayOf(atMs);
  try {
    using(openStore(host), (store) => store.record({ kind: 'weights', weights, atMs, day }));
  } catch (error) {
    throw explainStorage(error, progressFile(host));
  }
}

function using<Result>(store: ReviewStore, work: (store: ReviewStore) => Result): Result {
  try {
    return work(store);
  } finally {
    store.close();
  }
}

/** Tells how far it is on a line of its own, on a terminal only. */
async function train(
  { stderr }: Host,
  items: readonly TrainingItem[],
  answers: readonly Answer[],
): Promise<number[]> {
  const tell = (text: string) => void (stderr.isTTY && stderr.write(text));
  const relearningSteps = answers.at(-1)?.review.parameters.relearningSteps.length ?? 0;
  const onProgress = (part: number) => tell(`\rtraining ${Math.round(100 * part)} %`);
  const weights = await trainWeights(items, { relearningSteps, onProgress });
  tell('\rtraining is done\n');
  return weights;
}

function tooFew(answers: readonly Answer[]): string {
  const { spaced, days } = spacedAnswers(answers);
  return `There is too little to learn from yet: ${counted(spaced.length, 'answer')} a day or more after the one before, on ${counted(days.length, 'day')}.
It takes ${FEWEST_ANSWERS} on ${FEWEST_DAYS} days; until then the weights of the average learner serve you well.
`;
}

function report({ trainedOn, judgedBy, judgedFrom, before, after }: Training): string {
  const row = (name: string, key: keyof Errors) =>
    `  ${name}  ${before[key].toFixed(4)}   ${after[key].toFixed(4)}\n`;
  return `Trained on ${counted(trainedOn, 'answer')}, judged by ${counted(judgedBy, 'answer')} since ${isoDate(judgedFrom)}; the lower, the better:

              now      trained
${row('log loss  ', 'logLoss')}${row('RMSE(bins)', 'rmseBins')}
`;
}
