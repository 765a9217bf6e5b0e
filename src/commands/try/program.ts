import type { Dialogue, Part } from '../../domain/dialogue.ts';
import type { CodeTask } from '../../domain/exercise.ts';
import { judgingJob } from '../../exercises/code/index.ts';
import { codeDialogue, type Prepared } from '../../exercises/index.ts';
import type { TryGround } from './ground.ts';
import { openWorkspace, resetWorkspace } from './workspace.ts';

/** The dialogue of a code exercise about the file in the learner's workspace, which is made when it isn't there. */
export function programDialogue(
  prepared: Prepared,
  task: CodeTask,
  { host, signal }: Pick<TryGround, 'host' | 'signal'>,
): Dialogue {
  const { program } = openWorkspace(host, prepared, task);
  return codeDialogue(prepared, task, {
    path: program,
    read: () => host.files.readText(program),
    judge: (text) => host.judge(judgingJob(prepared, task, text), signal),
  });
}

/** Begins a program anew, and says where the old one is kept; nothing where there is no program. */
export function programAgain(prepared: Prepared, { host }: Pick<TryGround, 'host'>): Part[] {
  const { task } = prepared.exercise;
  const kept = task.kind === 'code' ? resetWorkspace(host, prepared, task) : undefined;
  return kept === undefined
    ? []
    : [{ kind: 'text', text: `Your program is kept as\n\n    ${kept}` }];
}
