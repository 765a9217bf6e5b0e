import type { ExitCode } from '../../domain/user-error.ts';
import { openInEditor } from '../../platform/editor.ts';
import { type Lines, readLines } from '../../platform/lines.ts';
import { watchFile } from '../../platform/watch-file.ts';
import { paperOf } from '../quiz/lines/paper.ts';
import { sensibleWidth } from '../study/print-plain.ts';
import { nextRung, type Rung } from './course.ts';
import { courseNow, exerciseNamed, type TryGround } from './ground.ts';
import { type Going, LineSession } from './lines/session.ts';
import { printLadder } from './print-ladder.ts';
import { startExercise } from './start.ts';

/** Exercises line by line, one after the other for as long as the learner goes on; gives the exit code. */
export async function tryInLines(ground: TryGround, first: string): Promise<ExitCode> {
  const lines = readLines(ground.host.stdin);
  try {
    let [id, code]: [string | undefined, ExitCode] = [first, 0];
    while (id !== undefined) {
      const tried = await tryOne(id, ground, lines);
      code = tried.code;
      const next: Next = tried.going === 'on' ? await nextOrLeave(id, ground, lines) : undefined;
      if (next === 'interrupted') return 130;
      id = next?.id;
      if (tried.going === 'list') printLadder(ground);
    }
    return code;
  } finally {
    lines.close();
  }
}

async function tryOne(
  id: string,
  ground: TryGround,
  lines: Lines,
): Promise<{ going: Going; code: ExitCode }> {
  const { host, library, options } = ground;
  const exercise = exerciseNamed(id, ground);
  const started = startExercise(exercise, ground);
  const paper = paperOf(host);
  const course = courseNow(ground);
  const place = course.findIndex((rung) => rung.id === id);
  const about = [course[place]?.topicTitle ?? exercise.topic, exercise.task.kind];
  paper.say(
    '',
    exercise.title,
    [
      ...about,
      `L${exercise.level}`,
      `${exercise.minutes} min`,
      `${place + 1} of ${course.length}`,
    ].join(' · '),
  );
  const session = new LineSession(started.run, {
    lines,
    paper,
    width: sensibleWidth(host),
    printCard: async () => {
      const document = await library.document(exercise.topic);
      if (document) await paper.print(document);
    },
    restart: () => started.restart(),
    watch: options.watch ? watchFile : undefined,
    edit: (path) => lines.lend(() => openInEditor(path, 1, host.env)),
  });
  const going = await session.run();
  const { result } = started.run;
  return { going, code: codeOf(going, result?.passed) };
}

function codeOf(going: Going, passed: boolean | undefined): ExitCode {
  if (going === 'interrupted') return 130;
  return passed === false ? 1 : 0;
}

type Next = Rung | 'interrupted' | undefined;

/** The next exercise, if the learner wants it. */
async function nextOrLeave(id: string, ground: TryGround, lines: Lines): Promise<Next> {
  const next = nextRung(courseNow(ground), id);
  if (!next) return undefined;
  ground.host.stdout.write(
    `\nEnter goes on with “${next.title}” (${next.minutes} min), q leaves.\n> `,
  );
  const line = await lines.next();
  if (typeof line === 'string' && /^(n|next)?$/.test(line.trim())) return next;
  ground.host.stdout.write(`later: swelearn try ${next.id}\n`);
  return typeof line !== 'string' && line.end === 'interrupted' ? 'interrupted' : undefined;
}
