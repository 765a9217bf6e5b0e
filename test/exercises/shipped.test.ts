import { describe, expect, it } from 'vitest';
import type { ExerciseKind } from '../../src/domain/exercise.ts';
import { formatProblem } from '../../src/domain/problem.ts';
import { prepare, proofOfQuestion } from '../../src/exercises/index.ts';
import { shippedScenario } from './guide.ts';
import { shippedExercises, shippedSimulated } from './shipped.ts';

const KINDS: readonly ExerciseKind[] = ['predict', 'tune', 'diagnose', 'code'];

/** The subjects that a messaging track can't do without, and the topics in which they lie. */
const SUBJECTS = {
  'visibility and heartbeat': 'visibility-timeout',
  'dead letters and poison': 'dead-letter-queues',
  'FIFO and keys': 'sqs-fifo',
  'fan-out and filters': 'sns-fan-out',
  'idempotency and exactly-once': 'idempotency',
  'Kafka groups and replay': 'kafka-groups',
  'autoscaling and backpressure': 'autoscaling',
  'polling and cost': 'polling',
  'the ticket sale': 'ticket-sale',
} as const;

describe('the exercises that are shipped', () => {
  it('are sixty at least, eight at least of each kind, three at least on each subject', () => {
    const count = (topic: string, kind: ExerciseKind) =>
      shippedExercises.filter((each) => each.topic === topic && each.task.kind === kind).length;
    const topics = [...new Set(shippedExercises.map(({ topic }) => topic))];
    const rows = topics.map(
      (topic) => [topic, ...KINDS.map((kind) => count(topic, kind))] as const,
    );
    const ofKind = KINDS.map((kind) => topics.reduce((sum, topic) => sum + count(topic, kind), 0));
    print([['topic', ...KINDS], ...rows, ['in all', ...ofKind]]);
    expect(shippedExercises.length).toBeGreaterThanOrEqual(60);
    expect(Math.min(...ofKind)).toBeGreaterThanOrEqual(8);
    for (const [subject, topic] of Object.entries(SUBJECTS))
      expect(
        shippedExercises.filter((each) => each.topic === topic).length,
        subject,
      ).toBeGreaterThanOrEqual(3);
  });

  it.each(shippedExercises)('$id can be run, and lies where it says', (exercise) => {
    const { problems } = prepare(exercise, shippedScenario);
    expect(problems.map(formatProblem)).toEqual([]);
    expect(exercise.file).toMatch(new RegExp(`/${exercise.topic}/exercises/${exercise.id}\\.md$`));
  });

  it.each(shippedSimulated)('$id can be drawn', async (question) => {
    const problems = await proofOfQuestion(question, shippedScenario, async () => [], 0);
    expect(problems.map(formatProblem)).toEqual([]);
  });

  it('don’t tell by its place which cause, action or option is right', () => {
    const places = shippedExercises.flatMap(({ task }) =>
      task.kind === 'diagnose'
        ? [task.causes, task.actions].map((list) => list.findIndex(({ correct }) => correct))
        : [],
    );
    for (const place of [0, 1, 2])
      expect(places.filter((each) => each === place).length, `place ${place + 1}`).toBeGreaterThan(
        places.length / 8,
      );
  });
});

function print(rows: readonly (readonly (string | number)[])[]): void {
  const lines = rows.map(([name, ...counts]) =>
    [String(name).padEnd(20), ...counts.map((each) => String(each).padStart(9))].join(''),
  );
  process.stdout.write(`${lines.join('\n')}\n`);
}
