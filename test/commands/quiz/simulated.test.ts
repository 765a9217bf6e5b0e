import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { drawnSheet } from '../../../src/commands/quiz/posed-sheet.ts';
import { Poser } from '../../../src/commands/quiz/poser.ts';
import { Practice } from '../../../src/commands/quiz/practice.ts';
import { QuizRun } from '../../../src/commands/quiz/run.ts';
import type { Library } from '../../../src/content/library.ts';
import { defaultStudySettings } from '../../../src/domain/study-settings.ts';
import type { ShippedScenario } from '../../../src/exercises/index.ts';
import type { ReviewStore } from '../../../src/reviews/index.ts';
import { shippedScenario } from '../../exercises/guide.ts';
import { questionText } from '../../fixtures/deck.ts';
import { clock, emptyStore, libraryOf } from '../../fixtures/study.ts';

const DAY = 86_400_000;
const guide = readFileSync(new URL('../../../content/README.md', import.meta.url), 'utf8');
const [, SIMULATED = ''] =
  /^````markdown\n(## Q1 How many reports[\s\S]*?)^````$/m.exec(guide) ?? [];

let library: Library;
let store: ReviewStore;
let calendar: ReturnType<typeof clock>;

beforeEach(async () => {
  library = await libraryOf({ a: SIMULATED, b: questionText('plain') });
  store = emptyStore();
  calendar = clock(20_778 * DAY + DAY / 2);
});

function poserOf(scenarioText: ShippedScenario = shippedScenario) {
  return new Poser(async () => ({
    exercise: () => undefined,
    question: (question, seed) => drawnSheet(question, scenarioText, seed),
  }));
}

function run(poser: Poser, fresh = 10): QuizRun {
  const settings = { ...defaultStudySettings, newPerDay: fresh };
  return new QuizRun(
    { library, store, calendar, settings, poser, explain: String },
    {
      isWanted: () => true,
      fresh,
      limit: Number.POSITIVE_INFINITY,
      minutes: Number.POSITIVE_INFINITY,
      seed: undefined,
    },
  );
}

describe('a simulated question in a sitting', () => {
  it('is asked as a number, with its story told and its key points kept', async () => {
    const poser = poserOf();
    await poser.prepare();
    const { card } = run(poser).turn();
    expect(card?.sheet.question).toMatchObject({
      id: 'reports-twice-drawn',
      task: { kind: 'number' },
    });
    expect(card?.sheet.keyPoints).toHaveLength(2);
    expect(JSON.stringify(card?.sheet.story)).toMatch(/hidden for \d\d s/);
    expect(card?.simulated).toBeGreaterThan(0);
    expect(card?.exercise).toBeUndefined();
  });

  it('is about another run each time it comes', async () => {
    const poser = poserOf();
    await poser.prepare();
    const sitting = run(poser);
    const first = sitting.turn().card?.simulated;
    sitting.rate(1, 1000);
    calendar.advance(120_000);
    const again = [sitting.turn(), sitting.rate(3, 1000)].map(({ card }) => card);
    const second = again.find((card) => card?.simulated !== undefined)?.simulated;
    expect(second).toBeDefined();
    expect(second).not.toBe(first);
  });

  it('waits until the simulator is at hand, and others are asked meanwhile', async () => {
    const poser = poserOf();
    const sitting = run(poser);
    expect(sitting.turn().card?.sheet.question.id).toBe('plain');
    await poser.prepare();
    expect(sitting.rate(4, 1000).card?.sheet.question.id).toBe('reports-twice-drawn');
  });

  it('is the rest of a sitting in which nothing else is left', async () => {
    const sitting = run(poserOf());
    sitting.turn();
    expect(sitting.rate(4, 1000).card).toBeUndefined();
    expect((await sitting.rest()).card?.sheet.question.id).toBe('reports-twice-drawn');
  });

  it('has its share of the day, whatever else is new', async () => {
    const many = Array.from({ length: 12 }, (_, place) => questionText(`plain-${place}`));
    library = await libraryOf({ a: SIMULATED, b: many.join('\n') });
    const poser = poserOf();
    const sitting = run(poser, 3);
    const asked = [sitting.turn().card?.sheet.question.id];
    await poser.prepare();
    for (let turn = sitting.rate(4, 1000); turn.card; turn = sitting.rate(4, 1000))
      asked.push(turn.card.sheet.question.id);
    expect(asked).toHaveLength(3);
    expect(asked).toContain('reports-twice-drawn');
  });

  it('is left out where its scenario is gone, and the others are asked', async () => {
    const poser = poserOf(() => undefined);
    await poser.prepare();
    expect(run(poser).turn().card?.sheet.question.id).toBe('plain');
    const practice = new Practice(library, ['reports-twice-drawn', 'plain'], 7, poser);
    expect(practice.turn()).toMatchObject({
      card: { sheet: { question: { id: 'plain' } } },
      left: { reviews: 1 },
    });
  });

  it('stays the same question when it is suspended and taken back', async () => {
    const poser = poserOf();
    await poser.prepare();
    const sitting = run(poser);
    const first = sitting.turn().card?.simulated;
    expect(sitting.suspend().card?.sheet.question.id).toBe('plain');
    expect(sitting.undo().card?.simulated).toBe(first);
  });

  it('is practised about another run each time, too', async () => {
    const poser = poserOf();
    await poser.prepare();
    const practice = new Practice(library, ['reports-twice-drawn'], 7, poser);
    const first = practice.turn().card;
    const second = practice.rate(1).card;
    expect(first?.simulated).toBeDefined();
    expect(second?.simulated).toBeDefined();
    expect(second?.simulated).not.toBe(first?.simulated);
  });
});
