import { join } from 'node:path';
import type { Library } from '../../../content/library.ts';
import type { QuestionOutline } from '../../../domain/question.ts';
import type { StudySettings } from '../../../domain/study-settings.ts';
import { UserError } from '../../../domain/user-error.ts';
import { writePieces } from '../../../platform/write-pieces.ts';
import type { ReviewStore } from '../../../reviews/index.ts';
import { mockRound } from '../../../scheduling/mock-round.ts';
import type { MockAnswer } from '../../../tui/index.tsx';
import { counted } from '../../counted.ts';
import type { Host } from '../../host.ts';
import { localTime } from '../../local-time.ts';
import { screenKeys } from '../../screen-keys.ts';
import type { QuizOptions } from '../options.ts';
import { parametersFor } from '../study-state.ts';
import { MockRound } from './round.ts';
import { transcript } from './transcript.ts';

const USUAL_MINUTES = 30;

/** What an interview is drawn from and kept in. */
export interface MockGround {
  readonly library: Library;
  readonly store: ReviewStore;
  readonly settings: StudySettings;
  readonly isWanted: (question: QuestionOutline) => boolean;
  readonly explain: (error: unknown) => string;
}

/** An interview round with its review; gives the exit code. The transcript is on disk after each answer. */
export async function mockInterview(
  host: Host,
  { library, store, settings, isWanted, explain }: MockGround,
  options: QuizOptions,
): Promise<0 | 130> {
  const { calendar } = host;
  const startMs = calendar.nowMs();
  const digs = mockRound(library.questions().filter(isWanted), options.seed ?? startMs % 2 ** 31);
  if (digs.length === 0)
    throw new UserError(
      'there is no question that can be asked aloud',
      'choose other topics; options, orders and gaps are not for an interview',
    );
  const minutes = options.minutes ?? USUAL_MINUTES;
  const startedAt = localTime(startMs);
  const seconds = String(Math.floor(startMs / 1000) % 60).padStart(2, '0');
  const name = `mock-${startedAt.replace(/[: ]/g, '-')}-${seconds}.md`;
  const path = join(host.paths.data, 'transcripts', name);
  let answers: readonly MockAnswer[] = [];
  let trouble: string | undefined;
  const keep = (now: readonly MockAnswer[]) => {
    answers = now;
    try {
      writePieces(path, [transcript(startedAt, minutes, now)], { replace: true });
      trouble = undefined;
    } catch (error) {
      // An interview goes on without its transcript; its ratings are kept elsewhere.
      trouble = explain(error);
    }
  };
  const parameters = parametersFor(settings, store);
  const round = new MockRound(
    { library, store, calendar, parameters, minutes, explain, keep },
    digs,
  );
  // Whoever pipes answers in wants them read line by line.
  const keys = host.stdin.isTTY ? screenKeys(host, options) : undefined;
  const code = keys
    ? await (await import('./on-screen.ts')).mockOnScreen(host, keys, round, options)
    : await (await import('./lines.ts')).mockInLines(host, round);
  if (trouble !== undefined) host.stderr.write(`The transcript was not kept: ${trouble}\n`);
  else if (answers.length > 0)
    host.stdout.write(`${counted(answers.length, 'question')} asked. Transcript: ${path}\n`);
  else host.stdout.write('Nothing was answered.\n');
  return code;
}
